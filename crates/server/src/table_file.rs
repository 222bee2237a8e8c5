//! A table as a file that office programs open: CSV or Excel.

use axum::http::header::CONTENT_DISPOSITION;
use rust_xlsxwriter::{Workbook, XlsxError};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::problem::Problem;
use crate::route::{Answer, Answers, Reply};

/// A kind of file.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ExportFormat")]
pub(crate) enum FileFormat {
    /// Comma-separated values
    #[default]
    Csv,
    /// Excel
    Xlsx,
}

/// A file of rows.
pub(crate) struct TableFile {
    name: &'static str,
    format: FileFormat,
    bytes: Vec<u8>,
}

impl Answer for TableFile {
    fn answers() -> Answers {
        Answers::File("*/*")
    }

    fn reply(self) -> Result<Reply, Problem> {
        let (media_type, ending) = match self.format {
            FileFormat::Csv => ("text/csv; charset=utf-8", "csv"),
            FileFormat::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        };
        let reply = Reply::Bytes { status: 200, media_type, bytes: self.bytes, headers: Vec::new() };
        let name = format!("attachment; filename=\"{}.{ending}\"", self.name);
        Ok(reply.with(CONTENT_DISPOSITION, &name))
    }
}

impl TableFile {
    /// A file of this name, without ending, with a row for the columns and one
    /// for each of `rows`, whose cells come in the order of the columns.
    pub fn new(
        name: &'static str,
        format: FileFormat,
        columns: &[&str],
        mut rows: Vec<Vec<String>>,
    ) -> Result<Self, Problem> {
        rows.iter_mut().flatten().for_each(make_harmless);
        let bytes = match format {
            FileFormat::Csv => csv(columns, &rows).map_err(unwritten)?,
            FileFormat::Xlsx => workbook(columns, &rows).map_err(unwritten)?,
        };
        Ok(Self { name, format, bytes })
    }
}

/// Excel takes a file for UTF-8 when it begins with the mark of it.
fn csv(columns: &[&str], rows: &[Vec<String>]) -> csv::Result<Vec<u8>> {
    let mut csv = csv::WriterBuilder::new().from_writer(Vec::from("\u{feff}"));
    csv.write_record(columns)?;
    rows.iter().try_for_each(|row| csv.write_record(row))?;
    csv.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

fn workbook(columns: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let columns = columns.iter().map(|&column| column.to_owned()).collect();
    for (at, row) in (0..).zip(std::iter::once(&columns).chain(rows)) {
        for (column, text) in (0..).zip(row) {
            // Written as text, each of them: a number of an order has more digits than a number cell keeps.
            sheet.write_string(at, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

fn unwritten(error: impl std::fmt::Display) -> Problem {
    tracing::error!(%error, "rows cannot be written into a file");
    Problem::Internal
}

/// What a formula begins with; table calculators made for Chinese take the
/// wide forms, too.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A cell that no table calculator takes for a formula (CSV injection), also
/// when somebody saves a workbook as CSV.
fn make_harmless(text: &mut String) {
    if text.starts_with(FORMULA) {
        text.insert(0, '\'');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        let harmless = |text: &str| {
            let mut text = text.to_owned();
            make_harmless(&mut text);
            text
        };
        assert_eq!(harmless("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(harmless("＝1+1"), "'＝1+1");
        assert_eq!(harmless("路灯\n不亮"), "路灯\n不亮");
    }

    #[test]
    fn what_stands_in_a_cell_of_csv_stays_in_it() {
        let row = vec!["1".to_owned(), "他说\"不亮\",\n真的".to_owned()];
        let written =
            String::from_utf8(csv(&["number", "title"], std::slice::from_ref(&row)).unwrap()).unwrap();
        let mut read = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(read.headers().unwrap(), vec!["number", "title"]);
        assert_eq!(read.records().next().unwrap().unwrap(), csv::StringRecord::from(row));
    }
}
