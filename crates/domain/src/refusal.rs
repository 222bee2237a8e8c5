//! Refusals: why an act may not be performed, as a code with its data. The
//! screen puts them into words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::*;
use crate::directory::Predicate;
use crate::ids::{OrderId, UnitId};
use crate::order::{BasisKind, DisputeStep, PanelSeat, Stage, WhistleStep};
use crate::time::{Limit, Moment};

/// Why an act may not be performed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
#[allow(missing_docs)] // The message says what each field means.
pub enum Refusal {
    // Who and when.
    #[error("this act is for {needs:?}")]
    NotYourRole { needs: Vec<Role> },
    #[error("the part is held by unit {holder}")]
    NotYourUnit { holder: UnitId },
    #[error("who is complained of does not act on the complaint")]
    Recused,
    #[error("who asked, or did the work, cannot decide on it")]
    SamePerson,
    #[error("the order was changed at {last:?}, after the time of this act")]
    BeforeLastEntry { last: Moment },

    // Where the order stands.
    #[error("the order stands at {stage}; the act needs {needs:?}")]
    WrongStage { stage: Stage, needs: Vec<Stage> },
    #[error("the order has no part {part}")]
    UnknownPart { part: u16 },
    #[error("part {part} is {state}")]
    PartNotOpen { part: u16, state: crate::order::PartState },
    #[error("part {part} is signed already")]
    AlreadySigned { part: u16 },
    #[error("only the lead can do this")]
    LeadOnly,
    #[error("only an assist can do this")]
    AssistOnly,
    #[error("the same is asked for already and not decided")]
    AlreadyAsked,
    #[error("nothing of the kind waits for a decision")]
    NothingAsked,
    #[error("something asked for on this order is not decided yet")]
    RequestOpen,

    // What is said.
    #[error("{field} is empty")]
    TextMissing { field: String },
    #[error("{field} has {chars} characters; at most {most} are taken")]
    TextTooLong { field: String, chars: u32, most: u32 },
    #[error("{field} is missing")]
    Missing { field: String },
    #[error("{field} does not fit")]
    Unfit { field: String },
    #[error("unit {unit} is not known")]
    UnknownUnit { unit: UnitId },
    #[error("unit {unit} has ended; in its place: {successor:?}")]
    UnitEnded { unit: UnitId, successor: Option<UnitId> },
    #[error("with {reason}, only these routes can be told: {routes:?}")]
    RouteDoesNotFit { reason: Unacceptable, routes: Vec<Route> },

    // Dispatch.
    #[error("directory entry {entry} (version {version}) is not in force or not about this")]
    DirectoryDoesNotSay { entry: String, version: u32 },
    #[error("directory entry {entry} names unit {unit}")]
    DirectorySaysOtherwise { entry: String, unit: UnitId },
    #[error("directory entry {entry} is about this only if what is not known is so: {unstated:?}")]
    DirectoryAsksMore { entry: String, unstated: Vec<Predicate> },
    #[error("directory entry {entry} gives this to {lead}; a town gets it only by a named override")]
    TownNeedsOverride { unit: UnitId, entry: String, lead: UnitId },
    #[error("unit {unit} is no town or village; it returns what is not its duty")]
    NotGrassroots { unit: UnitId },
    #[error("no ruling {number} in force is about this")]
    NoSuchRuling { number: String },
    #[error("ruling {number} names unit {unit}")]
    RulingSaysOtherwise { number: String, unit: UnitId },
    #[error("unit {unit} is complained of, or lies below one that is, and cannot handle the order")]
    UnitIsAccused { unit: UnitId },
    #[error("a village or community cannot be the lead")]
    VillageMayNotLead { unit: UnitId },
    #[error("unit {unit} returned the order; only a ruling can send it there again")]
    ReturnedBefore { unit: UnitId },
    #[error("unit {unit} has a part already")]
    HasPartAlready { unit: UnitId },
    #[error("unit {unit} does not lie below {above}")]
    NotBelow { unit: UnitId, above: UnitId },
    #[error("the part was not handed down")]
    NotHandedDown,

    // Returns.
    #[error("the time for a return passed at {until:?}")]
    ReturnWindowPassed { until: Moment },
    #[error("the unit has signed, and under this policy cannot return")]
    SignedMeansAccepted,
    #[error("a ruling binds the unit")]
    BoundByRuling { number: String },
    #[error("the unit returned on this ground before")]
    SameGround { reason: ReturnReason },
    #[error("on an urgent order the first receiver acts first")]
    ActFirst,

    // Disputes and rulings.
    #[error("ruling {number} settled this ground already; without new facts it is not ruled again")]
    RuledBefore { number: String },
    #[error("ruling {number} in force says that unit {unit} leads")]
    RuledOtherwise { number: String, unit: UnitId },
    #[error("the dispute stands at {step}; the act needs {needs:?}")]
    WrongDisputeStep { step: DisputeStep, needs: Vec<DisputeStep> },
    #[error("the dispute does not concern unit {unit}")]
    NotAParty { unit: UnitId },
    #[error("unit {unit} is a party to the dispute, and does not rule on it")]
    PartyMayNotRule { unit: UnitId },
    #[error("a claim rests on one of {bases:?}")]
    NoSuchBasis { bases: Vec<BasisKind> },
    #[error("the units {units:?} have not been heard, and still may speak: wait, or name the reason")]
    UnitsUnheard { units: Vec<UnitId> },
    #[error("step {step} is not done: it is left out for a named reason, or not at all")]
    SkipNeedsReason { step: DisputeStep },
    #[error("the panel's seats are {seats:?}")]
    NoSuchSeat { seats: Vec<PanelSeat> },
    #[error("seat {seat} stands aside")]
    SeatRecused { seat: PanelSeat },
    #[error("{opinions} opinions were written; a ruling of the panel needs {quorum}")]
    NoQuorum { opinions: u16, quorum: u16 },
    #[error("a ruling of the panel follows more than half of its opinions")]
    NoMajority,
    #[error("ruling {number} in force says otherwise of the same: take its place, or rule as it does")]
    ContradictsRuling { number: String },
    #[error("ruling {number} has ended")]
    RulingEnded { number: String },
    #[error("the time for an objection passed at {until:?}")]
    ObjectionWindowPassed { until: Moment },

    // More time.
    #[error("the time is over; more must be asked for before")]
    TooLate { due: Moment },
    #[error("{times} extensions were granted, and no more are")]
    ExtensionsUsedUp { times: u16 },
    #[error("at most {most} can be asked for")]
    TooLong { most: Limit },
    #[error("this is no lawful reason to pause here; lawful: {lawful:?}")]
    PauseUnlawful { lawful: Vec<PauseReason> },
    #[error("the part is paused since {since:?}")]
    IsPaused { since: Moment },
    #[error("the part is not paused")]
    NotPaused,
    #[error("the part has no limit that could be moved")]
    NoLimit,

    // What units ask of others.
    #[error("the policy in force has no rule for this: {what}")]
    NotProvided { what: String },
    #[error("unit {unit} does not whistle; units of these kinds do: {kinds:?}")]
    MayNotWhistle { unit: UnitId, kinds: Vec<UnitKind> },
    #[error("unit {unit} cannot be called; units of these kinds can: {kinds:?}")]
    MayNotBeCalled { unit: UnitId, kinds: Vec<UnitKind> },
    #[error("at most {most} units can be called at once")]
    TooManyCalled { most: u16 },
    #[error("{most} are open already, and no more may be")]
    TooManyOpen { most: u16 },
    #[error("unit {unit} is the one that asks, or lies below it: hand the part down instead")]
    OwnUnit { unit: UnitId },
    #[error("the meeting must lie between {from:?} and {latest:?}")]
    MeetingDoesNotFit { from: Moment, latest: Moment },
    #[error("the order has no whistle {whistle}")]
    UnknownWhistle { whistle: u16 },
    #[error("whistle {whistle} is over")]
    WhistleEnded { whistle: u16 },
    #[error("your unit was not called by this whistle")]
    NotCalled,
    #[error("your unit has done this already: {step}")]
    WhistleStepDone { step: WhistleStep },
    #[error("before the meeting at {meet_at:?} it ends only when all have reported or declined")]
    WhistleNotYet { meet_at: Moment },
    #[error("your unit was called or asked, and has no part in the order")]
    NoPart,

    // Attachments.
    #[error("the file {hash} is attached to the order already")]
    AttachedAlready { hash: String },
    #[error("{most} files are attached to the order, and no more are taken")]
    TooManyAttachments { most: u16 },

    // Reply and after.
    #[error("the assists {parts:?} have neither reported nor run out of time")]
    AssistsOpen { parts: Vec<u16> },
    #[error("a reply of this kind needs evidence")]
    EvidenceMissing,
    #[error("the directory demands evidence of these kinds, too: {kinds:?}")]
    EvidenceDemanded { kinds: Vec<EvidenceKind> },
    #[error("a reply of this kind needs its legal or policy basis")]
    BasisMissing,
    #[error("what cannot be solved yet is deferred first, with plan and milestones")]
    NeedsDeferral,
    #[error("a review that does not pass names what is wrong; one that passes, nothing")]
    FaultsDoNotFit,
    #[error("the order has no appeal {appeal}")]
    UnknownAppeal { appeal: u16 },
    #[error("this citizen does not want to be called")]
    WantsNoCallback,
    #[error("the next attempt may be made at {from:?}")]
    TooSoon { from: Moment },
    #[error("{attempts} attempts were made, and no more may be")]
    AttemptsUsedUp { attempts: u16 },
    #[error("this citizen answered already")]
    AlreadyAnswered,
    #[error("answers are given by a citizen who was reached, and only then")]
    AnswersDoNotFit,
    #[error("the citizens of the appeals {appeals:?} are still to be asked")]
    CallbacksOpen { appeals: Vec<u16> },
    #[error("it is not solved: redo it, or say why it is closed all the same")]
    UnsolvedNeedsReason,
    #[error("the reason for closing does not fit what the citizens said")]
    ReasonDoesNotFit,
    #[error("it was redone {times} times, and no more is; supervise or review instead")]
    RedosUsedUp { times: u16 },

    // Other ends.
    #[error("milestones must rise from now on, at least one, the last before {latest:?}")]
    MilestonesDoNotFit { latest: Moment },
    #[error("the milestone is not the next one to be met")]
    NotNextMilestone { next: Option<u16> },
    #[error("only the citizen can make a withdrawal true")]
    NotConfirmed,
    #[error("a review may be asked for until {until:?}")]
    ReviewStillOpen { until: Moment },
    #[error("the time for a review passed at {until:?}")]
    ReviewWindowPassed { until: Moment },
    #[error("this was reviewed once, and that is final")]
    ReviewedOnce,
    #[error("supervision rises; the last was {last}")]
    GradeMustRise { last: Supervision },

    // The public.
    #[error("the order is confidential, accuses somebody, or touches what is not published")]
    NotForThePublic,
    #[error("under this policy citizens do not join orders by themselves; staff do")]
    JoinedByStaff,

    // Several orders.
    #[error("an order cannot be joined with itself")]
    SameOrder,
    #[error("order {order} carries this already")]
    LinkedAlready { order: OrderId },
    #[error("nothing is due")]
    NothingDue,
}
