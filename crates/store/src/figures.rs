//! Counts of what happened, by day: kept in the commit of each act, made anew
//! by `rebuild`, compared by `verify`. One row for each day, thing counted and
//! dimension (all, channel, matter, place, unit), so that a question reads
//! hundreds of rows, however many orders there are.

use std::collections::BTreeMap;

use domain::figures::{Counted, counts};
use domain::{Entry, Moment, Order};
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::blocks::{Block, Stored, journal};
use crate::engine::{Conn, Value};
use crate::error::Result;
use crate::schema;

/// While figures are made anew: the first order that is not counted yet.
/// Commits leave those that follow to the making.
const FIGURES_FROM: &str = "figures_from";

/// By what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Everything; the code is empty.
    All,
    /// By channel.
    Channel,
    /// By matter.
    Matter,
    /// By place.
    Place,
    /// By the unit that it is counted for.
    Unit,
    /// By the log-in of whoever did it: only what somebody answers for by name.
    Person,
}

impl By {
    fn code(self) -> &'static str {
        match self {
            By::All => "all",
            By::Channel => "channel",
            By::Matter => "matter",
            By::Place => "place",
            By::Unit => "unit",
            By::Person => "person",
        }
    }
}

/// A count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The day, in the city's time zone.
    pub day: Date,
    /// The channel, matter, place or unit; empty for all.
    pub code: String,
    /// What.
    pub what: Counted,
    /// How many.
    pub count: u64,
}

/// The counts that some entries add, by their key: dimension, code, what, day.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures(BTreeMap<(&'static str, String, &'static str, i64), i64>);

impl Figures {
    /// Adds what an entry adds; `after` is the order as it left it.
    pub fn note(&mut self, before: Option<&Order>, entry: &Entry, after: &Order, zone: &TimeZone) {
        for count in counts(before, entry, after) {
            let channel = after.appeals.first().map_or("", |appeal| appeal.channel.code());
            let unit = count.unit.as_ref().map_or("", |unit| unit.as_str());
            let person = if count.what.is_somebodys() { entry.by.person.as_str() } else { "" };
            let places = [
                (By::All, ""),
                (By::Channel, channel),
                (By::Matter, after.matter.as_str()),
                (By::Place, after.place.as_str()),
                (By::Unit, unit),
                (By::Person, person),
            ];
            for (by, code) in places {
                if by == By::All || !code.is_empty() {
                    *self
                        .0
                        .entry((by.code(), code.to_owned(), count.what.code(), day(entry.at, zone)))
                        .or_default() += 1;
                }
            }
        }
    }

    /// Adds others.
    pub fn extend(&mut self, others: &Figures) {
        others.0.iter().for_each(|(key, count)| *self.0.entry(key.clone()).or_default() += count);
    }

    /// Adds them to the table. In the order of their keys: two processes that
    /// add to the same ones wait for each other, and never in a circle.
    pub fn write(&self, conn: &mut Conn) -> Result<()> {
        let row = |((by, code, what, day), count): (&(&'static str, String, &'static str, i64), &i64)| -> Vec<Value> {
            vec![Value::code(by), code.as_str().into(), Value::code(what), (*day).into(), (*count).into()]
        };
        let rows: Vec<Vec<Value>> = self.0.iter().map(row).collect();
        conn.write(&schema::FIGURES, &rows)
    }

    /// Where they differ from what a table held, in words.
    pub fn compare(&self, held: &Held) -> Vec<String> {
        let mut expected: BTreeMap<(String, String, String, i64), i64> = BTreeMap::new();
        for ((by, code, what, day), count) in &self.0 {
            expected.insert(((*by).to_owned(), code.clone(), (*what).to_owned(), *day), *count);
        }
        let mut faults = Vec::new();
        for (key, found) in &held.rows {
            let counted = expected.remove(key).unwrap_or(0);
            if *found != counted {
                faults.push(format!("{key:?} is {found}, by the journal it is {counted}"));
            }
        }
        faults.extend(
            expected.iter().map(|(key, count)| format!("{key:?} is missing, by the journal it is {count}")),
        );
        faults
    }

    /// Adds what the entries of one order add, up to a position of the
    /// journal. Entries that make no order add nothing.
    pub fn note_entries(&mut self, entries: &[Stored], zone: &TimeZone, up_to: i64) {
        let mut order: Option<Order> = None;
        for stored in entries.iter().filter(|stored| stored.pos <= up_to) {
            let Ok(entry) = serde_json::from_str::<Entry>(&stored.body) else { return };
            let before = order.clone();
            Order::apply_entry(&mut order, &entry);
            let Some(after) = &order else { return };
            self.note(before.as_ref(), &entry, after, zone);
        }
    }
}

/// The table as it was when the journal ended at a position.
#[derive(Debug, Default)]
pub(crate) struct Held {
    pub up_to: i64,
    rows: Vec<((String, String, String, i64), i64)>,
    /// Whether they are being made anew: then there is nothing to compare.
    pub unfinished: bool,
}

impl Held {
    pub fn read(conn: &mut Conn) -> Result<Self> {
        let last = conn.first("SELECT MAX(pos) FROM journal", &[])?;
        let up_to = last.map_or(Ok(None), |row| row.maybe_int(0))?.unwrap_or(0);
        let rows = conn.query("SELECT dimension, code, what, day, count FROM figures", &[])?;
        let read = |row: &crate::engine::Row| {
            let key =
                (row.text(0)?.to_owned(), row.text(1)?.to_owned(), row.text(2)?.to_owned(), row.int(3)?);
            Ok((key, row.int(4)?))
        };
        let unfinished = counted_up_to(conn)? < i64::MAX;
        Ok(Self { up_to, rows: rows.iter().map(read).collect::<Result<_>>()?, unfinished })
    }
}

/// The first order that is not counted yet; the greatest number when all are.
pub(crate) fn counted_up_to(conn: &mut Conn) -> Result<i64> {
    let row = conn.first("SELECT value FROM meta WHERE name = $1", &[FIGURES_FROM.into()])?;
    Ok(row.map_or(Ok(None), |row| row.text(0).map(|text| text.parse().ok()))?.unwrap_or(i64::MAX))
}

/// Forgets all figures; they are made anew from the first block on.
pub(crate) fn begin_anew(conn: &mut Conn) -> Result<()> {
    conn.execute("DELETE FROM figures", &[])?;
    conn.write(&schema::META, &[vec![FIGURES_FROM.into(), i64::MIN.to_string().into()]])
}

/// Counts a block that is not counted yet, within the transaction that holds
/// the journal.
pub(crate) fn count_block(conn: &mut Conn, block: Block) -> Result<()> {
    if counted_up_to(conn)? != block.0 {
        return Ok(());
    }
    let zone = zone(conn)?.unwrap_or(TimeZone::UTC);
    let mut figures = Figures::default();
    for entries in journal(conn, block)?.chunk_by(|one, next| one.order == next.order) {
        figures.note_entries(entries, &zone, i64::MAX);
    }
    figures.write(conn)?;
    match block.1 {
        i64::MAX => conn.execute("DELETE FROM meta WHERE name = $1", &[FIGURES_FROM.into()]).map(|_| ()),
        next => conn.write(&schema::META, &[vec![FIGURES_FROM.into(), next.to_string().into()]]),
    }
}

/// The city's time zone; none before there is a city.
pub(crate) fn zone(conn: &mut Conn) -> Result<Option<TimeZone>> {
    let sql = "SELECT body FROM documents WHERE kind = 'city' ORDER BY version DESC LIMIT 1";
    let Some(row) = conn.first(sql, &[])? else { return Ok(None) };
    let file: Option<toml::Table> = row.text(0)?.parse().ok();
    let name = file.as_ref().and_then(|file| file.get("zone")).and_then(|zone| zone.as_str());
    Ok(name.and_then(|name| TimeZone::get(name).ok()))
}

/// The figures of a dimension between two days, both included: those of some
/// codes, or of all.
pub(crate) fn between(
    conn: &mut Conn,
    by: By,
    codes: Option<&[String]>,
    what: &[Counted],
    days: (Date, Date),
) -> Result<Vec<Figure>> {
    let mut found = Vec::new();
    for what in what {
        let mut sql =
            "SELECT day, code, count FROM figures WHERE dimension = $1 AND what = $2 AND day >= $3 \
                       AND day <= $4"
                .to_owned();
        let mut values: Vec<Value> = vec![
            Value::code(by.code()),
            Value::code(what.code()),
            number(days.0).into(),
            number(days.1).into(),
        ];
        if let Some(codes) = codes {
            sql.push_str(&format!(" AND code {}", conn.engine().one_of("$5")));
            values.push(serde_json::to_string(codes).expect("texts only").into());
        }
        for row in conn.query(&sql, &values)? {
            let (day, count) = (date(row.int(0)?), row.int(2)?.unsigned_abs());
            found.push(Figure { day, code: row.text(1)?.to_owned(), what: *what, count });
        }
    }
    Ok(found)
}

/// How many orders are open at each place, and how many of them are late.
pub(crate) fn open_by_place(conn: &mut Conn) -> Result<Vec<(String, u64, u64)>> {
    let sql = "SELECT place, COUNT(*), SUM(CASE WHEN late > 0 THEN 1 ELSE 0 END) FROM orders \
               WHERE closed_at IS NULL GROUP BY place ORDER BY place";
    // PostgreSQL's sum of numbers is a decimal.
    let sql = sql.replace("SUM(CASE", "CAST(SUM(CASE").replace("END) FROM", "END) AS BIGINT) FROM");
    let rows = conn.query(&sql, &[])?;
    rows.iter()
        .map(|row| Ok((row.text(0)?.to_owned(), row.int(1)?.unsigned_abs(), row.int(2)?.unsigned_abs())))
        .collect()
}

/// The number of the day on which a moment lies in a zone, from 1970 on.
fn day(at: Moment, zone: &TimeZone) -> i64 {
    number(zone.to_datetime(at.timestamp()).date())
}

fn number(day: Date) -> i64 {
    (day - EPOCH).get_days().into()
}

fn date(number: i64) -> Date {
    let days = jiff::Span::new().try_days(number);
    days.and_then(|days| EPOCH.checked_add(days)).unwrap_or(EPOCH)
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);
