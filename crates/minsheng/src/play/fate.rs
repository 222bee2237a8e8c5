//! What will become of an order, so far as it does not depend on the rules:
//! drawn by chance in a simulation, taken from the record in a replay.

use domain::codes::*;
use domain::ids::UnitId;
use domain::{Act, Moment, Refusal};
use rand_chacha::ChaCha8Rng;

/// How an appeal is screened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screening {
    /// Goes on to a unit.
    Accept,
    /// Answered at once.
    Answer,
    /// Not accepted.
    Refuse,
    /// Handed to an emergency line.
    Transfer(Line),
    /// Something is missing.
    AskMore,
}

/// What will become of an order.
#[derive(Debug, Clone)]
pub struct Fate {
    /// The order's own chance.
    pub rng: ChaCha8Rng,
    /// How it is screened.
    pub screening: Screening,
    /// Whether the citizen gives what is asked for.
    pub supplements: bool,
    /// The unit whose duty it is.
    pub owner: UnitId,
    /// Units that it is sent to first, in error.
    pub detours: Vec<UnitId>,
    /// Whether nobody can know beforehand whose duty it is: the duties leave it open.
    pub unclear: bool,
    /// Units that assist.
    pub assists: Vec<(UnitId, String)>,
    /// The basis is the record of another system, not the directory.
    pub recorded: bool,
    /// The lead never signs by hand.
    pub silent: bool,
    /// The lead hands its part to a unit below, where it has one.
    pub hands_down: bool,
    /// A return is asked for although the order is the unit's own.
    pub unfounded_return: bool,
    /// More time is asked for.
    pub extends: bool,
    /// The clock is paused.
    pub pauses: bool,
    /// The order is deferred, and whether its milestones are met.
    pub defers: Option<bool>,
    /// The order ends by withdrawal, and whether the citizen confirms.
    pub withdraws: Option<bool>,
    /// The order is terminated.
    pub terminates: bool,
    /// The order ends with a final answer.
    pub final_answer: bool,
    /// The first reply is a bad one.
    pub bad_reply: bool,
    /// When the reply is given; none leaves it to chance.
    pub replied_at: Option<Moment>,
    /// How much of its time the unit takes; above 1 it is late.
    pub pace: f64,
    /// What the unit concludes.
    pub conclusion: Conclusion,
    /// The internal text and the public one; none takes a phrase.
    pub reply: Option<(String, String)>,
    /// What the citizen says, round by round; the last holds for all others.
    /// None cannot be reached.
    pub verdicts: Vec<Option<(Solved, Satisfaction)>>,
    /// The citizen asks for a review after the end, and whether it is upheld.
    pub complains: Option<bool>,
    /// The unit asks for exclusion, and whether both say yes.
    pub excludes: Option<bool>,
    /// How often the citizen reminds.
    pub reminders: u8,
}

impl Fate {
    /// What a unit learns from a refusal: it does not ask for the same again.
    pub fn was_refused(&mut self, act: &Act, refusal: &Refusal) {
        match act {
            Act::Return(_) if *refusal != Refusal::ActFirst => {
                self.unfounded_return = false;
                self.detours.clear();
            }
            Act::AskExtension(_) => self.extends = false,
            Act::Pause(_) => self.pauses = false,
            Act::AskDeferral(_) | Act::JudgeDeferral(_) => self.defers = None,
            Act::AskWithdrawal(_) => self.withdraws = None,
            Act::AskTermination(_) => self.terminates = false,
            Act::AskFinalAnswer(_) => self.final_answer = false,
            Act::AskReview(_) => self.complains = None,
            Act::AskExclusion(_) => self.excludes = None,
            Act::Remind(_) => self.reminders = 0,
            _ => {}
        }
    }
}
