//! The directory as a sheet: one row for an entry. Names stand beside codes for
//! whoever reads; only codes are read back. Words and codes are both understood.

use std::collections::HashMap;

use domain::directory::{AssistDuty, Condition, Directory, DirectoryEntry};
use domain::ids::PersonId;
use jiff::civil::Date;
use tables::{ReadError, WriteError};

use super::words::{self, Worded};
use super::{CityLists, DirectoryError};
use crate::City;

/// The columns: the key that is understood, too, and what the header says.
const COLUMNS: [(&str, &str); 22] = [
    ("code", "编号"),
    ("matter", "事项代码"),
    ("matter_name", "事项名称"),
    ("place", "地点代码"),
    ("place_name", "地点名称"),
    ("hours", "时段"),
    ("season", "季节"),
    ("subjects", "行为主体"),
    ("ownerships", "权属"),
    ("lead", "主办单位代码"),
    ("lead_name", "主办单位名称"),
    ("assists", "协办单位及分工"),
    ("level", "层级"),
    ("limit", "办理时限"),
    ("evidence", "佐证要求"),
    ("basis", "依据"),
    ("source", "来源"),
    ("ruling", "认定文号"),
    ("approver", "批准人"),
    ("from", "生效日期"),
    ("until", "失效日期"),
    ("review", "复核日期"),
];

/// Without these there is no entry.
const NEEDED: [&str; 7] = ["code", "matter", "lead", "level", "basis", "source", "from"];

/// So many faults are named; beyond, the file is another one.
const MOST_FAULTS: usize = 100;

/// What is wrong with a sheet, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}, column {column}: {why}")]
pub struct SheetFault {
    /// The row, counted from 1, the header included.
    pub row: u32,
    /// The column, as the sheet names it, and its header: `F 时段`.
    pub column: String,
    /// What is wrong.
    pub why: String,
}

/// A version as an Excel workbook.
///
/// # Errors
/// When the sheet has no room for it.
pub fn write_sheet(directory: &Directory, city: &City, lists: &CityLists) -> Result<Vec<u8>, WriteError> {
    let header: Vec<&str> = COLUMNS.iter().map(|(_, header)| *header).collect();
    let rows = directory.entries().iter().map(|entry| row(entry, city, lists));
    tables::xlsx(&header, rows.collect())
}

fn row(entry: &DirectoryEntry, city: &City, lists: &CityLists) -> Vec<String> {
    let place = entry.place.as_ref().map_or("", |place| place.as_str());
    let assists = entry.assists.iter().map(|duty| format!("{} {}", duty.unit, duty.task));
    let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
    let name = city.units.get(&entry.lead).map(|unit| unit.name.clone());
    vec![
        entry.code.clone(),
        entry.matter.0.clone(),
        lists.matter_name(entry.matter.as_str()).to_owned(),
        place.to_owned(),
        lists.place_name(place).to_owned(),
        entry.condition.hours.map(|hours| hours.to_string()).unwrap_or_default(),
        entry.condition.season.map(|season| season.to_string()).unwrap_or_default(),
        lines(&entry.condition.subjects),
        lines(&entry.condition.ownerships),
        entry.lead.0.clone(),
        name.unwrap_or_default(),
        assists.collect::<Vec<_>>().join("\n"),
        entry.level.word().to_owned(),
        entry.limit.map(words::limit).unwrap_or_default(),
        lines(&entry.evidence),
        entry.basis.clone(),
        entry.source.word().to_owned(),
        entry.ruling.clone().unwrap_or_default(),
        entry.approver.as_ref().map(|person| person.0.clone()).unwrap_or_default(),
        entry.from.to_string(),
        day(entry.until),
        day(entry.review),
    ]
}

fn lines<T: Worded>(codes: &[T]) -> String {
    codes.iter().map(|code| code.word()).collect::<Vec<_>>().join("\n")
}

/// Reads a workbook's first sheet: its entries, in the order of its rows, each
/// held against the city's lists; or everything that is wrong with it.
///
/// # Errors
/// Every fault with its row and column, up to a hundred.
pub fn read_sheet(bytes: Vec<u8>, lists: &CityLists) -> Result<Vec<DirectoryEntry>, Vec<SheetFault>> {
    let whole = |why: String| vec![SheetFault { row: 1, column: "A".to_owned(), why }];
    let rows = tables::first_sheet(bytes).map_err(|error: ReadError| whole(error.to_string()))?;
    let mut rows = rows.into_iter();
    let (number, header) = rows.next().ok_or_else(|| whole("the sheet is empty".to_owned()))?;
    let columns = columns(number, &header)?;
    let (mut entries, mut faults, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for (number, cells) in rows {
        let cells: HashMap<u32, String> = cells.into_iter().collect();
        let line = Line { row: number, columns: &columns, cells: &cells };
        let read = line.entry().and_then(|entry| line.checked(entry, lists)).and_then(|entry| {
            match seen.insert(entry.code.clone(), number) {
                Some(first) => {
                    Err(line.fault("code", format!("{} stands in row {first} already", entry.code)))
                }
                None => Ok(entry),
            }
        });
        match read {
            Ok(entry) => entries.push(entry),
            Err(fault) => faults.push(fault),
        }
        if faults.len() == MOST_FAULTS {
            break;
        }
    }
    if faults.is_empty() { Ok(entries) } else { Err(faults) }
}

/// Where each column stands, by its key.
fn columns(row: u32, header: &[(u32, String)]) -> Result<HashMap<&'static str, u32>, Vec<SheetFault>> {
    let (mut found, mut faults) = (HashMap::new(), Vec::new());
    let mut fault = |at: u32, why: String| faults.push(SheetFault { row, column: letters(at), why });
    for (at, cell) in header {
        let cell = cell.trim();
        match COLUMNS.iter().find(|(key, header)| *key == cell || *header == cell) {
            Some((key, _)) if found.contains_key(key) => fault(*at, format!("`{cell}` stands here twice")),
            Some((key, _)) => drop(found.insert(*key, *at)),
            None => fault(*at, format!("`{cell}` is no column of the directory")),
        }
    }
    for key in NEEDED.iter().filter(|key| !found.contains_key(*key)) {
        fault(0, format!("the column `{}` is missing", header_of(key)));
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn header_of(key: &str) -> &'static str {
    COLUMNS.iter().find(|(known, _)| *known == key).map_or("", |(_, header)| header)
}

/// A column as sheets name it: A to Z, AA, ….
fn letters(at: u32) -> String {
    let last = char::from(b'A' + (at % 26) as u8);
    if at < 26 { last.to_string() } else { format!("{}{last}", letters(at / 26 - 1)) }
}

/// A row that is read.
struct Line<'a> {
    row: u32,
    columns: &'a HashMap<&'static str, u32>,
    cells: &'a HashMap<u32, String>,
}

impl Line<'_> {
    fn entry(&self) -> Result<DirectoryEntry, SheetFault> {
        let text = |key| self.cell(key).to_owned();
        let some = |key| Some(text(key)).filter(|text| !text.is_empty());
        let condition = Condition {
            hours: self.maybe("hours", |cell| {
                cell.parse().map_err(|e: domain::directory::HoursError| e.to_string())
            })?,
            season: self.maybe("season", |cell| {
                cell.parse().map_err(|e: domain::directory::SeasonError| e.to_string())
            })?,
            subjects: self.list("subjects")?,
            ownerships: self.list("ownerships")?,
        };
        Ok(DirectoryEntry {
            code: self.needed("code")?.to_owned(),
            matter: self.needed("matter")?.into(),
            place: some("place").map(domain::ids::PlaceCode),
            condition,
            lead: self.needed("lead")?.into(),
            assists: self.assists()?,
            level: self.read("level", Worded::read)?,
            limit: self.maybe("limit", words::read_limit)?,
            evidence: self.list("evidence")?,
            basis: self.needed("basis")?.to_owned(),
            source: self.read("source", Worded::read)?,
            ruling: some("ruling"),
            approver: some("approver").map(PersonId),
            from: self.read("from", day)?,
            until: self.maybe("until", day)?,
            review: self.maybe("review", day)?,
        })
    }

    fn checked(&self, entry: DirectoryEntry, lists: &CityLists) -> Result<DirectoryEntry, SheetFault> {
        match lists.check(&entry) {
            Ok(()) => Ok(entry),
            Err(DirectoryError::Unfit { fault, .. }) => Err(self.fault(fault.field, fault.why)),
            Err(other) => Err(self.fault("code", other.to_string())),
        }
    }

    fn cell(&self, key: &str) -> &str {
        let cell = self.columns.get(key).and_then(|at| self.cells.get(at));
        cell.map_or("", |cell| tables::meant(cell.trim()))
    }

    fn needed(&self, key: &str) -> Result<&str, SheetFault> {
        Some(self.cell(key))
            .filter(|cell| !cell.is_empty())
            .ok_or_else(|| self.fault(key, "it is empty".to_owned()))
    }

    fn read<T>(&self, key: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<T, SheetFault> {
        read(self.needed(key)?).map_err(|why| self.fault(key, why))
    }

    fn maybe<T>(&self, key: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, SheetFault> {
        if self.cell(key).is_empty() { Ok(None) } else { self.read(key, read).map(Some) }
    }

    /// Codes, each on a line of the cell.
    fn list<T: Worded>(&self, key: &str) -> Result<Vec<T>, SheetFault> {
        let mut codes = Vec::new();
        for word in self.cell(key).lines().map(str::trim).filter(|word| !word.is_empty()) {
            let code = T::read(word).map_err(|why| self.fault(key, why))?;
            if codes.contains(&code) {
                return Err(self.fault(key, format!("`{word}` stands in it twice")));
            }
            codes.push(code);
        }
        Ok(codes)
    }

    /// Each on a line of the cell: the unit's code, a space, the task.
    fn assists(&self) -> Result<Vec<AssistDuty>, SheetFault> {
        let lines = self.cell("assists").lines().map(str::trim).filter(|line| !line.is_empty());
        let duty = |line: &str| {
            let (unit, task) = line.split_once([' ', '\u{3000}']).ok_or_else(|| {
                self.fault("assists", format!("`{line}`: write the unit's code, a space and its task"))
            })?;
            Ok(AssistDuty { unit: unit.into(), task: task.trim().to_owned() })
        };
        lines.map(duty).collect()
    }

    fn fault(&self, key: &str, why: String) -> SheetFault {
        let at = self.columns.get(key).copied().unwrap_or(0);
        SheetFault { row: self.row, column: format!("{} {}", letters(at), header_of(key)), why }
    }
}

/// A day, also from a cell that holds a date.
fn day(cell: &str) -> Result<Date, String> {
    let day = cell.split_once('T').map_or(cell, |(day, _)| day);
    day.parse().map_err(|_| format!("`{cell}` is no day: write it as 2026-01-31"))
}
