//! Excel workbooks. Rows come from a thread of their own, so that a sheet is never wholly in memory
//! and a workbook that upsets the reader cannot take the import down with it.

use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, mpsc};
use std::thread;

use calamine::{Reader, Xlsx, XlsxError};
use tables::{Broken, Cells, each_row};

use super::error::ReadError;
use super::mapping::Mapping;
use super::record::{Header, Record, Row};
use super::rejected::Rejected;

type Item = Result<Record, Rejected>;
type Workbook = Xlsx<BufReader<File>>;

/// Opens a workbook and reads the first sheet that the mapping fits, or else the first that is not empty.
/// The first row that is not empty is the header. `read` is moved to `bytes` as rows are read.
pub fn open(
    path: &Path,
    mapping: &Mapping,
    bytes: u64,
    read: Arc<AtomicU64>,
) -> Result<Receiver<Item>, ReadError> {
    let shown = path.display().to_string();
    let unusable = |problem: String| ReadError::Workbook { path: shown.clone(), problem };
    let file = File::open(path).map_err(|e| ReadError::io(&shown, e))?;
    let opened = catch_unwind(AssertUnwindSafe(|| {
        let mut workbook = Workbook::new(BufReader::new(file))?;
        let sheet = choose(&mut workbook, mapping);
        Ok::<_, XlsxError>((workbook, sheet))
    }));
    let (workbook, sheet) = match opened {
        Ok(Ok(opened)) => opened,
        Ok(Err(problem)) => return Err(unusable(problem.to_string())),
        Err(_) => return Err(unusable("its inside makes no sense".into())),
    };
    let sheet = sheet.ok_or_else(|| ReadError::Empty(shown.clone()))?;
    let (sender, receiver) = sync_channel(256);
    let work = Work { sheet, sender, bytes, read };
    thread::Builder::new()
        .name("import-xlsx".into())
        .spawn(move || work.run(workbook))
        .map_err(|e| ReadError::io(&shown, e))?;
    Ok(receiver)
}

fn choose(workbook: &mut Workbook, mapping: &Mapping) -> Option<String> {
    let mut first = None;
    for name in workbook.sheet_names() {
        let Ok(Some(header)) = header(workbook, &name) else { continue };
        let probe = Record::row(0, &Arc::new(header), Row::default());
        if mapping.source_for(&probe).is_some() {
            return Some(name);
        }
        first = first.or(Some(name));
    }
    first
}

fn header(workbook: &mut Workbook, sheet: &str) -> Result<Option<Header>, Rejected> {
    let mut header = None;
    rows(workbook, sheet, |_, _, row| {
        header = Some(Header::new(&row));
        false
    })?;
    Ok(header)
}

/// Calls `each` with row number, number of rows and cells, for every row that is not empty, until it says false.
/// Where the sheet breaks, the row that was being read is rejected, for it may lack cells.
fn rows(
    workbook: &mut Workbook,
    sheet: &str,
    mut each: impl FnMut(u32, u32, Row) -> bool,
) -> Result<(), Rejected> {
    each_row(workbook, sheet, |number, count, cells| each(number, count, flat(cells)))
        .map_err(|Broken { row, cells, problem }| broken(row, &cells, &problem))
}

fn broken(row: u32, cells: &[(u32, String)], problem: &str) -> Rejected {
    let raw: Vec<&str> = cells.iter().map(|(_, text)| text.as_str()).collect();
    let reason = format!("the sheet breaks off in or after this row: {problem}");
    Rejected::new(row.into(), reason, &raw.join(","))
}

/// Cells at their columns, with empty ones in the gaps.
fn flat(mut cells: Cells) -> Row {
    cells.sort_by_key(|(column, _)| *column);
    let mut row = Row::default();
    for (column, text) in cells {
        while row.ends.len() < column as usize {
            row.push("");
        }
        row.push(&text);
    }
    row
}

/// What the thread needs besides the workbook.
struct Work {
    sheet: String,
    sender: SyncSender<Item>,
    bytes: u64,
    read: Arc<AtomicU64>,
}

impl Work {
    /// Sends every row; if the sheet breaks, a last rejection says where.
    fn run(self, mut workbook: Workbook) {
        let (mut header, mut reached) = (None, 0);
        let result = catch_unwind(AssertUnwindSafe(|| {
            rows(&mut workbook, &self.sheet, |number, count, row| {
                reached = number;
                self.progress(number, count);
                match &header {
                    None => {
                        header = Some(Arc::new(Header::new(&row)));
                        true
                    }
                    Some(header) => self.send(Ok(Record::row(number.into(), header, row))).is_ok(),
                }
            })
        }));
        let rejected = match result {
            Ok(Ok(())) => return,
            Ok(Err(rejected)) => rejected,
            Err(_) => broken(reached, &[], "its inside makes no sense"),
        };
        // The caller may have stopped listening; then there is nobody to tell.
        drop(self.send(Err(rejected)));
    }

    fn send(&self, item: Item) -> Result<(), mpsc::SendError<Item>> {
        self.sender.send(item)
    }

    fn progress(&self, number: u32, count: u32) {
        let share = u64::from(number).min(count.into());
        self.read.store(self.bytes * share / u64::from(count), Ordering::Relaxed);
    }
}
