//! A problem, as a page.

use askama::Template;
use axum::http::header::RETRY_AFTER;

use super::find;
use super::frame::{Frame, Section, page};
use super::look::Look;
use super::times::Times;
use super::words;
use crate::app::App;
use crate::problem::Problem;
use crate::route::Reply;

#[derive(Template)]
#[template(path = "citizen/problem.html")]
struct ProblemPage {
    frame: Frame,
    title: String,
    text: String,
}

/// The page of a problem. Whoever is not known yet at the page of an order is
/// asked for its code.
pub(crate) fn problem(app: &App, look: &Look, problem: &Problem) -> Reply {
    let whole = match (problem, look.path.strip_prefix("/orders/")) {
        (Problem::NotLoggedIn, Some(rest)) => {
            find::ask_again(app, look, rest.split('/').next().unwrap_or_default())
        }
        _ => plain(app, look, problem),
    };
    // A page that cannot be written is told without one.
    whole.unwrap_or_else(|problem| Reply::json(problem.status().as_u16(), problem.body().to_string()))
}

fn plain(app: &App, look: &Look, problem: &Problem) -> Result<Reply, Problem> {
    let zone = app.desk().city().calendar.zone().clone();
    let times = Times::at(zone, app.now(), look.english);
    let w = look.words();
    let is_gone = matches!(problem, Problem::NotThere { what } if what != "order");
    let (title, text) = if is_gone {
        (w.shell.not_found.to_owned(), w.shell.not_found_hint.to_owned())
    } else {
        (w.shell.error_title.to_owned(), words::problem(look, problem, &|at| times.moment(at)))
    };
    let shown = ProblemPage { frame: Frame::with(app, look.clone(), Section::None), title, text };
    let reply = page(problem.status().as_u16(), look, &shown)?;
    Ok(match problem {
        Problem::TooMany { seconds } => reply.with(RETRY_AFTER, &seconds.to_string()),
        _ => reply,
    })
}
