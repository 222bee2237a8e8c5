//! 查进展: number and query code, then the order's page.

use askama::Template;

use super::form::Form;
use super::frame::{Frame, Section, page};
use super::look::Look;
use super::ticket;
use super::times::Times;
use super::words;
use crate::app::App;
use crate::call::Call;
use crate::citizen::showing::check_typed;
use crate::problem::Problem;
use crate::route::Reply;

#[derive(Template)]
#[template(path = "citizen/find.html")]
struct Find {
    frame: Frame,
    number: String,
    /// What is to be said before.
    note: Option<&'static str>,
    /// What is wrong: the field, and what to do.
    mistakes: Vec<(&'static str, String)>,
}

/// The page.
pub(super) fn show(call: &Call) -> Result<Reply, Problem> {
    let frame = Frame::of(call, Section::Follow);
    let left = call.query.split('&').any(|pair| pair == "left=1");
    let note = left.then_some(frame.w.order.left);
    answer(200, Find { frame, number: String::new(), note, mistakes: Vec::new() })
}

/// The page for somebody who comes to an order's page without its code.
pub(super) fn ask_again(app: &App, look: &Look, number: &str) -> Result<Reply, Problem> {
    let frame = Frame::with(app, look.clone(), Section::Follow);
    let note = Some(frame.w.order.find_again);
    let number = number.chars().filter(char::is_ascii_digit).take(40).collect();
    answer(401, Find { frame, number, note, mistakes: Vec::new() })
}

/// Looks at number and code, and leads to the order's page.
pub(super) fn send(call: &Call) -> Result<Reply, Problem> {
    let form = Form::read(call)?;
    let number: String = form.get("number").chars().filter(char::is_ascii_alphanumeric).collect();
    let code: String = form.get("code").chars().filter(|c| !c.is_whitespace()).collect();
    let frame = Frame::of(call, Section::Follow);
    let w = &frame.w.order;
    let mut mistakes = Vec::new();
    if number.is_empty() {
        mistakes.push(("number", w.find_number_missing.to_owned()));
    }
    if code.is_empty() {
        mistakes.push(("code", w.find_code_missing.to_owned()));
    }
    let mut status = 422;
    if mistakes.is_empty() {
        match check_typed(call, &number, &code) {
            Ok(()) => {
                let reply = Reply::see_other(&format!("/orders/{number}"));
                return Ok(ticket::remember(call, &number, reply));
            }
            Err(problem) => {
                status = problem.status().as_u16();
                let times = Times::of(call, frame.look.english);
                mistakes
                    .push(("number", words::problem(&frame.look, &problem, &|at| times.moment(at))));
            }
        }
    }
    let number = number.chars().take(40).collect();
    answer(status, Find { frame, number, note: None, mistakes })
}

/// Forgets that the code was shown: the next one at this device sees nothing.
pub(super) fn leave(call: &Call) -> Result<Reply, Problem> {
    Ok(ticket::forget(call, call.param("number"), Reply::see_other("/orders?left=1")))
}

fn answer(status: u16, find: Find) -> Result<Reply, Problem> {
    let look = find.frame.look.clone();
    page(status, &look, &find)
}
