//! Changes of the city: an entry of one of its lists is put or ended, and the
//! record of who did it, with what was there before, is written with it. The
//! record is a chain, as an order's journal is: an edit shows.

use domain::Moment;
use domain::units::Unit;

use super::documents::{self, Document};
use super::lists::{Matter, Person, Place};
use super::record;
use crate::engine::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::hash::{GENESIS, Hash, sm3};
use crate::schema;

/// What is changed, by whom, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityChange {
    /// When.
    pub at: Moment,
    /// By whom.
    pub login: String,
    /// Of which list: `unit`, `matter`, `place`, `directory_entry`, ….
    pub kind: String,
    /// Which entry.
    pub code: String,
    /// The version of the entry that it was decided on: 0 for a new one; none
    /// for whatever it is.
    pub against: Option<i64>,
    /// The entry before, as JSON; empty for a new one.
    pub was: String,
    /// The entry after, as JSON.
    pub became: String,
    /// What it rests on.
    pub basis: String,
    /// Whether the entry ends, and which takes its place.
    pub ends: Option<Ending>,
}

/// The end of an entry. What refers to it goes on finding it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ending {
    /// Which entry takes its place; empty when none does.
    pub successor: String,
}

/// What is written with a change.
#[derive(Debug, Clone)]
pub enum CityWrite {
    /// Nothing: the entry ends as it is.
    Nothing,
    /// A unit.
    Unit(Unit),
    /// A matter.
    Matter(Matter),
    /// A place.
    Place(Place),
    /// A member of staff.
    Person(Box<Person>),
    /// The next version of a document.
    Document(Document),
}

/// A change and what is written with it.
pub type CityWriting = (CityChange, CityWrite);

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CityChanged {
    /// It was written; the entry has this version now.
    Done(i64),
    /// Somebody else was faster: the entry, or the document that it stands
    /// in, has this version. Nothing was written.
    Other(i64),
}

/// One row of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityChangeRow {
    /// Its number, from 1 without a gap.
    pub no: i64,
    /// When.
    pub at: Moment,
    /// By whom.
    pub login: String,
    /// Of which list.
    pub kind: String,
    /// Which entry.
    pub code: String,
    /// `put` or `end`.
    pub act: String,
    /// The version of the entry after it.
    pub version: i64,
    /// The entry before, as JSON; empty for a new one.
    pub was: String,
    /// The entry after, as JSON.
    pub became: String,
    /// What it rests on.
    pub basis: String,
    hash: Vec<u8>,
}

/// Which changes to show: those that meet every field that is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CityChangeFilter {
    /// Of this list.
    pub kind: Option<String>,
    /// Of this entry.
    pub code: Option<String>,
    /// By this person.
    pub login: Option<String>,
    /// At this moment or later.
    pub from: Option<Moment>,
    /// Before this moment.
    pub to: Option<Moment>,
}

/// How an entry stands: its version, and whether it has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityEntry {
    /// Of which list.
    pub kind: String,
    /// Which entry.
    pub code: String,
    /// How often it was put or ended.
    pub version: i64,
    /// When it ended; none while it holds.
    pub ended_at: Option<Moment>,
    /// Which entry took its place; empty when none did.
    pub successor: String,
}

/// Writes changes and their records, in the transaction that is open: all of
/// them, or, when somebody was faster with one, none. The version is that of
/// the last one's entry.
pub(crate) fn change(conn: &mut Conn, writings: &[CityWriting]) -> Result<CityChanged> {
    let mut versions = Vec::with_capacity(writings.len());
    for (change, write) in writings {
        match standing(conn, change, write)? {
            CityChanged::Done(version) => versions.push(version),
            other => return Ok(other),
        }
    }
    for ((change, write), version) in writings.iter().zip(&versions) {
        write_one(conn, change, write, *version + 1)?;
    }
    Ok(CityChanged::Done(versions.last().map_or(0, |version| version + 1)))
}

/// At which version the entry of a change is, if it can be written still.
fn standing(conn: &mut Conn, change: &CityChange, write: &CityWrite) -> Result<CityChanged> {
    let known = entry(conn, &change.kind, &change.code)?;
    let version = known.map_or(i64::from(!change.was.is_empty()), |entry| entry.version);
    if change.against.is_some_and(|against| against != version) {
        return Ok(CityChanged::Other(version));
    }
    if let CityWrite::Document(document) = write {
        let last = documents::last_version(conn, &document.kind, &document.name)?;
        if last >= document.version {
            return Ok(CityChanged::Other(last));
        }
    }
    Ok(CityChanged::Done(version))
}

fn write_one(conn: &mut Conn, change: &CityChange, write: &CityWrite, version: i64) -> Result<()> {
    let ended_at = change.ends.as_ref().map(|_| change.at);
    let successor = change.ends.as_ref().map_or("", |ending| ending.successor.as_str());
    let row: Vec<Value> = vec![
        change.kind.as_str().into(),
        change.code.as_str().into(),
        version.into(),
        ended_at.into(),
        successor.into(),
    ];
    conn.write(&schema::CITY_ENTRIES, &[row])?;
    match write {
        CityWrite::Nothing => {}
        CityWrite::Unit(unit) => record::put(conn, std::slice::from_ref(unit))?,
        CityWrite::Matter(matter) => record::put(conn, std::slice::from_ref(matter))?,
        CityWrite::Place(place) => record::put(conn, std::slice::from_ref(place))?,
        CityWrite::Person(person) => record::put(conn, std::slice::from_ref(&**person))?,
        CityWrite::Document(document) => documents::put(conn, document)?,
    }
    note(conn, change, version)
}

/// Adds to the record. Two processes that change the city at once meet at the
/// number: the second one's transaction fails as a whole.
fn note(conn: &mut Conn, change: &CityChange, version: i64) -> Result<()> {
    let last = conn.first("SELECT no, hash FROM city_changes ORDER BY no DESC LIMIT 1", &[])?;
    let (no, before) = match last {
        Some(row) => (row.int(0)? + 1, row.blob(1)?.to_vec()),
        None => (1, GENESIS.to_vec()),
    };
    let row = CityChangeRow {
        no,
        at: change.at,
        login: change.login.clone(),
        kind: change.kind.clone(),
        code: change.code.clone(),
        act: if change.ends.is_some() { "end" } else { "put" }.to_owned(),
        version,
        was: change.was.clone(),
        became: change.became.clone(),
        basis: change.basis.clone(),
        hash: Vec::new(),
    };
    let hash = row.link(&before);
    let mut values = row.values();
    values.push(hash.as_slice().into());
    conn.write(&schema::CITY_CHANGES, &[values])
}

impl CityChangeRow {
    /// SM3 over the hash before and all that the row says, each text after its
    /// length.
    fn link(&self, before: &[u8]) -> Hash {
        let numbers = [self.no, self.at.0, self.version].map(i64::to_be_bytes);
        let texts = [&self.login, &self.kind, &self.code, &self.act, &self.was, &self.became, &self.basis];
        let lengths = texts.map(|text| (text.len() as u64).to_be_bytes());
        let mut pieces: Vec<&[u8]> = vec![before];
        pieces.extend(numbers.iter().map(<[u8; 8]>::as_slice));
        for (length, text) in lengths.iter().zip(texts) {
            pieces.extend([length.as_slice(), text.as_bytes()]);
        }
        sm3(&pieces)
    }

    fn values(&self) -> Vec<Value> {
        vec![
            self.no.into(),
            self.at.into(),
            self.login.as_str().into(),
            self.kind.as_str().into(),
            self.code.as_str().into(),
            self.act.as_str().into(),
            self.version.into(),
            self.was.as_str().into(),
            self.became.as_str().into(),
            self.basis.as_str().into(),
        ]
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            no: row.int(0)?,
            at: Moment(row.int(1)?),
            login: row.text(2)?.to_owned(),
            kind: row.text(3)?.to_owned(),
            code: row.text(4)?.to_owned(),
            act: row.text(5)?.to_owned(),
            version: row.int(6)?,
            was: row.text(7)?.to_owned(),
            became: row.text(8)?.to_owned(),
            basis: row.text(9)?.to_owned(),
            hash: row.blob(10)?.to_vec(),
        })
    }
}

/// How an entry stands; none when it was never changed.
pub(crate) fn entry(conn: &mut Conn, kind: &str, code: &str) -> Result<Option<CityEntry>> {
    let sql =
        "SELECT kind, code, version, ended_at, successor FROM city_entries WHERE kind = $1 AND code = $2";
    conn.first(sql, &[kind.into(), code.into()])?.as_ref().map(read_entry).transpose()
}

/// How the entries of a list stand that were ever changed, by their codes.
pub(crate) fn entries(conn: &mut Conn, kind: &str) -> Result<Vec<CityEntry>> {
    let sql =
        "SELECT kind, code, version, ended_at, successor FROM city_entries WHERE kind = $1 ORDER BY code";
    conn.query(sql, &[kind.into()])?.iter().map(read_entry).collect()
}

fn read_entry(row: &Row) -> Result<CityEntry> {
    Ok(CityEntry {
        kind: row.text(0)?.to_owned(),
        code: row.text(1)?.to_owned(),
        version: row.int(2)?,
        ended_at: row.maybe_int(3)?.map(Moment),
        successor: row.text(4)?.to_owned(),
    })
}

/// One page of the record, newest first: those below the number `after`.
pub(crate) fn changes(
    conn: &mut Conn,
    filter: &CityChangeFilter,
    after: Option<i64>,
    limit: usize,
) -> Result<Vec<CityChangeRow>> {
    let (mut sql, mut values) = (vec!["no < $1".to_owned()], vec![after.unwrap_or(i64::MAX).into()]);
    let texts = [("kind =", &filter.kind), ("code =", &filter.code), ("login =", &filter.login)];
    let texts = texts.into_iter().filter_map(|(piece, text)| Some((piece, text.as_deref()?.into())));
    let times = [("at >=", filter.from), ("at <", filter.to)];
    let times = times.into_iter().filter_map(|(piece, at)| Some((piece, Value::from(at?))));
    for (piece, value) in texts.chain(times) {
        values.push(value);
        sql.push(format!("{piece} ${}", values.len()));
    }
    values.push(limit.into());
    let sql = format!(
        "SELECT {} FROM city_changes WHERE {} ORDER BY no DESC LIMIT ${}",
        schema::CITY_CHANGES.column_list(),
        sql.join(" AND "),
        values.len()
    );
    conn.query(&sql, &values)?.iter().map(CityChangeRow::read).collect()
}

/// What is wrong with the record: a row that is missing, or is not as it was
/// written; how many rows there are.
pub(crate) fn faults(conn: &mut Conn) -> Result<(u64, Vec<String>)> {
    let (mut before, mut expected, mut found) = (GENESIS.to_vec(), 1_i64, Vec::new());
    let sql = format!(
        "SELECT {} FROM city_changes WHERE no >= $1 ORDER BY no LIMIT 1000",
        schema::CITY_CHANGES.column_list()
    );
    loop {
        let rows = conn.query(&sql, &[expected.into()])?;
        if rows.is_empty() {
            return Ok((expected.unsigned_abs() - 1, found));
        }
        for row in &rows {
            let row = CityChangeRow::read(row)?;
            if row.no != expected {
                found.push(format!("change {expected} is missing"));
            } else if row.link(&before).as_slice() != row.hash {
                found.push(format!("change {} does not have the hash that follows from it", row.no));
            }
            (before, expected) = (row.hash, row.no + 1);
        }
    }
}

/// A conflict between two processes, as the loser meets it.
pub(crate) fn is_lost_race(error: &StoreError) -> bool {
    matches!(error, StoreError::Taken(_))
}
