//! 派单: whose duty an order is, from the first dispatch to a ruling.

mod add_assist;
mod basis;
mod guard;
mod hand_down;
mod judge_return;
mod part;
mod propose;
mod return_;
mod send;
mod sign;
mod turn_down;

pub use add_assist::AddAssist;
pub use guard::reserved;
pub use hand_down::{HandBack, HandDown};
pub use judge_return::{JudgeReturn, ReturnVerdict};
pub use propose::{Candidate, Doubt, Obstacle, Proposal, propose};
pub use return_::Return;
pub use send::{Assignment, Dispatch};
pub use sign::Sign;
pub(crate) use sign::signed;
pub use turn_down::TurnDown;

pub(crate) use part::{holds, open_part, opening, stop_part};
