//! 导出: orders as a file. It takes a right, a reason, and leaves a record on
//! the disk before the first line goes out; every line bears the mark of who
//! took it.

use axum::http::header::CONTENT_DISPOSITION;
use domain::codes::Role::{self, *};
use schemars::JsonSchema;
use serde::Deserialize;
use store::{Listed, Sort};

use super::calls::check_reason;
use super::filter::Which;
use crate::access::Purpose;
use crate::call::Call;
use crate::log_in::watermark;
use crate::problem::Problem;
use crate::route::{Answer, Answers, Reply};

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
    which: Which,
}

/// A file of comma-separated values.
pub(super) struct Csv(Vec<u8>);

impl Answer for Csv {
    fn answers() -> Answers {
        Answers::File("text/csv")
    }

    fn reply(self) -> Result<Reply, Problem> {
        let reply = Reply::Bytes {
            status: 200,
            media_type: "text/csv; charset=utf-8",
            bytes: self.0,
            headers: Vec::new(),
        };
        Ok(reply.with(CONTENT_DISPOSITION, "attachment; filename=\"orders.csv\""))
    }
}

/// The columns of a file.
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

pub(super) fn export(call: &Call, said: Taking) -> Result<Csv, Problem> {
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
    let rows = page.orders.iter().map(|order| row(order, &mark));
    csv(rows).map(Csv).map_err(|error| {
        tracing::error!(%error, "orders cannot be written as CSV");
        Problem::Internal
    })
}

/// What stands of an order in a file, in the order of [`COLUMNS`].
fn row(order: &Listed, mark: &str) -> [String; COLUMNS.len()] {
    let moment = |at: Option<domain::Moment>| at.map_or(String::new(), |at| at.0.to_string());
    let title = order.title.as_deref().map(|title| text::mask(title, &[])).unwrap_or_default();
    [
        order.number.clone(),
        order.stage.code().to_owned(),
        order.outcome.clone().unwrap_or_default(),
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

/// Rows as comma-separated values. Excel takes a file for UTF-8 when it begins
/// with the mark of it.
fn csv(rows: impl Iterator<Item = [String; COLUMNS.len()]>) -> csv::Result<Vec<u8>> {
    let mut csv = csv::WriterBuilder::new().from_writer(Vec::from("\u{feff}"));
    csv.write_record(COLUMNS)?;
    for row in rows {
        csv.write_record(row.map(harmless))?;
    }
    csv.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// What a formula begins with; table calculators made for Chinese take the
/// wide forms, too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no table calculator takes for a formula (CSV injection).
fn harmless(text: String) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"http://x\")".to_owned()), "'=HYPERLINK(\"http://x\")");
        assert_eq!(harmless("＝1+1".to_owned()), "'＝1+1");
        assert_eq!(harmless("路灯=不亮".to_owned()), "路灯=不亮");
    }

    #[test]
    fn what_divides_cells_stays_within_one() {
        let mut row = COLUMNS.map(|_| String::new());
        row[15] = "路灯,\n\"不亮\"".to_owned();
        let written = String::from_utf8(csv(std::iter::once(row.clone())).unwrap()).unwrap();
        let mut read = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(read.headers().unwrap(), COLUMNS.as_slice());
        assert_eq!(read.records().next().unwrap().unwrap(), csv::StringRecord::from(row.to_vec()));
    }
}
