//! 首页: what can be done here.

use askama::Template;
use domain::codes::Level;
use domain::policy::Policy;
use domain::time::{Counting, Limit};

use super::frame::{Frame, Section, fill, page};
use super::look::Look;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

#[derive(Template)]
#[template(path = "citizen/home.html")]
struct Home {
    frame: Frame,
    /// How long each step takes, by the policy in force.
    limits: Vec<(&'static str, String)>,
}

/// The page.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Home);
    let desk = call.app.desk();
    let limits = limits(&frame.look, desk.city().policy(call.at));
    let look = frame.look.clone();
    page(200, &look, &Home { frame, limits })
}

fn limits(look: &Look, policy: &Policy) -> Vec<(&'static str, String)> {
    let w = &look.words().shell;
    let within = |limit: Limit| fill(w.how_long_within, &[&limit_in_words(look, limit)]);
    let limits = &policy.limits;
    vec![
        (w.how_long_screen, within(limits.triage.at(Level::Ordinary).within)),
        (w.how_long_contact, within(limits.contact.at(Level::Ordinary).within)),
        (w.how_long_answer, within(limits.handling.at(Level::Ordinary).within)),
        (w.how_long_urgent, within(limits.handling.at(Level::Urgent).within)),
    ]
}

/// A limit as people say it.
fn limit_in_words(look: &Look, limit: Limit) -> String {
    let text = |n: u32, zh: &str, en: &str| {
        if look.english { format!("{n} {en}{}", if n == 1 { "" } else { "s" }) } else { format!("{n}{zh}") }
    };
    match limit {
        Limit::Minutes(n, Counting::Natural) if n % 60 == 0 => text(n / 60, "小时", "hour"),
        Limit::Minutes(n, Counting::Working) if n % 60 == 0 => text(n / 60, "个工作小时", "working hour"),
        Limit::Minutes(n, _) => text(n, "分钟", "minute"),
        Limit::Days(n, Counting::Natural) => text(n, "天", "day"),
        Limit::Days(n, Counting::Working) => text(n, "个工作日", "working day"),
        Limit::ByLaw => look.say("法定期限", "the term that the law sets").to_owned(),
    }
}
