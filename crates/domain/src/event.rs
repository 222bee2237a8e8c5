//! What happened. An act, once decided, becomes one entry of the journal:
//! who, when, and the events that it brought about, in order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::*;
use crate::directory::Facts;
use crate::ids::{MatterCode, OrderId, PersonId, PlaceCode, UnitId};
use crate::order::{
    Answers, Appeal, Arrival, Attendance, BasisKind, Claim, Dispute, DisputeStep, Link, Milestone, Outcome,
    Override, PanelSeat, Part, Reply, ReturnFate, Ruling, RulingTerms, SkipReason, Whistle, WhistleStep,
};
use crate::person::Actor;
use crate::text_ref::{Evidence, TextRef};
use crate::time::{Limit, Moment};

/// One entry of the journal: an act and all that it brought about. An entry
/// is written as a whole or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Entry {
    /// The order.
    pub order: OrderId,
    /// Counted from 1 without a gap; the order's version afterwards.
    pub seq: u32,
    /// When.
    pub at: Moment,
    /// Who.
    pub by: Actor,
    /// The act, by its name.
    #[schemars(with = "crate::life::ActName")]
    pub act: String,
    /// What it brought about, in order.
    pub events: Vec<Event>,
}

/// One thing that happened to an order. Events hold everything that follows
/// from them (limits, due dates), so that an order can be folded from its
/// journal without the policy or the calendar of the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // Each field says what the act of the same name calls it.
pub enum Event {
    // Intake.
    Registered {
        number: String,
        appeal: Box<Appeal>,
        kind: Kind,
        matter: MatterCode,
        place: PlaceCode,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        accused: Vec<UnitId>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        accused_people: Vec<PersonId>,
        confidentiality: Confidentiality,
        level: Level,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        sensitivities: Vec<Sensitivity>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        links: Vec<Link>,
    },
    MoreAsked {
        question: TextRef,
        until: Moment,
    },
    Supplemented {
        text: TextRef,
    },
    Accepted,
    AnsweredAtOnce {
        answer: TextRef,
    },
    Explained {
        text: TextRef,
    },
    Graded {
        level: Level,
        sensitivities: Vec<Sensitivity>,
        reason: TextRef,
    },
    Classified {
        kind: Kind,
        matter: MatterCode,
        place: PlaceCode,
        accused: Vec<UnitId>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        accused_people: Vec<PersonId>,
        #[serde(default, skip_serializing_if = "Facts::is_empty")]
        facts: Facts,
    },
    Linked {
        link: Link,
    },
    TookIn {
        appeals: Vec<Appeal>,
    },

    // Dispatch.
    PartOpened {
        part: Box<Part>,
    },
    Signed {
        part: u16,
        #[serde(default, skip_serializing_if = "is_false")]
        by_silence: bool,
    },
    HandedDown {
        part: u16,
        unit: UnitId,
        note: TextRef,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        overrides: Option<Override>,
    },
    HandedBack {
        part: u16,
        reason: TextRef,
    },
    ReturnAsked {
        part: u16,
        unit: UnitId,
        reason: ReturnReason,
        basis: TextRef,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        suggests: Option<UnitId>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    ReturnJudged {
        fate: ReturnFate,
        reason: TextRef,
    },
    PartReturned {
        part: u16,
    },
    TurnedDown {
        part: u16,
        unit: UnitId,
        entry: String,
        version: u32,
    },
    DisputeOpened {
        dispute: Box<Dispute>,
    },
    ClaimStated {
        unit: UnitId,
        claim: Claim,
        rests_on: BasisKind,
        basis: TextRef,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        counter: Option<TextRef>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        points_to: Option<UnitId>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    FactsEstablished {
        text: TextRef,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        position: Option<(i32, i32)>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ownership: Option<TextRef>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        evidence: Vec<Evidence>,
    },
    DisputeMoved {
        to: DisputeStep,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        skipped: Option<SkipReason>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<TextRef>,
    },
    MinutesRecorded {
        text: TextRef,
        terms: Box<RulingTerms>,
    },
    MinutesSigned {
        unit: UnitId,
        agrees: bool,
        note: TextRef,
    },
    OpinionWritten {
        seat: PanelSeat,
        lead: UnitId,
        opinion: TextRef,
    },
    Recused {
        seat: PanelSeat,
        reason: TextRef,
    },
    Ruled {
        ruling: Box<Ruling>,
    },
    Bound {
        part: u16,
    },
    RulingObjected {
        number: String,
        unit: UnitId,
        grounds: TextRef,
    },
    ObjectionJudged {
        number: String,
        upheld: bool,
        reason: TextRef,
    },
    RulingReviewed {
        number: String,
        ends: bool,
        until: Option<jiff::civil::Date>,
        review: Option<jiff::civil::Date>,
        reason: TextRef,
    },

    // Handling.
    Contacted {
        part: u16,
        way: ContactWay,
        reached: bool,
        proof: Evidence,
    },
    Noted {
        part: u16,
        text: TextRef,
        evidence: Vec<Evidence>,
    },
    Attached {
        part: u16,
        evidence: Evidence,
    },
    ExtensionAsked {
        part: u16,
        by: Limit,
        plan: TextRef,
    },
    ExtensionJudged {
        granted: bool,
        reason: TextRef,
    },
    Paused {
        part: u16,
        reason: PauseReason,
        until: Moment,
    },
    Resumed {
        part: u16,
    },
    PartReported {
        part: u16,
        text: TextRef,
        evidence: Vec<Evidence>,
        interim: bool,
    },
    Replied {
        reply: Box<Reply>,
    },

    // What units ask of others.
    Whistled {
        whistle: Box<Whistle>,
    },
    WhistleAcknowledged {
        whistle: u16,
        unit: UnitId,
        coming: bool,
        note: TextRef,
    },
    Arrived {
        whistle: u16,
        unit: UnitId,
        arrival: Arrival,
    },
    WhistleReported {
        whistle: u16,
        unit: UnitId,
        text: TextRef,
        evidence: Vec<Evidence>,
    },
    WhistleClosed {
        whistle: u16,
        attendance: Vec<Attendance>,
        result: TextRef,
    },
    WhistleLate {
        whistle: u16,
        unit: UnitId,
        step: WhistleStep,
    },
    OpinionAsked {
        part: u16,
        from: UnitId,
        unit: UnitId,
        question: TextRef,
        until: Moment,
    },
    OpinionGiven {
        opinion: u16,
        answer: TextRef,
        evidence: Vec<Evidence>,
    },
    HelpAsked {
        part: u16,
        text: TextRef,
    },
    HelpAnswered {
        help: u16,
        text: TextRef,
    },

    // After the reply.
    ReplyReviewed {
        passed: bool,
        faults: Vec<ReplyFault>,
        note: TextRef,
    },
    CalledBack {
        appeal: u16,
        outcome: CallOutcome,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answers: Option<Answers>,
    },
    Redone {
        reason: TextRef,
    },

    // Ends other than the plain one.
    DeferralAsked {
        plan: TextRef,
        sponsor: String,
        public: bool,
        milestones: Vec<Milestone>,
    },
    DeferralJudged {
        granted: bool,
        reason: TextRef,
    },
    MilestoneMet {
        milestone: u16,
        evidence: Vec<Evidence>,
    },
    MilestoneMissed {
        milestone: u16,
    },
    DeferralEnded,
    WithdrawalAsked {
        statement: TextRef,
    },
    WithdrawalAnswered {
        confirmed: bool,
    },
    TerminationAsked {
        reason: TerminationReason,
        grounds: TextRef,
    },
    TerminationJudged {
        granted: bool,
        reason: TextRef,
    },
    FinalAnswerAsked {
        document: TextRef,
        evidence: Vec<Evidence>,
    },
    FinalAnswerJudged {
        granted: bool,
        reason: TextRef,
    },
    Closed {
        outcome: Outcome,
        review_until: Moment,
        archive_at: Moment,
    },
    Reopened {
        stage: crate::order::Stage,
    },
    Archived,

    // Oversight.
    ReviewAsked {
        subject: ReviewSubject,
        grounds: TextRef,
    },
    ReviewJudged {
        upheld: bool,
        reason: TextRef,
    },
    ExclusionAsked {
        reason: ExclusionReason,
        grounds: TextRef,
        evidence: Vec<Evidence>,
    },
    ExclusionJudged {
        granted: bool,
        reason: TextRef,
    },
    ExclusionRevoked,
    Reminded {
        text: TextRef,
    },
    Supervised {
        grade: Supervision,
        text: TextRef,
        due: Moment,
    },
    SupervisionAnswered {
        text: TextRef,
    },
    Published {
        title: TextRef,
        summary: TextRef,
    },
    Unpublished {
        reason: TextRef,
    },
    Erased {
        texts: Vec<String>,
        identities: bool,
        basis: TextRef,
    },

    // Clocks.
    ClockStarted {
        kind: ClockKind,
        part: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Moment>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        limit: Option<Limit>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Moment>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        warn_at: Vec<Moment>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        red_at: Option<Moment>,
    },
    ClockStopped {
        kind: ClockKind,
        part: u16,
    },
    ClockRestarted {
        kind: ClockKind,
        part: u16,
    },
    ClockPaused {
        kind: ClockKind,
        part: u16,
        reason: PauseReason,
    },
    ClockResumed {
        kind: ClockKind,
        part: u16,
        due: Option<Moment>,
        warn_at: Vec<Moment>,
        red_at: Option<Moment>,
    },
    ClockExtended {
        kind: ClockKind,
        part: u16,
        by: Limit,
        due: Moment,
        warn_at: Vec<Moment>,
        red_at: Option<Moment>,
    },
    ClockReset {
        kind: ClockKind,
        part: u16,
        from: Moment,
        limit: Limit,
        due: Option<Moment>,
        warn_at: Vec<Moment>,
        red_at: Option<Moment>,
    },
    ClockWarned {
        kind: ClockKind,
        part: u16,
    },
    ClockLate {
        kind: ClockKind,
        part: u16,
    },
    ClockRed {
        kind: ClockKind,
        part: u16,
    },
}

fn is_false(value: &bool) -> bool {
    !value
}
