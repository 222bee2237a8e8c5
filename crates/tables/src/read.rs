//! Reading Excel workbooks.

use std::io::{Cursor, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader, Xlsx, XlsxError};

/// Columns beyond this are stray formatting.
const WIDTH: u32 = 1_000;

/// A table that is read whole has at most so many cells.
const MOST_CELLS: usize = 2_000_000;

/// The cells of a row that are not empty, each with its column, counted from 0.
pub type Cells = Vec<(u32, String)>;

/// Where a sheet breaks: the row that was being read may lack cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The row, counted from 1.
    pub row: u32,
    /// What was read of it.
    pub cells: Cells,
    /// What is wrong.
    pub problem: String,
}

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is none, or is damaged.
    #[error("this is no Excel workbook (.xlsx) that can be read: {0}")]
    Workbook(String),
    /// It breaks off.
    #[error("the sheet breaks off in or after row {row}: {problem}")]
    Broken {
        /// The row, counted from 1.
        row: u32,
        /// What is wrong.
        problem: String,
    },
    /// It is larger than anybody's table.
    #[error("the sheet has more than {MOST_CELLS} cells")]
    TooLarge,
}

/// The rows of the first sheet that are not empty, each with its number,
/// counted from 1. A workbook that upsets the reader is an error like any other.
///
/// # Errors
/// Says what is wrong with the workbook.
pub fn first_sheet(bytes: Vec<u8>) -> Result<Vec<(u32, Cells)>, ReadError> {
    catch_unwind(AssertUnwindSafe(|| read_first(bytes)))
        .unwrap_or_else(|_| Err(ReadError::Workbook("its inside makes no sense".to_owned())))
}

fn read_first(bytes: Vec<u8>) -> Result<Vec<(u32, Cells)>, ReadError> {
    let unusable = |error: XlsxError| ReadError::Workbook(error.to_string());
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(unusable)?;
    let Some(sheet) = workbook.sheet_names().into_iter().next() else {
        return Err(ReadError::Workbook("it has no sheet".to_owned()));
    };
    let (mut rows, mut cells) = (Vec::new(), 0);
    let read = each_row(&mut workbook, &sheet, |number, _, row| {
        cells += row.len();
        rows.push((number, row));
        cells <= MOST_CELLS
    });
    match read {
        _ if cells > MOST_CELLS => Err(ReadError::TooLarge),
        Ok(()) => Ok(rows),
        Err(Broken { row, problem, .. }) => Err(ReadError::Broken { row, problem }),
    }
}

/// Calls `each` with row number, number of rows and cells, for every row of a
/// sheet that is not empty, until it says false.
///
/// # Errors
/// Where the sheet breaks.
pub fn each_row<RS: Read + Seek>(
    workbook: &mut Xlsx<RS>,
    sheet: &str,
    mut each: impl FnMut(u32, u32, Cells) -> bool,
) -> Result<(), Broken> {
    let broken = |row, cells: Cells, problem: XlsxError| Broken { row, cells, problem: problem.to_string() };
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(|e| broken(1, Vec::new(), e))?;
    let count = reader.dimensions().end.0.saturating_add(1);
    let (mut at, mut cells) = (None, Vec::new());
    loop {
        let cell = match reader.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            Err(problem) => return Err(broken(at.unwrap_or(0) + 1, cells, problem)),
        };
        let (row, column) = cell.get_position();
        if at != Some(row)
            && let Some(done) = at.replace(row).filter(|_| !cells.is_empty())
            && !each(done + 1, count, std::mem::take(&mut cells))
        {
            return Ok(());
        }
        let text = cell_text(cell.get_value());
        if column < WIDTH && !text.is_empty() {
            cells.push((column, text));
        }
    }
    if let Some(last) = at.filter(|_| !cells.is_empty()) {
        each(last + 1, count, cells);
    }
    Ok(())
}

fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        // Numbers of orders are stored as floats; nobody writes them with a point.
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(truth) => truth.to_string(),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
        }
        DataRef::DateTime(duration) => duration.as_f64().to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}
