//! 导出: orders as a file. It takes a right, a reason, and leaves a record on
//! the disk before the first line goes out; every line bears the mark of who
//! took it.

use domain::Ending;
use domain::codes::Role::{self, *};
use schemars::JsonSchema;
use serde::Deserialize;
use store::{Listed, Sort};

use super::calls::check_reason;
use super::filter::WhichOrders;
use crate::access::Purpose;
use crate::call::Call;
use crate::log_in::watermark;
use crate::problem::Problem;
use crate::table_file::{FileFormat, TableFile};

/// Who may take orders out.
pub(super) const ROLES: &[Role] = &[ShiftLeader, Coordinator, Supervisor, Leader, Auditor];

/// So many orders at most in one file; more are asked for by dates.
const MOST: usize = 10_000;

/// What is taken out, and why.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Taking {
    /// Why.
    reason: String,
    /// Which orders.
    #[serde(default)]
    which: WhichOrders,
    /// As which kind of file; CSV, when it is not said.
    #[serde(default)]
    format: FileFormat,
}

/// The columns of a file, in the order of a row's cells.
const COLUMNS: [&str; 17] = [
    "number",
    "stage",
    "outcome",
    "kind",
    "matter",
    "place",
    "level",
    "unit",
    "channel",
    "registered_at",
    "due_at",
    "closed_at",
    "returns",
    "disputes",
    "late",
    "title",
    "mark",
];

pub(super) fn export(call: &Call, said: Taking) -> Result<TableFile, Problem> {
    let reason = check_reason(&said.reason)?;
    let filter = said.which.filter(call)?;
    let page = call.app.store().list(&filter, Sort::Oldest, None, MOST)?;
    if page.next.is_some() {
        let why = format!("more than {MOST} orders: take them out in stretches of time");
        return Err(Problem::bad_value("which", why));
    }
    let orders = page.orders.iter().map(|order| order.id).collect();
    call.app.looks().clear(call, None, orders, Purpose::Export, reason)?;
    let mark = watermark(call)?.mark;
    let rows = page.orders.iter().map(|order| row(order, &mark)).collect();
    TableFile::new("orders", said.format, &COLUMNS, rows)
}

fn row(order: &Listed, mark: &str) -> Vec<String> {
    let moment = |at: Option<domain::Moment>| at.map_or(String::new(), |at| at.0.to_string());
    let title = order.title.as_deref().map(|title| text::mask(title, &[])).unwrap_or_default();
    vec![
        order.number.clone(),
        order.stage.code().to_owned(),
        order.outcome.map_or("", Ending::code).to_owned(),
        order.kind.code().to_owned(),
        order.matter.0.clone(),
        order.place.0.clone(),
        order.level.code().to_owned(),
        order.unit.as_ref().map_or(String::new(), |unit| unit.0.clone()),
        order.channel.code().to_owned(),
        moment(Some(order.registered_at)),
        moment(order.due_at),
        moment(order.closed_at),
        order.returns.to_string(),
        order.disputes.to_string(),
        order.late.to_string(),
        title,
        mark.to_owned(),
    ]
}
