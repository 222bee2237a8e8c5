//! Writing rows.

use rust_xlsxwriter::{Workbook, XlsxError};

/// Why rows cannot be written: more of them than a sheet has, or longer ones
/// than a cell takes.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// As CSV.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// As an Excel workbook.
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
}

/// A CSV file with a row for the columns and one for each of `rows`, whose cells
/// come in the order of the columns. Excel takes a file for UTF-8 when it begins
/// with the mark of it.
///
/// # Errors
/// When a row has another number of cells.
pub fn csv(columns: &[&str], rows: Vec<Vec<String>>) -> Result<Vec<u8>, WriteError> {
    let mut csv = csv::WriterBuilder::new().from_writer(Vec::from("\u{feff}"));
    csv.write_record(columns)?;
    harmless(rows).iter().try_for_each(|row| csv.write_record(row))?;
    Ok(csv.into_inner().map_err(|error| csv::Error::from(error.into_error()))?)
}

/// The same as an Excel workbook of one sheet.
///
/// # Errors
/// When the sheet has no room for it.
pub fn xlsx(columns: &[&str], rows: Vec<Vec<String>>) -> Result<Vec<u8>, WriteError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let columns = columns.iter().map(|&column| column.to_owned()).collect();
    for (at, row) in (0..).zip(std::iter::once(&columns).chain(&harmless(rows))) {
        for (column, text) in (0..).zip(row) {
            // Written as text, each of them: a number of an order has more digits than a number cell keeps.
            sheet.write_string(at, column, text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(workbook.save_to_buffer()?)
}

fn harmless(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.iter_mut().flatten().for_each(make_harmless);
    rows
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

/// What a cell means that was written here, and read again.
pub fn meant(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula_and_means_what_it_meant() {
        let harmless = |text: &str| {
            let mut text = text.to_owned();
            make_harmless(&mut text);
            text
        };
        assert_eq!(harmless("=HYPERLINK(\"http://x\")"), "'=HYPERLINK(\"http://x\")");
        assert_eq!(harmless("＝1+1"), "'＝1+1");
        assert_eq!(harmless("路灯\n不亮"), "路灯\n不亮");
        for text in ["=1", "'quoted'", "路灯", ""] {
            assert_eq!(meant(&harmless(text)), text);
        }
    }

    #[test]
    fn what_stands_in_a_cell_of_csv_stays_in_it() {
        let row = vec!["1".to_owned(), "他说\"不亮\",\n真的".to_owned()];
        let written = String::from_utf8(csv(&["number", "title"], vec![row.clone()]).unwrap()).unwrap();
        let mut read = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        assert_eq!(read.headers().unwrap(), vec!["number", "title"]);
        assert_eq!(read.records().next().unwrap().unwrap(), csv::StringRecord::from(row));
    }

    #[test]
    fn a_workbook_is_read_as_it_was_written() {
        let rows = vec![vec!["0101".to_owned(), String::new(), "=x".to_owned()], vec!["2".to_owned()]];
        let bytes = xlsx(&["a", "b", "c"], rows).unwrap();
        let read = crate::first_sheet(bytes).unwrap();
        let row = |no: u32, cells: &[(u32, &str)]| {
            (no, cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect::<Vec<_>>())
        };
        let header = row(1, &[(0, "a"), (1, "b"), (2, "c")]);
        assert_eq!(read, [header, row(2, &[(0, "0101"), (2, "'=x")]), row(3, &[(0, "2")])]);
        assert!(crate::first_sheet(b"PK\x03\x04 no workbook".to_vec()).is_err());
    }
}
