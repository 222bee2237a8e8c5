//! Where an appeal stands.

use super::words;

words! {
    /// Where an appeal stands.
    OrderWords {
        find_title: "查进展" / "See how far your matter is";
        find_lead: "工单编号和查询码在登记回执和短信里。" / "Number and query code are on your receipt and in the text message.";
        number: "工单编号" / "Number";
        code: "查询码" / "Query code";
        code_hint: "6 位字母和数字，大小写都行" / "Six letters and digits, upper or lower case";
        find: "查询" / "Look";
        find_wrong: "编号和查询码对不上，请核对后再试。" / "Number and query code do not belong together: please check them.";
        find_number_missing: "请填写工单编号" / "Please fill in the number";
        find_code_missing: "请填写查询码" / "Please fill in the query code";
        find_again: "为保护您的信息，请再输入一次查询码。" / "To protect your data, please give the query code again.";
        find_lost: "编号或查询码找不到了，请拨打 12345，核对身份后告诉您。" / "Lost them? Call 12345; they tell you once they know it is you.";
        locked: "输错次数太多，请在 {} 之后再试，或拨打 12345。" / "Too many wrong codes: try again after {}, or call 12345.";

        title: "我的诉求" / "My matter";
        leave: "用完了，退出" / "I am done: log me out";
        left: "已退出。别人在这台设备上看不到您的诉求了。" / "You are out. Nobody can see your matter on this device any more.";
        day: "第 {} 天" / "Day {}";
        days_total: "历时 {} 天" / "It took {} day(s)";
        clock_note: "从 {} 登记起算，中途不停。" / "Counted from {} on, without a stop.";
        due_screen: "{} 前转给负责的单位" / "To be passed on by {}";
        due_answer: "{} 前答复您" / "You are to be answered by {}";
        due_callback: "{} 前请您评价" / "You are to be asked by {}";
        due_in: "还有 {} 天" / "{} day(s) left";
        due_today: "就是今天" / "that is today";
        due_over: "已超过 {} 天，您可以催办" / "{} day(s) late: you can hurry it";
        unit: "办理单位" / "In charge";
        unit_none: "还没有定" / "not settled yet";
        with_others: "同时请 {} 配合" / "Together with {}";
        carried: "已与同一件事合并办理，下面是合并后的进展。" / "Handled together with the same matter; what follows is about both.";

        why_waits: "为什么要等" / "Why it waits";
        wait_paused: "时限从 {} 起暂停：{}。最晚 {} 恢复。您的天数照样计算。" / "The unit's time has stood still since {}: {}. It goes on by {}. Your days go on all the same.";
        wait_dispute: "正在确定责任单位，今天是第 {} 天，{} 前有结果。您不用再反映。" / "Whose duty it is is being determined: today is day {}, and it is settled by {}. You need not ask again.";
        wait_dispute_no_date: "正在确定责任单位，今天是第 {} 天。您不用再反映。" / "Whose duty it is is being determined: today is day {}. You need not ask again.";
        wait_you: "等您补充情况，请在 {} 前补充；逾期不补充，这件诉求会按不予受理结束，备齐后可以重新提出。" / "It waits for you: please answer by {}. Otherwise it ends, and you can bring it again when you have everything.";
        wait_extended: "经审批延长了办理时间，{} 前答复您。" / "More time was granted: you are to be answered by {}.";
        wait_deferred: "现在还不具备解决条件，已列入计划，{} 到下一个节点。" / "It cannot be solved yet and is planned; the next step is due on {}.";
        wait_deferred_plain: "现在还不具备解决条件，已列入计划持续跟踪。" / "It cannot be solved yet; it is planned and watched.";

        said: "您反映的内容" / "What you said";
        demand: "您的要求" / "What you want";
        address: "事发地点" / "Where";
        when: "事发时间" / "When";
        erased: "（内容已按规定清除）" / "(removed as the law asks)";
        replies: "答复" / "The answer";
        reply_from: "{} 于 {} 答复" / "Answered by {} on {}";
        reply_refused: "不予受理" / "Not taken up";
        reply_refused_why: "原因：{}" / "Why: {}";
        reply_refused_route: "您可以：{}" / "Where to turn: {}";
        reply_transferred: "已转 {} 专线处置。" / "Handed to line {}.";
        files: "照片和文件" / "Photos and files";
        file_yours: "您传的" / "yours";
        file_theirs: "办理单位传的" / "from the unit";
        file_at: "{}，{}" / "{}, {}";
        steps: "办理经过" / "What happened";
        steps_hint: "最近的在最前面。" / "The latest comes first.";
        your_turn: "您现在可以" / "What you can do now";
        nothing_now: "这件诉求已经归档，不能再操作。有新情况请重新反映。" / "This matter is filed. If there is something new, tell us anew.";
        receipt: "看回执和查询码" / "Receipt and query code";
        milestone: "{} 前：{}" / "By {}: {}";
        milestone_met: "已完成" / "done";
        milestone_open: "未到" / "to come";
    }
}
