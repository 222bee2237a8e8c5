//! 外包人员: what people of a contractor may do. 国办函〔2025〕66号 (三): only
//! auxiliary work such as answering calls is given to contractors, the handling
//! of appeals is not; 网络数据安全管理条例 15 and 16 keep who processes for another
//! within what was agreed, and under supervision.

/// The acts that outsourced staff may perform: taking appeals in and asking
/// citizens, nothing that decides. An act that is not named here is not
/// theirs: refusing, ending, merging and splitting, dispatching, judging,
/// reviewing, ruling and closing stay with the hotline and the units, and so
/// does whatever is added later until somebody names it here.
pub const AUXILIARY: &[&str] = &[
    // To take a call is what they are there for; nothing is decided by it.
    "register",
    // It writes down what the citizen adds.
    "supplement",
    // It asks the citizen, and the order waits.
    "ask_for_more",
    // A consultation, answered from what is published.
    "answer_at_once",
    // An emergency cannot wait for somebody else.
    "transfer",
    // To accept costs the citizen nothing, and a dispatcher looks at it next.
    "accept",
    // It says what was understood, and a dispatcher corrects it.
    "classify",
    // Who hears danger says so; only others may lower a grade.
    "grade",
    // It points at another order, and changes neither.
    "link",
    // It adds what the citizen sent.
    "attach",
    // It passes a citizen's impatience on.
    "remind",
    // It asks fixed questions and writes the answers down.
    "call_back",
];

/// Whether outsourced staff may perform the act of this name. The journal
/// does not know who is outsourced: who performs an act on somebody's behalf
/// asks here before.
pub fn may_outsourced(act: &str) -> bool {
    AUXILIARY.contains(&act)
}
