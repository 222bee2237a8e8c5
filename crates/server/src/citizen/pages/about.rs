//! 无障碍说明, 个人信息保护: what stands by itself.

use askama::Template;
use domain::time::Limit;

use super::frame::{Frame, Section, fill, page};
use super::words::Words;
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Reply;

#[derive(Template)]
#[template(path = "citizen/accessibility.html")]
struct Accessibility {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "citizen/privacy.html")]
struct Privacy {
    frame: Frame,
    kept: Vec<Kept>,
}

/// How long something is kept, by the policy in force.
struct Kept {
    what: &'static str,
    how_long: String,
    basis: String,
}

/// How the pages can be used by everybody.
pub(super) fn accessibility(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::None);
    let look = frame.look.clone();
    page(200, &look, &Accessibility { frame })
}

/// What is kept of whom, and for how long.
pub(super) fn privacy(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::None);
    let desk = call.app.desk();
    let retention = desk.city().policy(call.at).retention.clone();
    let kept = retention.iter().flat_map(|retention| retention.all()).filter_map(|(class, within)| {
        let (what, after_closing) = named(frame.w, class)?;
        let Limit::Days(days, _) = within.within else { return None };
        let text = if after_closing { frame.w.shell.kept_after_closing } else { frame.w.shell.kept_after };
        Some(Kept { what, how_long: fill(text, &[&days.to_string()]), basis: within.basis.clone() })
    });
    let kept = kept.collect();
    let look = frame.look.clone();
    page(200, &look, &Privacy { frame, kept })
}

/// A class of what is kept in words, and whether its time begins when the
/// order is filed.
fn named(w: &'static Words, class: &str) -> Option<(&'static str, bool)> {
    Some(match class {
        "identities" => (w.shell.kept_identities, true),
        "texts" => (w.shell.kept_texts, true),
        "attachments" => (w.shell.kept_attachments, true),
        "recordings" => (w.shell.kept_recordings, false),
        "looks" => (w.shell.kept_looks, false),
        "sessions" => (w.shell.kept_sessions, false),
        "requests" => (w.shell.kept_requests, false),
        "messages" => (w.shell.kept_messages, false),
        _ => return None,
    })
}
