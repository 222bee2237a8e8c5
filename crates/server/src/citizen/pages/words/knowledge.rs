//! Articles and published cases.

use super::words;

words! {
    /// Articles and published cases.
    KnowledgeWords {
        title: "政策和办事问答" / "Answers";
        lead: "输入想问的事，例如：停水、公积金、遛狗不牵绳。" / "Type what you want to know, for example: water, housing fund, dogs.";
        q: "想问什么？" / "What do you want to know?";
        matter: "事项" / "About";
        any_matter: "全部事项" / "Everything";
        search: "查找" / "Find";
        found: "找到 {} 条" / "{} found";
        none: "没有找到。换个说法试试，或者直接提问，我们来答。" / "Nothing was found. Try other words, or ask us.";
        ask: "没有我要的，直接提问" / "Ask us instead";
        newest: "最近更新" / "Lately changed";
        source: "依据" / "Source";
        owner: "负责解释的单位" / "Who answers for it";
        valid_from: "{} 起有效" / "Valid from {}";
        valid_until: "有效期到 {}" / "Valid until {}";
        changed: "{} 更新" / "Changed {}";
        chinese_only: "这一条还没有英文，下面是中文原文。" / "This one is not in English yet; what follows is Chinese.";
        helpful: "这条有用吗？" / "Did this help?";
        helpful_yes: "有用" / "Yes";
        helpful_no: "没用" / "No";
        thanks: "谢谢，已经记下。" / "Thank you, it is noted.";
        wrong: "内容有错？告诉我们" / "Something wrong? Tell us";
        wrong_text: "哪里不对？" / "What is wrong?";
        wrong_hint: "请不要写个人信息。想要答复的，请从“我要反映”提出。" / "Please no personal data. If you want an answer, use “Tell us”.";
        wrong_send: "提交更正" / "Send";
        wrong_missing: "请写一写哪里不对" / "Please say what is wrong";
        related: "相关问答" / "Related";

        cases_title: "办理公开" / "Published cases";
        cases_lead: "这些是已经办结的真实诉求，去掉了个人信息，供大家参考和监督。" / "Real matters that were settled, without personal data, for everybody to see.";
        cases_none: "还没有公开的案例。" / "No case has been published yet.";
        case_place: "地点" / "Where";
        case_unit: "办理单位" / "Who handled it";
        case_took: "用时" / "It took";
        case_days: "{} 天" / "{} day(s)";
        case_said: "诉求人说" / "The citizen says";
        case_more: "更早的" / "Earlier ones";
        case_published: "{} 公开" / "Published {}";
    }
}
