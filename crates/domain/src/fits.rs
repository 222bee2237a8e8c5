//! What can be done now: which acts fit an order as it stands, for somebody,
//! before anything is said. Each act is tried with words put into its mouth;
//! a refusal that is only about these words does not count.

use crate::closing::*;
use crate::codes::*;
use crate::context::Context;
use crate::decide::decide;
use crate::dispatch::*;
use crate::dispute::*;
use crate::handling::*;
use crate::ids::{OrderId, UnitId};
use crate::intake::*;
use crate::life::Act;
use crate::order::{
    Basis, BasisKind, Claim, Dispute, DisputeStep, Order, PanelSeat, RulingTerms, SkipReason,
};
use crate::oversight::*;
use crate::refusal::Refusal;
use crate::text_ref::{Evidence, TextRef};

/// Whether an act fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The act's name.
    pub act: &'static str,
    /// The parts on which it fits; empty for an act on the whole order.
    pub parts: Vec<u16>,
    /// Why it does not; none when it does.
    pub refusal: Option<Refusal>,
}

/// For each act of the actor's role whether it fits, in the order of an
/// order's life.
pub fn fitting(order: &Order, ctx: &Context) -> Vec<Fit> {
    let mine = Act::NAMES
        .iter()
        .filter(|name| Act::roles_of(name).is_some_and(|roles| roles.contains(&ctx.by.role)));
    mine.filter_map(|name| fit(name, order, ctx)).collect()
}

fn fit(name: &'static str, order: &Order, ctx: &Context) -> Option<Fit> {
    let tries = tries(name, order, ctx);
    let mut fit = Fit { act: name, parts: Vec::new(), refusal: None };
    let mut refusals = Vec::new();
    let mut fits = false;
    for (part, act) in &tries {
        match decide(order, act, ctx) {
            Err(refusal) if !is_about_the_words(name, &refusal) => refusals.push(refusal),
            _ => {
                fits = true;
                fit.parts.extend((*part > 0).then_some(*part));
            }
        }
    }
    if !fits {
        // Of the last part: earlier ones may be over long since.
        fit.refusal = refusals.pop();
    }
    (!tries.is_empty()).then_some(fit)
}

/// Whether a refusal is about what was said, which the actor still chooses.
fn is_about_the_words(act: &str, refusal: &Refusal) -> bool {
    use Refusal::*;
    match refusal {
        // Each decision that may be reviewed is tried, and whether there is a
        // case to be published is no matter of words.
        Unfit { .. } => !matches!(act, "ask_review" | "publish"),
        UnitEnded { .. } | MayNotBeCalled { .. } | TooManyCalled { .. } | OwnUnit { .. } => true,
        MeetingDoesNotFit { .. } => true,
        TextMissing { .. }
        | TextTooLong { .. }
        | Missing { .. }
        | UnknownUnit { .. }
        | RouteDoesNotFit { .. } => true,
        // What a town may turn down is known before it says a word.
        DirectoryDoesNotSay { .. } => act != "turn_down",
        DirectorySaysOtherwise { .. } | DirectoryAsksMore { .. } | TownNeedsOverride { .. } => true,
        NoSuchRuling { .. } | RulingSaysOtherwise { .. } | RuledOtherwise { .. } => true,
        // Who is new to a quarrel names the unit, the step, the reason.
        RuledBefore { .. } | UnitsUnheard { .. } | SkipNeedsReason { .. } | ContradictsRuling { .. } => true,
        NoSuchBasis { .. } | NoMajority => true,
        UnitIsAccused { .. } | VillageMayNotLead { .. } | ReturnedBefore { .. } | HasPartAlready { .. } => {
            true
        }
        NotBelow { .. } | SameGround { .. } | PauseUnlawful { .. } => true,
        EvidenceMissing
        | EvidenceDemanded { .. }
        | BasisMissing
        | FaultsDoNotFit
        | AnswersDoNotFit
        | NeedsDeferral => true,
        UnsolvedNeedsReason
        | ReasonDoesNotFit
        | MilestonesDoNotFit { .. }
        | SameOrder
        | LinkedAlready { .. } => true,
        _ => false,
    }
}

/// The act with words put into its mouth, once for each thing that it can be
/// about: parts (with their number), appeals, decisions. Empty for acts that
/// nobody performs by themself.
fn tries(name: &str, order: &Order, ctx: &Context) -> Vec<(u16, Act)> {
    match name {
        "ask_review" => {
            let subjects =
                ReviewSubject::ALL.iter().filter(|subject| subject.is_citizens() == by_citizen(ctx));
            subjects.map(|subject| (0, AskReview { subject: *subject, grounds: text() }.into())).collect()
        }
        "call_back" => {
            let appeals = 0..order.appeals.len() as u16;
            let outcome = CallOutcome::ALL.iter().copied().find(|outcome| *outcome != CallOutcome::Reached);
            let outcome = outcome.unwrap_or(CallOutcome::Reached);
            appeals.map(|appeal| (0, CallBack { appeal, outcome, answers: None }.into())).collect()
        }
        "turn_down" => {
            let entry = reserved(order, ctx).map_or_else(String::new, |entry| entry.code.clone());
            let refuse = |part| TurnDown { part, entry: entry.clone(), basis: text() };
            (1..=order.parts.len().max(1) as u16).map(|part| (part, refuse(part).into())).collect()
        }
        _ if of_part(name, 1, ctx).is_some() => {
            // A note or a file may be about the whole order, too.
            let first = u16::from(!matches!(name, "note" | "attach"));
            let parts = first..=order.parts.len().max(1) as u16;
            parts.filter_map(|part| Some((part, of_part(name, part, ctx)?))).collect()
        }
        _ => {
            if let Some(acts) = of_disputes(name, order, ctx) {
                return acts.into_iter().map(|act| (0, act)).collect();
            }
            let asked = [order.whistles.len(), order.opinions.len(), order.helps.len(), 1].into_iter().max();
            let tries = (1..=asked.unwrap_or(1) as u16).map_while(|which| answering(name, which));
            let mut tries: Vec<(u16, Act)> = tries.map(|act| (0, act)).collect();
            tries.extend(whole(name, order).map(|act| (0, act)));
            tries
        }
    }
}

fn by_citizen(ctx: &Context) -> bool {
    ctx.by.role == Role::Citizen
}

fn text() -> TextRef {
    TextRef { hash: "words".to_owned(), chars: 1 }
}

fn evidence() -> Evidence {
    Evidence { kind: EvidenceKind::Record, hash: "record".to_owned(), taken_at: None, position: None }
}

fn no_unit() -> UnitId {
    "".into()
}

fn reason() -> Basis {
    Basis::Human { reason: text(), overrides: None }
}

/// An act on one part.
fn of_part(name: &str, part: u16, ctx: &Context) -> Option<Act> {
    Some(match name {
        "sign" => Sign { part }.into(),
        "hand_down" => HandDown { part, unit: no_unit(), note: text(), overrides: None }.into(),
        "hand_back" => HandBack { part, reason: text() }.into(),
        "return" => {
            let reason = ReturnReason::ALL[0];
            Return { part, reason, basis: text(), suggests: None, evidence: Vec::new() }.into()
        }
        "contact" => Contact { part, way: ContactWay::ALL[0], reached: true, proof: evidence() }.into(),
        "note" => Note { part, text: text(), evidence: Vec::new() }.into(),
        "attach" => Attach { part, evidence: evidence() }.into(),
        "ask_extension" => AskExtension { part, by: ctx.policy.extension.each.within, plan: text() }.into(),
        "pause" => {
            let lawful = ctx.policy.pause.reasons.value.first().copied();
            Pause { part, reason: lawful.unwrap_or(PauseReason::ALL[0]), note: text() }.into()
        }
        "resume" => Resume { part }.into(),
        "report" => Report { part, text: text(), evidence: Vec::new(), interim: true }.into(),
        "reply" => {
            let (internal, public, basis) = (text(), text(), vec![text()]);
            let evidence = vec![evidence()];
            Reply { part, internal, public, conclusion: Conclusion::ALL[0], basis, evidence }.into()
        }
        "ask_deferral" => {
            AskDeferral { part, plan: text(), sponsor: "-".to_owned(), public: false, milestones: Vec::new() }
                .into()
        }
        "whistle" => {
            let (place, purpose, basis) = (text(), text(), text());
            Whistle { part, units: Vec::new(), place, position: None, meet_at: ctx.at, purpose, basis }.into()
        }
        "consult" => Consult { part, unit: no_unit(), question: text() }.into(),
        "ask_help" => AskHelp { part, text: text() }.into(),
        "ask_termination" => {
            AskTermination { part, reason: TerminationReason::ALL[0], grounds: text() }.into()
        }
        "ask_final_answer" => AskFinalAnswer { part, document: text(), evidence: vec![evidence()] }.into(),
        _ => return None,
    })
}

/// An act of a dispute, for each unit, seat or ruling that it can be about;
/// none for other acts.
fn of_disputes(name: &str, order: &Order, ctx: &Context) -> Option<Vec<Act>> {
    let units = order.disputes.iter().flat_map(Dispute::concerned).cloned();
    let seats = || ctx.policy.dispute.iter().flat_map(|rule| rule.seats.value.iter().copied());
    let rulings = order.disputes.iter().filter_map(|dispute| dispute.ruling.as_ref());
    let numbers = || rulings.clone().map(|ruling| ruling.number.clone());
    let or_one = |mut acts: Vec<Act>, one: Act| {
        // Where there is nothing that it could be about, the refusal says so.
        acts.extend(acts.is_empty().then_some(one));
        acts
    };
    let claim = |unit: UnitId| -> Act {
        let (claim, rests_on) = (Claim::NotOurs, BasisKind::Law);
        let (counter, points_to, evidence) = (None, None, Vec::new());
        StateClaim { unit, claim, rests_on, basis: text(), counter, points_to, evidence }.into()
    };
    let sign = |unit: UnitId| -> Act { SignMinutes { unit, agrees: false, note: text() }.into() };
    let write = |seat| -> Act { WriteOpinion { seat, lead: no_unit(), opinion: text() }.into() };
    let recuse = |seat| -> Act { RecuseSeat { seat, reason: text() }.into() };
    let judge = |number| -> Act { JudgeObjection { number, upheld: false, reason: text() }.into() };
    let review = |number| -> Act {
        ReviewRuling { number, ends: true, until: None, review: None, reason: text() }.into()
    };
    let object =
        |(unit, number): (UnitId, String)| -> Act { ObjectRuling { number, unit, grounds: text() }.into() };
    Some(match name {
        "state_claim" => or_one(units.map(claim).collect(), claim(no_unit())),
        "sign_minutes" => or_one(units.map(sign).collect(), sign(no_unit())),
        "write_opinion" => or_one(seats().map(write).collect(), write(PanelSeat::Hotline)),
        "recuse_seat" => or_one(seats().map(recuse).collect(), recuse(PanelSeat::Hotline)),
        "judge_objection" => or_one(numbers().map(judge).collect(), judge(String::new())),
        "review_ruling" => or_one(numbers().map(review).collect(), review(String::new())),
        "object_ruling" => {
            let own = ctx.by.unit.iter().cloned();
            let led = rulings.clone().flat_map(|ruling| {
                [&ruling.lead].into_iter().chain(ruling.assists().iter().map(|assist| &assist.unit))
            });
            let all: Vec<UnitId> = units.chain(led.cloned()).chain(own).collect();
            let pairs = all.iter().flat_map(|unit| numbers().map(|number| (unit.clone(), number)));
            or_one(pairs.map(object).collect(), object((no_unit(), String::new())))
        }
        _ => return None,
    })
}

/// An act on a whistle, a question or a call for help, counted from 1.
fn answering(name: &str, which: u16) -> Option<Act> {
    Some(match name {
        "acknowledge_whistle" => AcknowledgeWhistle { whistle: which, coming: true, note: text() }.into(),
        "arrive" => Arrive { whistle: which, evidence: Some(evidence()), position: None }.into(),
        "report_whistle" => ReportWhistle { whistle: which, text: text(), evidence: Vec::new() }.into(),
        "close_whistle" => CloseWhistle { whistle: which, attendance: Vec::new(), result: text() }.into(),
        "answer_consult" => AnswerConsult { opinion: which, answer: text(), evidence: Vec::new() }.into(),
        "answer_help" => AnswerHelp { help: which, text: text() }.into(),
        _ => return None,
    })
}

/// An act on the whole order.
fn whole(name: &str, order: &Order) -> Option<Act> {
    let reason_text = text();
    Some(match name {
        "accept" => Accept {}.into(),
        "answer_at_once" => AnswerAtOnce { answer: text() }.into(),
        "refuse" => {
            let reason = Unacceptable::Other;
            Refuse { reason, route: reason.routes()[0], explanation: text() }.into()
        }
        "transfer" => Transfer { line: Line::ALL[0], note: text() }.into(),
        "ask_for_more" => AskForMore { question: text() }.into(),
        "supplement" => Supplement { text: text() }.into(),
        "grade" => {
            let sensitivities = order.sensitivities.clone();
            Grade { level: order.level, sensitivities, reason: reason_text }.into()
        }
        "classify" => Classify {
            kind: order.kind,
            matter: order.matter.clone(),
            place: order.place.clone(),
            accused: order.accused.clone(),
            accused_people: order.accused_people.clone(),
            facts: order.facts,
        }
        .into(),
        "split" => Split { into: Vec::new(), keeps_a_matter: true }.into(),
        "merge" => Merge { into: OrderId(i64::MIN) }.into(),
        "link" => {
            let link = crate::order::Link { kind: LinkKind::External, order: None, external: None };
            Link { link }.into()
        }
        "dispatch" => {
            let (lead, assists, basis) = (no_unit(), Vec::new(), reason());
            Dispatch { lead, assists, basis, manner: Manner::Direct, copy_to: None }.into()
        }
        "add_assist" => {
            AddAssist { assist: Assignment { unit: no_unit(), task: text() }, basis: reason() }.into()
        }
        "judge_return" => {
            JudgeReturn { verdict: ReturnVerdict::Reject, reason: reason_text, new_facts: None }.into()
        }
        "open_dispute" => {
            let ground = ReturnReason::DutiesOverlap;
            OpenDispute { reason: reason_text, ground, units: Vec::new(), new_facts: None }.into()
        }
        "establish_facts" => {
            let (position, ownership, evidence) = (None, None, Vec::new());
            EstablishFacts { text: text(), position, ownership, evidence }.into()
        }
        "advance_dispute" => {
            let skip = Some(SkipReason::Urgent);
            AdvanceDispute { to: DisputeStep::Designation, skip, reason: reason_text }.into()
        }
        "record_minutes" => {
            RecordMinutes { text: text(), terms: RulingTerms::for_this_order(no_unit()) }.into()
        }
        "rule" => {
            let terms = RulingTerms::for_this_order(no_unit());
            Rule { terms, reasons: text(), skip: None }.into()
        }
        "judge_extension" => JudgeExtension { granted: false, reason: reason_text }.into(),
        "review_reply" => ReviewReply { passed: true, faults: Vec::new(), note: text() }.into(),
        "redo" => Redo { reason: reason_text }.into(),
        "judge_deferral" => JudgeDeferral { granted: false, reason: reason_text }.into(),
        "meet_milestone" => {
            let milestone = order.next_milestone().map_or(0, |(next, _)| next);
            MeetMilestone { milestone, evidence: vec![evidence()] }.into()
        }
        "ask_withdrawal" => AskWithdrawal { statement: text() }.into(),
        "answer_withdrawal" => AnswerWithdrawal { confirmed: false }.into(),
        "judge_termination" => JudgeTermination { granted: false, reason: reason_text }.into(),
        "judge_final_answer" => JudgeFinalAnswer { granted: false, reason: reason_text }.into(),
        "close" => Close { unresolved: None }.into(),
        "archive" => Archive {}.into(),
        "remind" => Remind { text: text() }.into(),
        "supervise" => {
            let grade = Supervision::ALL[Supervision::ALL.len() - 1];
            let within = crate::time::Limit::Minutes(1, crate::time::Counting::Natural);
            Supervise { grade, text: text(), within }.into()
        }
        "answer_supervision" => AnswerSupervision { text: text() }.into(),
        "judge_review" => JudgeReview { upheld: false, reason: reason_text }.into(),
        "ask_exclusion" => {
            let reason = ExclusionReason::ALL[0];
            AskExclusion { reason, grounds: text(), evidence: vec![evidence()] }.into()
        }
        "judge_exclusion" => JudgeExclusion { granted: false, reason: reason_text }.into(),
        "publish" => Publish { title: text(), summary: text() }.into(),
        "unpublish" => Unpublish { reason: reason_text }.into(),
        "erase" => Erase { texts: Vec::new(), identities: true, basis: text() }.into(),
        // Half of a merge, and time's own act.
        _ => return None,
    })
}
