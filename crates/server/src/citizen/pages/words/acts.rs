//! What the citizen can do with an order.

use super::words;

words! {
    /// What the citizen can do with an order.
    Acts {
        done_supplement: "已补充，办理的人会看到。" / "Added: those in charge will see it.";
        done_remind: "已催办，办理单位收到提醒了。" / "The unit was reminded.";
        done_withdraw: "已撤回。" / "It is withdrawn.";
        done_withdraw_no: "好的，不撤回，继续办理。" / "Very well, it goes on.";
        done_rate: "谢谢您的评价，已经记下，不能被别人改动。" / "Thank you. Your word is kept, and nobody can change it.";
        done_review: "已申请复核，会由没有经手过的人重新看，结果会告诉您。" / "Somebody who had no part in it will look again, and you will be told.";

        supplement: "补充情况或照片" / "Add something";
        supplement_asked: "回答热线的问题" / "Answer the hotline's question";
        supplement_text: "要补充什么？" / "What do you want to add?";
        supplement_files: "照片、录音、视频" / "Photos, sound, video";
        supplement_send: "补充" / "Add";
        supplement_missing: "请写几句话，或者选一个文件" / "Please write something, or choose a file";
        asked_question: "热线请您补充：" / "The hotline asks: ";

        remind: "催一催" / "Hurry it";
        remind_text: "想对办理单位说什么？" / "What should they be told?";
        remind_default: "请尽快办理。" / "Please deal with this soon.";
        remind_send: "催办" / "Hurry";

        withdraw: "撤回这件诉求" / "Withdraw it";
        withdraw_hint: "撤回以后就不办了，不能恢复；以后可以重新反映。谁要求您撤回，请拨打 12345 告诉我们。" / "Once withdrawn it is not handled, and this cannot be undone; you can bring it again later. If anybody pressed you, call 12345 and tell us.";
        withdraw_text: "为什么撤回？" / "Why?";
        withdraw_sure: "我确定要撤回" / "I am sure";
        withdraw_sure_missing: "请先勾选“我确定要撤回”" / "Please tick “I am sure” first";
        withdraw_send: "撤回" / "Withdraw";
        withdraw_asked: "有人提出把您这件诉求撤回。只有您本人能决定。" / "Somebody asked for your matter to be withdrawn. Only you can decide.";
        withdraw_yes: "同意撤回" / "Withdraw it";
        withdraw_no: "不同意，请继续办" / "No, go on with it";

        rate: "请您评价" / "How was it?";
        rate_hint: "您说了算。没解决的会退回重办。" / "Your word counts. What is not solved is done again.";
        rate_contacted: "办理单位联系过您吗？" / "Did the unit contact you?";
        rate_solved: "问题解决了吗？" / "Is it solved?";
        rate_satisfied: "您满意吗？" / "Are you content?";
        rate_why: "哪里不满意？（可多选）" / "What was wrong? (any number)";
        rate_good: "都好：联系过、解决了、满意" / "All well: contacted, solved, content";
        rate_or: "或者逐项评价" / "Or say it in detail";
        rate_send: "提交评价" / "Send my rating";
        rate_missing: "三个问题都要选" / "Please answer all three questions";
        yes: "是" / "Yes";
        no: "没有" / "No";

        review: "不服，申请复核" / "Ask for a second look";
        review_until: "{} 前可以申请，只能申请一次。" / "Until {}, and once.";
        review_what: "对什么不服？" / "What should be looked at again?";
        review_why: "理由" / "Why";
        review_send: "申请复核" / "Ask for it";

        missing: "请填写这一项" / "Please fill this in";
    }
}
