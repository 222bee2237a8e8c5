//! What happened, in sentences that a citizen understands.

use domain::{Entry, Event};

use super::codes;
use crate::citizen::pages::Look;

/// The sentence of an entry; none when it is not for the citizen. `unit` is
/// the name of the unit that acted or to which the order went, and `moment`
/// writes a time.
pub(in crate::citizen::pages) fn step(
    look: &Look,
    entry: &Entry,
    unit: Option<&str>,
    moment: &dyn Fn(domain::Moment) -> String,
) -> Option<String> {
    let someone = unit.unwrap_or(look.say("办理单位", "the unit"));
    let said = match entry.act.as_str() {
        "register" => look.say("诉求已登记", "Your matter was registered").to_owned(),
        "accept" => look.say("热线已受理", "The hotline took it up").to_owned(),
        "answer_at_once" => look.say("热线当场答复", "The hotline answered at once").to_owned(),
        "refuse" => look.say("热线审核后不予受理", "The hotline did not take it up").to_owned(),
        "transfer" => look.say("已转紧急专线", "It was handed to an emergency line").to_owned(),
        "ask_for_more" => look.say("热线请您补充情况", "The hotline asked you for more").to_owned(),
        "supplement" => look.say("补充了情况", "Something was added").to_owned(),
        "dispatch" if look.english => format!("It was passed on to {someone}"),
        "dispatch" => format!("转给{someone}办理"),
        "add_assist" if look.english => format!("{someone} was asked to help"),
        "add_assist" => format!("请{someone}配合办理"),
        "sign" if look.english => format!("{someone} took it"),
        "sign" => format!("{someone}已签收"),
        "open_dispute" => look
            .say("有单位提出不归自己管，热线开始认定", "A unit says it is not its duty; it is being settled")
            .to_owned(),
        "rule" if look.english => format!("It was settled: {someone} handles it"),
        "rule" => format!("已认定由{someone}办理"),
        "contact" => contact(look, entry, someone),
        "pause" => pause(look, entry, moment)?,
        "resume" => look.say("恢复办理计时", "The unit's time goes on").to_owned(),
        "whistle" => called_together(look, entry, someone)?,
        "close_whistle" => look.say("现场联合办理结束", "The meeting on the spot is over").to_owned(),
        "judge_extension" => extension(look, entry)?,
        "reply" if look.english => format!("{someone} handed in its answer"),
        "reply" => format!("{someone}提交了答复"),
        "review_reply" => reviewed(look, entry),
        "call_back" => {
            look.say("记下了您的评价或一次回访", "Your rating, or a call to you, was noted").to_owned()
        }
        "redo" => look.say("退回重新办理", "It is to be done again").to_owned(),
        "judge_deferral" => look.say("对列入计划作出决定", "It was decided whether it is planned").to_owned(),
        "ask_withdrawal" => look.say("提出撤回", "A withdrawal was asked for").to_owned(),
        "answer_withdrawal" => look.say("您对撤回作了答复", "You answered about the withdrawal").to_owned(),
        "merge" => look.say("与同一件事合并办理", "It was joined with the same matter").to_owned(),
        "take_in" => look
            .say("又有市民反映同一件事，一并办理", "Another citizen said the same; both are handled together")
            .to_owned(),
        "close" => look.say("办结", "It was closed").to_owned(),
        "archive" => look.say("归档", "It was filed").to_owned(),
        "remind" => look.say("催办一次", "The unit was reminded").to_owned(),
        "supervise" => look.say("热线对办理单位督办", "The hotline instructed the unit formally").to_owned(),
        "ask_review" => look.say("申请复核", "A second look was asked for").to_owned(),
        "judge_review" => look.say("复核有了结果", "The second look is done").to_owned(),
        "attach" => look.say("添加了文件", "A file was added").to_owned(),
        _ => return None,
    };
    Some(said)
}

fn contact(look: &Look, entry: &Entry, unit: &str) -> String {
    let reached = entry.events.iter().any(|event| matches!(event, Event::Contacted { reached: true, .. }));
    match (look.english, reached) {
        (false, true) => format!("{unit}联系了您"),
        (false, false) => format!("{unit}联系过您，没有联系上"),
        (true, true) => format!("{unit} contacted you"),
        (true, false) => format!("{unit} tried to contact you and did not reach you"),
    }
}

fn pause(look: &Look, entry: &Entry, moment: &dyn Fn(domain::Moment) -> String) -> Option<String> {
    entry.events.iter().find_map(|event| match event {
        Event::Paused { reason, until, .. } => {
            let (why, until) = (codes::pause(look, *reason), moment(*until));
            Some(if look.english {
                format!("The unit's time stands still: {why}, until {until} at the latest")
            } else {
                format!("办理时限暂停：{why}，最晚到{until}")
            })
        }
        _ => None,
    })
}

/// Several units look at it together, on the spot.
fn called_together(look: &Look, entry: &Entry, unit: &str) -> Option<String> {
    entry.events.iter().find_map(|event| match event {
        Event::Whistled { whistle } => {
            let count = whistle.called.len();
            Some(if look.english {
                format!("{unit} called {count} other unit(s) to the spot, to look at it together")
            } else {
                format!("{unit}召集{count}个单位一起到现场处理")
            })
        }
        _ => None,
    })
}

/// An extension that was not granted changes nothing for the citizen.
fn extension(look: &Look, entry: &Entry) -> Option<String> {
    let granted =
        entry.events.iter().any(|event| matches!(event, Event::ExtensionJudged { granted: true, .. }));
    granted.then(|| look.say("批准延长办理时间", "More time was granted").to_owned())
}

fn reviewed(look: &Look, entry: &Entry) -> String {
    let passed = entry.events.iter().any(|event| matches!(event, Event::ReplyReviewed { passed: true, .. }));
    if passed {
        look.say("热线审核答复：通过", "The hotline checked the answer: it passed").to_owned()
    } else {
        look.say("热线审核答复：没通过，退回重写", "The hotline checked the answer and sent it back")
            .to_owned()
    }
}
