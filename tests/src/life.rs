//! The plain life of an order, in nine acts: register, accept, dispatch, sign,
//! reply, review, callback, close, archive.

use desk::{Desk, DeskError, Texts, Told};
use domain::codes::*;
use domain::dispatch::{Dispatch, Sign};
use domain::handling::{CallBack, Reply, ReviewReply};
use domain::ids::OrderId;
use domain::order::{Answers, Basis};
use domain::person::Actor;
use domain::text_ref::Evidence;
use domain::{Act, Moment, Order, Stage, closing, intake};
use store::Loaded;

use crate::city;

/// The acts of a life, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // Each is the act of that name.
pub enum Step {
    Register,
    Accept,
    Dispatch,
    Sign,
    Reply,
    Review,
    CallBack,
    Close,
    Archive,
}

impl Step {
    /// All of them.
    pub const ALL: [Step; 9] = [
        Step::Register,
        Step::Accept,
        Step::Dispatch,
        Step::Sign,
        Step::Reply,
        Step::Review,
        Step::CallBack,
        Step::Close,
        Step::Archive,
    ];

    /// The next one for an order that stands at a stage; none when its life
    /// is over, or not a plain one.
    pub fn next(stage: Stage) -> Option<Step> {
        Some(match stage {
            Stage::Registered => Step::Accept,
            Stage::Accepted => Step::Dispatch,
            Stage::Dispatched => Step::Sign,
            Stage::Handling => Step::Reply,
            Stage::Replied => Step::Review,
            Stage::Callback => Step::CallBack,
            Stage::Closed => Step::Archive,
            _ => return None,
        })
    }

    /// The next one for an order; none when its life is over.
    pub fn after(order: &Order) -> Option<Step> {
        match Step::next(order.stage) {
            Some(Step::CallBack) if !order.callbacks.is_empty() => Some(Step::Close),
            next => next,
        }
    }

    /// When it is done, in a life that began at a moment: an hour after the
    /// step before; the archive waits until nobody can ask for a review.
    pub fn at(self, begin: Moment) -> Moment {
        let hours = if self == Step::Archive { 120 * 24 } else { self as i64 };
        begin.plus_millis(hours * 3_600_000)
    }

    /// Who does it, when a unit has the order.
    pub fn by(self, unit: u16) -> Actor {
        let hotline = |role: Role, person: &str| Actor::staff(role, person, Some("hotline"));
        match self {
            Step::Register | Step::Accept => hotline(Role::Operator, "operator"),
            Step::Dispatch => hotline(Role::Dispatcher, "dispatcher"),
            Step::Sign | Step::Reply => {
                let unit = city::code(unit);
                Actor::staff(Role::Handler, &format!("handler of {unit}"), Some(&unit))
            }
            Step::Review => hotline(Role::ReplyReviewer, "reviewer"),
            Step::CallBack | Step::Close => hotline(Role::CallerBack, "caller"),
            Step::Archive => Actor::system(),
        }
    }

    /// The act itself, with what `say` makes up in so many words.
    ///
    /// # Panics
    /// For the registration, which is not an act on an order.
    pub fn act(self, unit: u16, say: &mut dyn FnMut(usize) -> String, texts: &mut Texts) -> Act {
        match self {
            Step::Register => unreachable!("an order is registered before anything is done to it"),
            Step::Accept => intake::Accept {}.into(),
            Step::Dispatch => dispatch(unit),
            Step::Sign => Sign { part: 1 }.into(),
            Step::Reply => reply(say, texts),
            Step::Review => ReviewReply { passed: true, faults: Vec::new(), note: texts.seal("") }.into(),
            Step::CallBack => call_back(),
            Step::Close => closing::Close { unresolved: None }.into(),
            Step::Archive => closing::Archive {}.into(),
        }
    }
}

/// The appeal with which a life begins, about a unit's matter.
pub fn told(unit: u16, begin: Moment, say: &mut dyn FnMut(usize) -> String) -> Told {
    Told {
        citizen: None,
        channel: Channel::Phone,
        received_at: begin,
        title: say(6),
        content: say(60),
        demand: say(8),
        address: String::new(),
        when: String::new(),
        wants_callback: true,
        kind: Kind::Help,
        matter: city::matter(unit).as_str().into(),
        place: "p1".into(),
        accused: Vec::new(),
        accused_people: Vec::new(),
        confidentiality: None,
        level: Level::Ordinary,
        sensitivities: Vec::new(),
        links: Vec::new(),
    }
}

fn dispatch(unit: u16) -> Act {
    let basis = Basis::Directory { entry: city::duty(unit), version: city::DIRECTORY };
    let lead = city::code(unit).as_str().into();
    Dispatch { lead, assists: Vec::new(), basis, manner: Manner::Direct, copy_to: None }.into()
}

fn reply(say: &mut dyn FnMut(usize) -> String, texts: &mut Texts) -> Act {
    let photo = Evidence { kind: EvidenceKind::Photo, hash: "f0".repeat(32), taken_at: None, position: None };
    Reply {
        part: 1,
        internal: texts.seal(&say(20)),
        public: texts.seal(&say(40)),
        conclusion: Conclusion::Solved,
        basis: vec![texts.seal(&say(8))],
        evidence: vec![photo],
    }
    .into()
}

fn call_back() -> Act {
    let answers =
        Answers { contacted: true, solved: Solved::Yes, satisfied: Satisfaction::Good, reasons: Vec::new() };
    CallBack { appeal: 0, outcome: CallOutcome::Reached, answers: Some(answers) }.into()
}

/// Registers the order with which a life begins.
///
/// # Errors
/// Those of [`Desk::register`].
pub fn begin(
    desk: &Desk,
    unit: u16,
    begin: Moment,
    say: &mut dyn FnMut(usize) -> String,
) -> Result<Loaded, DeskError> {
    desk.register(&told(unit, begin, say), None, &Step::Register.by(unit), begin)
}

/// Does one further step of a life.
///
/// # Errors
/// Those of [`Desk::perform`].
pub fn go_on(
    desk: &Desk,
    id: OrderId,
    step: Step,
    unit: u16,
    begin: Moment,
    say: &mut dyn FnMut(usize) -> String,
) -> Result<Loaded, DeskError> {
    desk.perform(id, &step.by(unit), step.at(begin), |_, texts| step.act(unit, say, texts))
}
