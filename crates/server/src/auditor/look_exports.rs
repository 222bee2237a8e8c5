//! The record of looks as a file: what an inspection takes along. It names no
//! citizen; that it was taken is on record itself.

use schemars::JsonSchema;
use serde::Deserialize;

use super::looks::{OneLook, WhichLooks, all};
use crate::access::Purpose;
use crate::call::Call;
use crate::log_in::watermark;
use crate::orders::check_reason;
use crate::problem::Problem;
use crate::table_file::{FileFormat, TableFile};

/// So many looks at most in one file; more are asked for by dates.
const MOST: usize = 50_000;

/// What is taken out, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "TakingLooks")]
pub(super) struct Taking {
    /// Why.
    reason: String,
    /// Which looks.
    #[serde(default)]
    which: WhichLooks,
    /// As which kind of file; CSV, when it is not said.
    #[serde(default)]
    format: FileFormat,
}

/// The columns, in the order of a row's cells.
const COLUMNS: [&str; 12] =
    ["id", "at", "login", "role", "unit", "session", "what", "purpose", "detail", "number", "orders", "mark"];

pub(super) fn export(call: &Call, said: Taking) -> Result<TableFile, Problem> {
    let reason = check_reason(&said.reason)?;
    let store = call.app.store();
    let page = store.looks(&said.which.filter(call)?, None, MOST)?;
    if page.next.is_some() {
        let why = format!("more than {MOST} looks: take them out in stretches of time");
        return Err(Problem::bad_value("which", why));
    }
    call.app.looks().clear(call, None, Vec::new(), Purpose::Export, reason)?;
    let mark = watermark(call)?.mark;
    let rows = all(&store, page.looks)?.iter().map(|look| row(look, &mark)).collect();
    TableFile::new("looks", said.format, &COLUMNS, rows)
}

fn row(look: &OneLook, mark: &str) -> Vec<String> {
    vec![
        look.id.to_string(),
        look.at.0.to_string(),
        look.login.clone(),
        look.role.clone(),
        look.unit.clone(),
        look.session.to_string(),
        look.what.clone(),
        look.purpose.clone(),
        look.detail.clone(),
        look.number.clone().unwrap_or_default(),
        look.orders.to_string(),
        mark.to_owned(),
    ]
}
