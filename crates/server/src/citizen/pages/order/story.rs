//! What was said, what was answered, what happened.

use std::collections::HashMap;

use domain::codes::Role;
use domain::order::Reply;
use domain::text_ref::TextRef;
use domain::{Entry, Outcome};

use crate::call::Call;
use crate::citizen::page::{told_with, went_to};
use crate::citizen::pages::city;
use crate::citizen::pages::frame::fill;
use crate::citizen::pages::look::Look;
use crate::citizen::pages::times::Times;
use crate::citizen::pages::words;
use crate::citizen::showing::Mine;
use crate::problem::Problem;

/// The texts of an order, by hash.
pub(super) struct Texts(HashMap<String, Option<String>>);

impl Texts {
    /// A text as it was said; none when it was erased.
    pub fn plain(&self, text: &TextRef) -> Option<String> {
        self.0.get(&text.hash).cloned().flatten()
    }

    /// A text of somebody else: without what identifies anybody.
    pub fn masked(&self, text: &TextRef) -> Option<String> {
        self.plain(text).map(|body| text::mask(&body, &[]))
    }
}

/// The texts of the order that carries the appeal, and of that on which it
/// was registered.
pub(super) fn texts(call: &Call, mine: &Mine) -> Result<Texts, Problem> {
    let mut texts = mine.file.texts.clone();
    if mine.order().id != mine.registered {
        texts.extend(call.app.store().texts(mine.registered)?);
    }
    Ok(Texts(texts))
}

/// What the citizen said.
pub(in crate::citizen::pages) struct SaidText {
    pub at: String,
    pub content: Option<String>,
    /// What was told apart: what is wanted, where exactly, when; each with its name.
    pub apart: Vec<(&'static str, String)>,
}

/// What the citizen said, each of their appeals.
pub(super) fn said(mine: &Mine, look: &Look, texts: &Texts, times: &Times) -> Vec<SaidText> {
    let w = &look.words().order;
    let order = mine.order();
    let own = mine.appeals.iter().filter_map(|at| order.appeals.get(usize::from(*at)));
    own.map(|appeal| SaidText {
        at: times.moment(appeal.received_at),
        content: texts.plain(&appeal.content),
        apart: [(w.demand, &appeal.demand), (w.address, &appeal.address), (w.when, &appeal.when)]
            .into_iter()
            .filter_map(|(name, text)| Some((name, texts.plain(text.as_ref()?)?)))
            .collect(),
    })
    .collect()
}

/// An answer.
pub(in crate::citizen::pages) struct Answer {
    pub title: String,
    pub conclusion: Option<&'static str>,
    pub text: Option<String>,
    /// Files that the unit shows with it.
    pub more: Vec<String>,
}

/// What was answered: replies that passed, answers at once, refusals.
pub(super) fn answers(call: &Call, look: &Look, mine: &Mine, texts: &Texts, times: &Times) -> Vec<Answer> {
    let order = mine.order();
    let w = &look.words().order;
    let passed = |reply: &&Reply| reply.review.as_ref().is_some_and(|review| review.passed);
    let from_unit = |reply: &Reply| {
        let unit = reply.by.unit.as_ref().and_then(|unit| city::unit(call, unit));
        let unit = unit.unwrap_or_else(|| w.unit.to_owned());
        Answer {
            title: fill(w.reply_from, &[&unit, &times.moment(reply.at)]),
            conclusion: Some(words::conclusion(look, reply.conclusion)),
            text: texts.masked(&reply.public),
            more: Vec::new(),
        }
    };
    let mut answers: Vec<Answer> = order.replies.iter().filter(passed).map(from_unit).collect();
    answers.extend(mine.file.history.iter().filter_map(|entry| at_once(look, entry, texts, times)));
    answers.extend(order.outcome.as_ref().and_then(|outcome| ended(look, outcome)));
    answers.reverse();
    answers
}

/// What the hotline answered by itself.
fn at_once(look: &Look, entry: &Entry, texts: &Texts, times: &Times) -> Option<Answer> {
    let own = matches!(entry.act.as_str(), "answer_at_once" | "refuse");
    let told = entry.events.iter().filter(|_| own).find_map(told_with)?;
    Some(Answer {
        title: fill(look.words().order.reply_from, &[look.words().shell.service, &times.moment(entry.at)]),
        conclusion: None,
        text: texts.masked(told),
        more: Vec::new(),
    })
}

/// An end that says where to turn.
fn ended(look: &Look, outcome: &Outcome) -> Option<Answer> {
    let w = &look.words().order;
    let (title, more) = match outcome {
        Outcome::Refused { reason, route } => (
            w.reply_refused.to_owned(),
            vec![
                fill(w.reply_refused_why, &[words::unacceptable(look, *reason)]),
                fill(w.reply_refused_route, &[words::route(look, *route)]),
            ],
        ),
        Outcome::Transferred { line } => (fill(w.reply_transferred, &[words::line(look, *line)]), Vec::new()),
        _ => return None,
    };
    Some(Answer { title, conclusion: None, text: None, more })
}

/// One step.
pub(in crate::citizen::pages) struct Step {
    pub at: String,
    pub machine: String,
    pub text: String,
    /// What was said with it.
    pub said: Option<String>,
}

/// What happened, the latest first.
pub(super) fn steps(call: &Call, look: &Look, mine: &Mine, times: &Times, texts: &Texts) -> Vec<Step> {
    let step = |entry: &Entry| {
        let unit = entry.events.iter().find_map(went_to).or(entry.by.unit.clone());
        let unit = unit.and_then(|unit| city::unit(call, &unit));
        let text = words::step(look, entry, unit.as_deref(), &|at| times.moment(at))?;
        let asked = entry.events.iter().filter(|_| entry.act == "ask_for_more").find_map(told_with);
        let own = entry.events.iter().filter(|_| is_own(mine, entry)).find_map(added);
        Some(Step {
            at: times.moment(entry.at),
            machine: times.machine(entry.at),
            text,
            said: asked.and_then(|text| texts.masked(text)).or(own.and_then(|text| texts.plain(text))),
        })
    };
    mine.file.history.iter().rev().filter_map(step).collect()
}

/// Whether the citizen themself did it: of several citizens of one order
/// nobody knows which, and none reads what another said.
fn is_own(mine: &Mine, entry: &Entry) -> bool {
    entry.by.role == Role::Citizen && mine.order().appeals.len() == 1
}

/// What a citizen added.
fn added(event: &domain::Event) -> Option<&TextRef> {
    match event {
        domain::Event::Supplemented { text } | domain::Event::Reminded { text } => Some(text),
        _ => None,
    }
}
