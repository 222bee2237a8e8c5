//! The code lists of the field in plain words, as a citizen understands them.
//! Each is a match without a rest: a new code does not compile until somebody
//! has put it into words.

use domain::codes::*;
use domain::{Outcome, Stage};

use crate::citizen::pages::Look;

/// Where an order stands.
pub(in crate::citizen::pages) fn stage(look: &Look, stage: Stage) -> &'static str {
    match stage {
        Stage::Registered => look.say("已登记，等热线审核", "Registered, to be read by the hotline"),
        Stage::AwaitingSupplement => look.say("等您补充情况", "Waiting for your answer"),
        Stage::Accepted => look.say("已受理，正在分派", "Taken up, being passed on"),
        Stage::Dispatched => look.say("已转办，等单位签收", "Passed on, not yet taken by the unit"),
        Stage::Handling => look.say("正在办理", "Being handled"),
        Stage::Disputed => look.say("正在确定由谁办理", "Being settled whose duty it is"),
        Stage::Replied => look.say("单位已答复，热线在审核", "Answered, the hotline checks the answer"),
        Stage::Callback => look.say("已答复，请您评价", "Answered: please rate it"),
        Stage::Deferred => look.say("已列入计划，持续跟踪", "Planned and watched"),
        Stage::Closed => look.say("已办结", "Closed"),
        Stage::Archived => look.say("已归档", "Filed"),
    }
}

/// How it ended.
pub(in crate::citizen::pages) fn outcome(look: &Look, outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::AnsweredAtOnce => look.say("已当场答复", "Answered at once"),
        Outcome::Refused { .. } => look.say("不予受理", "Not taken up"),
        Outcome::Transferred { .. } => look.say("已转紧急专线", "Handed to an emergency line"),
        Outcome::Merged { .. } => look.say("已合并办理", "Joined with the same matter"),
        Outcome::Split => look.say("已分开登记办理", "Split into several matters"),
        Outcome::Handled { .. } => look.say("已办结", "Closed"),
        Outcome::Withdrawn => look.say("您已撤回", "Withdrawn by you"),
        Outcome::Terminated { .. } => look.say("已终止办理", "Ended before it was done"),
        Outcome::FinalAnswer => look.say("已作最终答复", "Finally answered"),
    }
}

/// What the unit says that it did.
pub(in crate::citizen::pages) fn conclusion(look: &Look, conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::Solved => look.say("单位认为：已解决", "The unit says: solved"),
        Conclusion::PartlySolved => look.say("单位认为：部分解决", "The unit says: partly solved"),
        Conclusion::Answered => look.say("已答复", "Answered"),
        Conclusion::Explained => look.say("已解释说明", "Explained"),
        Conclusion::Planned => look.say("列入计划", "Planned"),
        Conclusion::CannotYet => look.say("暂时无法解决", "Cannot be solved yet"),
        Conclusion::LegalRoute => look.say("需走法定途径", "Needs another lawful way"),
    }
}

/// What an appeal is.
pub(in crate::citizen::pages) fn kind(look: &Look, kind: Kind) -> &'static str {
    match kind {
        Kind::Consultation => look.say("咨询：想问清楚", "A question"),
        Kind::Help => look.say("求助：想请人解决", "A request for help"),
        Kind::Complaint => look.say("投诉：对办事或服务不满", "A complaint about how something was done"),
        Kind::Report => look.say("举报：有人违法违规", "A report of something unlawful"),
        Kind::Suggestion => look.say("建议", "An idea"),
        Kind::Praise => look.say("表扬", "Praise"),
        Kind::Other => look.say("其他", "Something else"),
    }
}

/// Why the unit's time stands still.
pub(in crate::citizen::pages) fn pause(look: &Look, reason: PauseReason) -> &'static str {
    match reason {
        PauseReason::AwaitCitizen => look.say("等您补充情况", "waiting for you"),
        PauseReason::Appraisal => look.say("等法定鉴定、检测结果", "waiting for a legal appraisal or test"),
        PauseReason::Judicial => look.say("等司法程序", "waiting for a court"),
        PauseReason::ForceMajeure => look.say("不可抗力", "an act of nature"),
    }
}

/// Why an appeal is not taken up.
pub(in crate::citizen::pages) fn unacceptable(look: &Look, reason: Unacceptable) -> &'static str {
    use Unacceptable::*;
    match reason {
        LegalProcedure => look.say(
            "须通过诉讼、仲裁、行政复议、政府信息公开等法定程序解决",
            "it must go through a court, arbitration, reconsideration or another legal procedure",
        ),
        Petition => look.say("已进入信访渠道或信访已终结", "it is with the petition office, or ended there"),
        Secret => look.say("涉及国家秘密、商业秘密或他人隐私", "it touches secrets or others' privacy"),
        Unlawful => look.say("违反法律法规或公序良俗", "it asks for something unlawful"),
        SameMatter => look.say(
            "同一事项正在办理或已办结，没有新情况",
            "the same matter is being handled or is closed, and nothing is new",
        ),
        LawfullyHandled => look.say(
            "承办单位已依法处理，结论合法合理",
            "the unit dealt with it lawfully, and its conclusion is sound",
        ),
        OtherBody => look.say("不属于政府部门的职责", "it is not a matter of the government"),
        TooVague => look.say("内容不具体，无法核实", "it is too vague to be looked into"),
        BeyondGovernment => look.say(
            "超出政府职责，由市场或社会解决",
            "it is beyond the government and is settled between the parties",
        ),
        Harassment => look.say("恶意骚扰、扰乱秩序", "it is harassment"),
        OtherArea => look.say("不属于本市管辖", "it lies outside this city"),
        Other => look.say("其他原因", "another reason"),
    }
}

/// Where a citizen can lawfully turn.
pub(in crate::citizen::pages) fn route(look: &Look, route: Route) -> &'static str {
    match route {
        Route::Court => look.say("向人民法院起诉", "bring it before a court"),
        Route::Arbitration => look.say("申请仲裁", "ask for arbitration"),
        Route::Reconsideration => look.say("申请行政复议", "ask for administrative reconsideration"),
        Route::Discipline => look.say("向纪检监察机关反映", "turn to the discipline inspection"),
        Route::Disclosure => look.say("申请政府信息公开", "ask for government information"),
        Route::PetitionOffice => look.say("向信访部门反映", "turn to the petition office"),
        Route::Police => look.say("向公安机关报案", "turn to the police"),
        Route::CompetentBody => look.say("向有权处理的机关、组织提出", "turn to the body in charge"),
        Route::OtherHotline => look.say("拨打当地区号加 12345", "call 12345 of that area"),
        Route::Market => look.say("协商、调解或找行业协会、消费者组织", "negotiate, mediate, or ask an association"),
        Route::EarlierResult => look.say("查看原来的办理结果", "look at the earlier result"),
        Route::AppealAgain => look.say("补充具体情况后重新提出", "bring it again with the facts"),
    }
}

/// The line to which a call was handed.
pub(in crate::citizen::pages) fn line(look: &Look, line: Line) -> &'static str {
    match line {
        Line::Police => "110",
        Line::Fire => "119",
        Line::Ambulance => "120",
        Line::Traffic => "122",
        Line::Water => look.say("供水", "water"),
        Line::Power => look.say("供电", "power"),
        Line::Gas => look.say("供气", "gas"),
        Line::Heat => look.say("供热", "heating"),
    }
}

/// The citizen's word on whether it is solved.
pub(in crate::citizen::pages) fn solved(look: &Look, solved: Solved) -> &'static str {
    match solved {
        Solved::Yes => look.say("解决了", "Solved"),
        Solved::Partly => look.say("解决了一部分", "Partly"),
        Solved::No => look.say("没解决", "Not solved"),
    }
}

/// How content the citizen is.
pub(in crate::citizen::pages) fn satisfaction(look: &Look, satisfied: Satisfaction) -> &'static str {
    match satisfied {
        Satisfaction::VeryBad => look.say("很不满意", "Not at all"),
        Satisfaction::Bad => look.say("不满意", "No"),
        Satisfaction::Fair => look.say("基本满意", "More or less"),
        Satisfaction::Good => look.say("满意", "Yes"),
        Satisfaction::VeryGood => look.say("很满意", "Very much"),
    }
}

/// What was wrong.
pub(in crate::citizen::pages) fn grievance(look: &Look, grievance: Grievance) -> &'static str {
    match grievance {
        Grievance::NotContacted => look.say("没人联系我", "Nobody contacted me"),
        Grievance::NotSolved => look.say("问题没解决", "It is not solved"),
        Grievance::Slow => look.say("拖得太久", "It took too long"),
        Grievance::Rude => look.say("态度不好", "They were rude"),
        Grievance::Untrue => look.say("答复和事实不符", "The answer is not true"),
        Grievance::Policy => look.say("对政策本身不满意", "It is the policy that I do not like"),
        Grievance::Other => look.say("其他", "Something else"),
    }
}

/// Of which decision a citizen asks for a second look.
pub(in crate::citizen::pages) fn review(look: &Look, subject: ReviewSubject) -> &'static str {
    match subject {
        ReviewSubject::Refusal => look.say("不予受理", "That it was not taken up"),
        ReviewSubject::Closure => look.say("办结的结果", "How it was closed"),
        ReviewSubject::Merge => look.say("合并办理：不是同一件事", "The joining: it is another matter"),
        ReviewSubject::Exclusion => look.say("不计入考核", "That it is left out of the scores"),
        // Those that only units ask for are never shown to a citizen.
        ReviewSubject::Rating
        | ReviewSubject::ReturnRejected
        | ReviewSubject::Lateness
        | ReviewSubject::ExclusionRejected => look.say("单位的申诉", "A unit's"),
    }
}
