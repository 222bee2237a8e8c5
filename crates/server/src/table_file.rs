//! A table as a file that office programs open: CSV or Excel.

use axum::http::header::CONTENT_DISPOSITION;
use rust_xlsxwriter::Workbook;
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
        let head = columns.iter().map(|&column| column.to_owned()).collect();
        let bytes = match format {
            FileFormat::Csv => csv(columns, &rows),
            FileFormat::Xlsx => workbook(&head, &rows)?,
        };
        Ok(Self { name, format, bytes })
    }
}

fn csv(columns: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    // Excel takes a file for UTF-8 when it begins with the mark of it.
    let mut csv = format!("\u{feff}{}\n", columns.join(","));
    for row in rows {
        let cells: Vec<String> =
            row.iter().map(|text| format!("\"{}\"", text.replace('"', "\"\""))).collect();
        csv.push_str(&cells.join(","));
        csv.push('\n');
    }
    csv.into_bytes()
}

fn workbook(head: &Vec<String>, rows: &[Vec<String>]) -> Result<Vec<u8>, Problem> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let written = (0..).zip(std::iter::once(head).chain(rows)).try_for_each(|(at, row)| {
        // Written as text, each of them: a number of an order has more digits than a number cell keeps.
        (0..).zip(row).try_for_each(|(column, text)| sheet.write_string(at, column, text).map(|_| ()))
    });
    let bytes = written
        .and_then(|()| sheet.set_freeze_panes(1, 0).map(|_| ()))
        .and_then(|()| workbook.save_to_buffer());
    bytes.map_err(|error| {
        tracing::error!(%error, "a workbook cannot be written");
        Problem::Internal
    })
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
        let csv = String::from_utf8(csv(&["number", "title"], &[row])).unwrap();
        assert!(
            csv.starts_with("\u{feff}number,title\n") && csv.ends_with(",\"他说\"\"不亮\"\",\n真的\"\n"),
            "{csv}"
        );
    }
}
