//! What a citizen does with their order.

use domain::codes::{CallOutcome, ReviewSubject};
use domain::handling::CallBack;
use domain::order::Answers;
use domain::person::Actor;
use serde_json::{Value, json};

use super::showing::mine;
use crate::acts::{Performed, perform_as};
use crate::call::Call;
use crate::orders::add_file;
use crate::problem::Problem;
use crate::route::Written;

/// Performs an act of the citizen. They need not say which version they saw:
/// what they say holds whatever happened meanwhile.
pub(super) fn act(call: &Call, name: &'static str, said: Value) -> Result<Written<Performed>, Problem> {
    let mine = mine(call)?;
    // That they were joined is a decision on their own order; whatever else
    // they do concerns the one that carries it.
    if name == "ask_review" && said["subject"] == ReviewSubject::Merge.code() {
        let own = call.app.desk().known(mine.registered)?;
        return perform_as(call, name, said, &own, &Actor::citizen(), None);
    }
    perform_as(call, name, said, &mine.file.loaded, &Actor::citizen(), None)
}

/// Answers the callback, for the appeal that is theirs.
pub(super) fn answer(call: &Call, answers: Answers) -> Result<Written<Performed>, Problem> {
    let mine = mine(call)?;
    let appeal = *mine.appeals.first().ok_or_else(|| Problem::not_there("order"))?;
    let act = CallBack { appeal, outcome: CallOutcome::Reached, answers: Some(answers) };
    let said = serde_json::to_value(act).unwrap_or_else(|_| json!({}));
    perform_as(call, "call_back", said, &mine.file.loaded, &Actor::citizen(), None)
}

/// Adds a file.
pub(super) fn attach(call: &Call) -> Result<Written<Performed>, Problem> {
    let mine = mine(call)?;
    add_file(call, &mine.file.loaded, &Actor::citizen(), 0, None)
}
