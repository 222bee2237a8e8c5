//! 我的诉求: where it stands, why it waits, what was answered, what happened,
//! and what the citizen can do now.

mod can;
mod clock;
mod files;
mod story;
mod waits;

pub(super) use can::Can;
pub(super) use files::{OwnFile, own_files};

use askama::Template;

use super::city;
use super::form::new_key;
use super::frame::{Frame, Section, page};
use super::look::Look;
use super::times::Times;
use super::words;
use crate::call::Call;
use crate::citizen::showing::{Mine, mine};
use crate::problem::Problem;
use crate::route::Reply;

use clock::Clock;
use story::{Answer, SaidText, Step};

#[derive(Template)]
#[template(path = "citizen/order.html")]
pub(super) struct OrderPage {
    pub frame: Frame,
    pub number: String,
    stage: &'static str,
    /// How it ended, where that says more than the stage.
    outcome: Option<&'static str>,
    clock: Clock,
    unit: Option<String>,
    others: Vec<String>,
    carried: bool,
    waits: Vec<String>,
    said: Vec<SaidText>,
    answers: Vec<Answer>,
    files: Vec<OwnFile>,
    steps: Vec<Step>,
    can: Can,
    /// What was just done.
    done: Option<&'static str>,
    /// What went wrong, and with which form.
    pub wrong: Option<Wrong>,
    /// The key under which the next form is carried out once.
    once: String,
}

/// What went wrong with a form, and what was typed into it.
#[derive(Default)]
pub(super) struct Wrong {
    /// The form.
    pub noun: String,
    /// What to do.
    pub text: String,
    /// What was typed.
    pub typed: String,
}

impl OrderPage {
    /// What was typed into a form that went wrong.
    fn typed(&self, noun: &str) -> &str {
        self.wrong.as_ref().filter(|wrong| wrong.noun == noun).map_or("", |wrong| wrong.typed.as_str())
    }

    /// Whether a form went wrong, so that it stands open.
    fn is_wrong(&self, noun: &str) -> bool {
        self.wrong.as_ref().is_some_and(|wrong| wrong.noun == noun)
    }
}

/// The page.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let reply = shown(call, 200, None)?;
    // Whoever looks is there: the half hour begins anew.
    Ok(super::ticket::remember(call, call.param("number"), reply))
}

/// The page, with what went wrong.
pub(super) fn shown(call: &Call, status: u16, wrong: Option<Wrong>) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Follow);
    let look = frame.look.clone();
    let mine = mine(call)?;
    let shown = OrderPage { wrong, ..made(call, &mine, frame)? };
    page(status, &look, &shown)
}

fn made(call: &Call, mine: &Mine, frame: Frame) -> Result<OrderPage, Problem> {
    let order = mine.order();
    let look: &Look = &frame.look;
    let times = Times::of(call, look.english);
    let texts = story::texts(call, mine)?;
    let part_name = |part: &domain::order::Part| city::unit(call, &part.unit);
    let helping = order.parts.iter().filter(|part| part.duty == domain::codes::Duty::Assist);
    let done = call.query.split('&').find_map(|pair| pair.strip_prefix("done="));
    Ok(OrderPage {
        number: mine.number.clone(),
        stage: words::stage(look, order.stage),
        outcome: order.outcome.as_ref().map(|outcome| words::outcome(look, outcome)),
        clock: clock::clock(look, order, &times, call.at),
        unit: order.lead().and_then(part_name),
        others: helping.filter_map(part_name).collect(),
        carried: order.number != mine.number,
        waits: waits::waits(look, order, &times, &texts),
        said: story::said(mine, look, &texts, &times),
        answers: story::answers(call, look, mine, &texts, &times),
        files: own_files(call, mine, look, &times)?,
        steps: story::steps(call, look, mine, &times, &texts),
        can: can::can(call, look, mine, &times, &texts),
        done: done.and_then(|done| said_of(look, done)),
        wrong: None,
        once: new_key(),
        frame,
    })
}

/// What is said once something was done.
fn said_of(look: &Look, done: &str) -> Option<&'static str> {
    let w = &look.words().acts;
    Some(match done {
        "supplements" => w.done_supplement,
        "reminders" => w.done_remind,
        "withdrawals" => w.done_withdraw,
        "kept" => w.done_withdraw_no,
        "callbacks" => w.done_rate,
        "reviews" => w.done_review,
        _ => return None,
    })
}
