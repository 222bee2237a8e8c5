//! 导出: orders as a file. It takes a right, a reason, and leaves a record on
//! the disk before the first line goes out; every line bears the mark of who
//! took it.

use axum::http::header::CONTENT_DISPOSITION;
use domain::Ending;
use domain::codes::Role::{self, *};
use rust_xlsxwriter::{Workbook, XlsxError};
use schemars::JsonSchema;
use serde::Deserialize;
use store::{Listed, Sort};

use super::calls::check_reason;
use super::filter::WhichOrders;
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
    which: WhichOrders,
    /// As which kind of file; CSV, when it is not said.
    #[serde(default)]
    format: Format,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ExportFormat")]
enum Format {
    /// Comma-separated values
    #[default]
    Csv,
    /// Excel
    Xlsx,
}

/// A file of rows.
pub(super) struct Taken {
    format: Format,
    bytes: Vec<u8>,
}

impl Answer for Taken {
    fn answers() -> Answers {
        Answers::File("*/*")
    }

    fn reply(self) -> Result<Reply, Problem> {
        let (media_type, name) = match self.format {
            Format::Csv => ("text/csv; charset=utf-8", "orders.csv"),
            Format::Xlsx => {
                ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "orders.xlsx")
            }
        };
        let reply = Reply::Bytes { status: 200, media_type, bytes: self.bytes, headers: Vec::new() };
        Ok(reply.with(CONTENT_DISPOSITION, &format!("attachment; filename=\"{name}\"")))
    }
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

pub(super) fn export(call: &Call, said: Taking) -> Result<Taken, Problem> {
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
    let rows: Vec<Row> = page.orders.iter().map(|order| row(order, &mark)).collect();
    let bytes = match said.format {
        Format::Csv => csv(&rows).map_err(|error| unwritten(&error))?,
        Format::Xlsx => workbook(&rows).map_err(|error| unwritten(&error))?,
    };
    Ok(Taken { format: said.format, bytes })
}

fn unwritten(error: &dyn std::error::Error) -> Problem {
    tracing::error!(%error, "orders cannot be written into a file");
    Problem::Internal
}

/// What stands of an order in a file, in the order of [`COLUMNS`].
type Row = [String; COLUMNS.len()];

fn row(order: &Listed, mark: &str) -> Row {
    let moment = |at: Option<domain::Moment>| at.map_or(String::new(), |at| at.0.to_string());
    let title = order.title.as_deref().map(|title| text::mask(title, &[])).unwrap_or_default();
    let cells = [
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
    ];
    cells.map(harmless)
}

/// Rows as comma-separated values. Excel takes a file for UTF-8 when it begins
/// with the mark of it.
fn csv(rows: &[Row]) -> csv::Result<Vec<u8>> {
    let mut csv = csv::WriterBuilder::new().from_writer(Vec::from("\u{feff}"));
    csv.write_record(COLUMNS)?;
    rows.iter().try_for_each(|row| csv.write_record(row))?;
    csv.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn workbook(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, row) in (0..).zip(std::iter::once(&COLUMNS.map(str::to_owned)).chain(rows)) {
        for (column, text) in (0..).zip(row) {
            // Written as text, each of them: a number of an order has more digits than a number cell keeps.
            sheet.write_string(at, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// What a formula begins with; table calculators made for Chinese take the
/// wide forms, too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no table calculator takes for a formula (CSV injection), also
/// when somebody saves a workbook as CSV.
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
        assert_eq!(harmless("路灯\n不亮".to_owned()), "路灯\n不亮");
    }

    #[test]
    fn what_divides_cells_stays_within_one() {
        let mut row = COLUMNS.map(|_| String::new());
        row[15] = "路灯,\n\"不亮\"".to_owned();
        let written = String::from_utf8(csv(&[row.clone()]).unwrap()).unwrap();
        let mut read = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(read.headers().unwrap(), COLUMNS.as_slice());
        assert_eq!(read.records().next().unwrap().unwrap(), csv::StringRecord::from(row.to_vec()));
    }
}
