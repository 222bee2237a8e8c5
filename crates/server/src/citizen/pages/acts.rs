//! What a citizen does with their order by a form: each becomes the act that
//! the interface knows, performed once however often the button is pressed.

use domain::codes::{Grievance, Satisfaction, Solved};
use domain::order::Answers;
use serde_json::json;

use super::MOST;
use super::form::Form;
use super::look::Look;
use super::order::{Wrong, shown};
use super::times::Times;
use super::words;
use crate::call::Call;
use crate::citizen::acting;
use crate::problem::Problem;
use crate::route::{Reply, Route, Who};

/// What is said with a form: nothing more when it was done, or what is wrong.
type Done = Result<&'static str, Fault>;

/// Why a form was not carried out.
enum Fault {
    /// Something is missing in it.
    Lacks(&'static str),
    /// It could not be done.
    Failed(Problem),
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        Self::Failed(problem)
    }
}

/// What a form does.
type Act = fn(&Call, &Form, &Look) -> Done;

/// The forms: noun, and what is done.
const FORMS: &[(&str, Act)] = &[
    ("supplements", supplement),
    ("reminders", remind),
    ("withdrawals", withdraw),
    ("withdrawal-answers", answer_withdrawal),
    ("callbacks", rate),
    ("reviews", review),
];

/// The routes of the forms.
pub(super) fn routes() -> Vec<Route> {
    let route = |(noun, act): &(&'static str, Act)| {
        let (noun, act) = (*noun, *act);
        let path = format!("/orders/{{number}}/{noun}");
        let id = format!("form_{}", noun.replace('-', "_"));
        Route::form(&id, Who::Citizen, &path, noun, MOST, move |call| carry_out(call, noun, act))
    };
    FORMS.iter().map(route).collect()
}

/// Carries a form out and leads back to the order; or shows the order again
/// with what is wrong, and what was typed.
fn carry_out(call: &Call, noun: &str, act: Act) -> Result<Reply, Problem> {
    let look = Look::of_call(call);
    let form = Form::read(call)?;
    let (status, text) = match act(call, &form, &look) {
        Ok(done) => return Ok(Reply::see_other(&format!("/orders/{}?done={done}", call.param("number")))),
        Err(Fault::Lacks(text)) => (422, text.to_owned()),
        Err(Fault::Failed(problem)) => {
            let times = Times::of(call, look.english);
            let text = words::problem(&look, &problem, &|at| times.moment(at));
            (problem.status().as_u16(), text)
        }
    };
    let typed = form.get("text").to_owned();
    shown(call, status, Some(Wrong { noun: noun.to_owned(), text, typed }))
}

/// 补充: words, files, or both.
fn supplement(call: &Call, form: &Form, look: &Look) -> Done {
    let text = form.get("text");
    if text.is_empty() && form.files.is_empty() {
        return Err(Fault::Lacks(look.words().acts.supplement_missing));
    }
    // Files first: one that is not taken keeps the words in the form.
    for (at, file) in form.files.iter().enumerate() {
        let inner = call.saying(&format!("{}-{at}", form.key()), file.clone());
        match acting::attach(&inner) {
            Err(Problem::Refused(domain::Refusal::AttachedAlready { .. })) => {}
            added => {
                added?;
            }
        }
    }
    if !text.is_empty() {
        acting::act(&call.saying(&form.key(), form.bytes()), "supplement", json!({"text": {"text": text}}))?;
    }
    Ok("supplements")
}

/// 催办.
fn remind(call: &Call, form: &Form, look: &Look) -> Done {
    let said = form.get("text");
    let text = if said.is_empty() { look.words().acts.remind_default } else { said };
    acting::act(&call.saying(&form.key(), form.bytes()), "remind", json!({"text": {"text": text}}))?;
    Ok("reminders")
}

/// 撤回.
fn withdraw(call: &Call, form: &Form, look: &Look) -> Done {
    let w = &look.words().acts;
    if form.get("sure").is_empty() {
        return Err(Fault::Lacks(w.withdraw_sure_missing));
    }
    let text = form.get("text");
    if text.is_empty() {
        return Err(Fault::Lacks(w.missing));
    }
    let inner = call.saying(&form.key(), form.bytes());
    acting::act(&inner, "ask_withdrawal", json!({"statement": {"text": text}}))?;
    Ok("withdrawals")
}

/// 撤单确认: somebody else asked for it, and only the citizen decides.
fn answer_withdrawal(call: &Call, form: &Form, look: &Look) -> Done {
    let confirmed = match form.get("confirmed") {
        "yes" => true,
        "no" => false,
        _ => return Err(Fault::Lacks(look.words().acts.missing)),
    };
    let inner = call.saying(&form.key(), form.bytes());
    acting::act(&inner, "answer_withdrawal", json!({"confirmed": confirmed}))?;
    Ok(if confirmed { "withdrawals" } else { "kept" })
}

/// 评价: one tap when all is well, else the three questions.
fn rate(call: &Call, form: &Form, look: &Look) -> Done {
    let answers = if form.get("good").is_empty() {
        let contacted = match form.get("contacted") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let (solved, satisfied) =
            (form.get("solved").parse::<Solved>(), form.get("satisfied").parse::<Satisfaction>());
        let (Some(contacted), Ok(solved), Ok(satisfied)) = (contacted, solved, satisfied) else {
            return Err(Fault::Lacks(look.words().acts.rate_missing));
        };
        let mut reasons: Vec<Grievance> = form.all("reason").filter_map(|code| code.parse().ok()).collect();
        reasons.dedup();
        Answers { contacted, solved, satisfied, reasons }
    } else {
        Answers { contacted: true, solved: Solved::Yes, satisfied: Satisfaction::Good, reasons: Vec::new() }
    };
    acting::answer(&call.saying(&form.key(), form.bytes()), answers)?;
    Ok("callbacks")
}

/// 申请复核.
fn review(call: &Call, form: &Form, look: &Look) -> Done {
    let text = form.get("text");
    if text.is_empty() {
        return Err(Fault::Lacks(look.words().acts.missing));
    }
    let said = json!({"subject": form.get("subject"), "grounds": {"text": text}});
    acting::act(&call.saying(&form.key(), form.bytes()), "ask_review", said)?;
    Ok("reviews")
}
