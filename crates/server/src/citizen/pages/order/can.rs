//! What the citizen can do now. The domain is asked, as it will be asked when
//! they do it: no rule stands here a second time.

use domain::closing::{AnswerWithdrawal, AskWithdrawal};
use domain::codes::{CallOutcome, Grievance, ReviewSubject, Satisfaction, Solved};
use domain::handling::CallBack;
use domain::intake::Supplement;
use domain::order::Answers;
use domain::oversight::{AskReview, Remind};
use domain::person::Actor;
use domain::text_ref::TextRef;
use domain::{Act, Event, Order};

use super::story::Texts;
use crate::call::Call;
use crate::citizen::pages::frame::fill;
use crate::citizen::pages::look::Look;
use crate::citizen::pages::times::Times;
use crate::citizen::pages::words;
use crate::citizen::showing::Mine;

/// What the citizen can do now.
pub(in crate::citizen::pages) struct Can {
    pub supplement: bool,
    /// What the hotline asked, when it waits for that.
    pub question: Option<String>,
    pub remind: bool,
    pub withdraw: bool,
    pub answer_withdrawal: bool,
    pub rate: bool,
    /// The steps of a rating, code and words.
    pub solved: Vec<(&'static str, &'static str)>,
    pub satisfied: Vec<(&'static str, &'static str)>,
    pub grievances: Vec<(&'static str, &'static str)>,
    /// Of what a second look can be asked for: code and words.
    pub review: Vec<(&'static str, &'static str)>,
    /// Until when.
    pub review_until: Option<String>,
}

impl Can {
    /// Whether there is nothing.
    pub fn nothing(&self) -> bool {
        !(self.supplement || self.remind || self.withdraw || self.answer_withdrawal || self.rate)
            && self.review.is_empty()
    }
}

/// What the citizen of an appeal can do now.
pub(super) fn can(call: &Call, look: &Look, mine: &Mine, times: &Times, texts: &Texts) -> Can {
    let order = mine.order();
    let fits = |act: Act| fits(call, order, &act);
    let text = || TextRef { hash: String::new(), chars: 1 };
    let appeal = mine.appeals.first().copied();
    let rate = appeal.is_some_and(|appeal| {
        let answers =
            Answers { contacted: true, solved: Solved::Yes, satisfied: Satisfaction::Good, reasons: Vec::new() };
        fits(CallBack { appeal, outcome: CallOutcome::Reached, answers: Some(answers) }.into())
    });
    let citizens = ReviewSubject::ALL.iter().filter(|subject| subject.is_citizens());
    // Whether they were rightly joined is asked of the order that ended.
    let own = call.app.desk().known(mine.registered).ok();
    let review = citizens.filter(|subject| {
        let act = AskReview { subject: **subject, grounds: text() }.into();
        match &own {
            Some(own) if **subject == ReviewSubject::Merge => self::fits(call, &own.order, &act),
            _ => fits(act),
        }
    });
    let review: Vec<_> = review.map(|subject| (subject.code(), words::review(look, *subject))).collect();
    let until = order.review_until.filter(|_| !review.is_empty());
    Can {
        supplement: fits(Supplement { text: text() }.into()),
        question: order.supplement_until.and_then(|_| question(mine, texts)),
        remind: fits(Remind { text: text() }.into()),
        withdraw: fits(AskWithdrawal { statement: text() }.into()),
        answer_withdrawal: fits(AnswerWithdrawal { confirmed: false }.into()),
        rate,
        solved: Solved::ALL.iter().map(|code| (code.code(), words::solved(look, *code))).collect(),
        satisfied: Satisfaction::ALL
            .iter()
            .rev()
            .map(|code| (code.code(), words::satisfaction(look, *code)))
            .collect(),
        grievances: Grievance::ALL.iter().map(|code| (code.code(), words::grievance(look, *code))).collect(),
        review,
        review_until: until.map(|until| fill(look.words().acts.review_until, &[&times.moment(until)])),
    }
}

/// Whether the rules would let the citizen do this now.
fn fits(call: &Call, order: &Order, act: &Act) -> bool {
    let desk = call.app.desk();
    let by = Actor::citizen();
    domain::decide(order, act, &desk.city().context(&by, call.at.max(order.changed_at))).is_ok()
}

/// What the hotline asked last.
fn question(mine: &Mine, texts: &Texts) -> Option<String> {
    let asked = mine.file.history.iter().rev().flat_map(|entry| &entry.events).find_map(|event| match event {
        Event::MoreAsked { question, .. } => Some(question),
        _ => None,
    });
    asked.and_then(|question| texts.masked(question))
}
