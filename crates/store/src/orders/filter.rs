//! Which orders a list or a search is to show.

use domain::codes::{Channel, Kind, Level};
use domain::ids::{MatterCode, PlaceCode, UnitId};
use domain::{Moment, Stage};

use crate::commit::rank;
use crate::engine::{Conn, Engine, Value};
use crate::error::Result;

/// Which orders to show: those that meet every field that is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// That stand at one of these; empty for any.
    pub stages: Vec<Stage>,
    /// Whose lead this unit is.
    pub unit: Option<UnitId>,
    /// In which this unit holds a part that it still owes.
    pub holder: Option<UnitId>,
    /// Of this matter or one below it.
    pub matter: Option<MatterCode>,
    /// From this place or one within it.
    pub place: Option<PlaceCode>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of this level.
    pub level: Option<Level>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// With a clock that is or was late, or without.
    pub late: Option<bool>,
    /// With an open quarrel, or without.
    pub disputed: Option<bool>,
    /// Registered at this moment or later.
    pub from: Option<Moment>,
    /// Registered before this moment.
    pub to: Option<Moment>,
    /// In which one of these units has a part, handed one down, or has a copy.
    pub within: Option<Vec<UnitId>>,
    /// That complain of none of these units.
    pub hidden_from: Option<Vec<UnitId>>,
}

impl Filter {
    /// Whether hardly anything is turned away: few orders complain of whoever
    /// asks.
    pub fn turns_few_away(&self) -> bool {
        Self { hidden_from: None, ..self.clone() } == Self::default()
    }
}

/// So many units are named one by one; more are handed over as a list, which
/// the engine unpacks each time.
const SPELLED_OUT: usize = 6;

/// A condition under construction: SQL, and the values of its parameters.
#[derive(Debug)]
pub(super) struct Condition {
    engine: Engine,
    sql: Vec<String>,
    /// The values of the parameters.
    pub values: Vec<Value>,
}

impl Condition {
    /// A condition whose parameters come after those that have these values.
    pub fn after(engine: Engine, values: Vec<Value>) -> Self {
        Self { engine, sql: Vec::new(), values }
    }

    /// The condition, to stand after WHERE.
    pub fn sql(&self) -> String {
        if self.sql.is_empty() { "1 = 1".into() } else { self.sql.join(" AND ") }
    }

    /// Adds a part; each `#` in it stands for the next of `values`.
    pub fn add(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        let mut pieces = sql.split('#');
        let mut whole = pieces.next().unwrap_or_default().to_owned();
        for (piece, value) in pieces.zip(values) {
            whole.push_str(&self.param(value));
            whole.push_str(piece);
        }
        self.sql.push(whole);
    }

    /// A parameter of its own, to stand anywhere.
    pub fn param(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    /// What a filter says, without its narrow parts.
    pub fn add_wide(&mut self, filter: &Filter) {
        match filter.open {
            Some(true) => self.add("closed_at IS NULL", []),
            Some(false) => self.add("closed_at IS NOT NULL", []),
            None => {}
        }
        match filter.stages.as_slice() {
            [] => {}
            [stage] if filter.unit.is_none() && filter.level.is_none() => {
                self.add("stage = #", [stage.code().into()]);
            }
            stages => {
                // Not by an index: from it several would come unsorted, and
                // the unit or the level leaves fewer.
                let marks = vec!["#"; stages.len()].join(", ");
                self.add(
                    &format!("stage || '' IN ({marks})"),
                    stages.iter().map(|stage| stage.code().into()),
                );
            }
        }
        let texts = [
            ("unit = #", filter.unit.as_ref().map(UnitId::as_str)),
            ("kind = #", filter.kind.map(Kind::code)),
            ("channel = #", filter.channel.map(Channel::code)),
        ];
        for (sql, text) in texts {
            if let Some(text) = text {
                self.add(sql, [text.into()]);
            }
        }
        let numbers = [
            (if filter.unit.is_some() { "level + 0 = #" } else { "level = #" }, filter.level.map(rank)),
            ("disputed = #", filter.disputed.map(i64::from)),
            ("registered_at >= #", filter.from.map(|at| at.0)),
            ("registered_at < #", filter.to.map(|at| at.0)),
        ];
        for (sql, number) in numbers {
            if let Some(number) = number {
                self.add(sql, [number.into()]);
            }
        }
        match filter.late {
            Some(true) => self.add("late > 0", []),
            Some(false) => self.add("late = 0", []),
            None => {}
        }
        if let Some(units) = &filter.hidden_from {
            // Most people are complained of nowhere: that is looked at once,
            // and not for each order.
            let one_of = self.one_of(units);
            self.sql.push(format!(
                "(NOT EXISTS (SELECT 1 FROM accused AS any_of WHERE any_of.unit {one_of}) OR NOT EXISTS \
                 (SELECT 1 FROM accused AS a WHERE a.order_id = orders.id AND a.unit {one_of}))"
            ));
        }
    }

    /// A part that may leave few orders or many. `by_index` lets the engine
    /// find them by it; otherwise it only looks at what it meets.
    pub fn add_narrow(&mut self, narrow: &Narrow<'_>, by_index: bool) {
        match narrow {
            Narrow::Holder(unit) if by_index => {
                self.add(
                    &format!("id IN (SELECT order_id FROM parts WHERE {HOLDS})"),
                    [unit.as_str().into()],
                );
            }
            Narrow::Holder(unit) => {
                let sql = format!("EXISTS (SELECT 1 FROM parts WHERE order_id = orders.id AND {HOLDS})");
                self.add(&sql, [unit.as_str().into()]);
            }
            Narrow::Within(units, open) if by_index => {
                let one_of = self.one_of(units);
                let involving = format!("involved AS i WHERE i.unit {one_of}{}", and_open(*open));
                self.sql.push(format!("id IN (SELECT order_id FROM {involving})"));
            }
            Narrow::Within(units, _) => {
                // Not one look into the index for each of the units: an order
                // involves few.
                let one_of = self.one_of(units);
                let involving = format!("involved AS i WHERE i.unit || '' {one_of}");
                self.sql.push(format!("EXISTS (SELECT 1 FROM {involving} AND i.order_id = orders.id)"));
            }
            Narrow::Matter(matter) => self.add_prefix("matter", matter.as_str(), by_index),
            Narrow::Place(place) => self.add_prefix("place", place.as_str(), by_index),
        }
    }

    /// SQL after the name of a unit: it is one of these.
    pub fn one_of(&mut self, units: &[UnitId]) -> String {
        match units {
            [unit] => format!("= {}", self.param(unit.as_str().into())),
            // Each count of marks is a statement of its own.
            few if (1..=SPELLED_OUT).contains(&few.len()) => {
                let marks: Vec<String> = few.iter().map(|unit| self.param(unit.as_str().into())).collect();
                format!("IN ({})", marks.join(", "))
            }
            many => {
                let mark = self.param(list(many));
                self.engine.one_of(&mark)
            }
        }
    }

    fn add_prefix(&mut self, column: &str, prefix: &str, by_index: bool) {
        // An expression is in no index.
        let column = if by_index { column.to_owned() } else { format!("{column} || ''") };
        self.add(&format!("{column} >= # AND {column} < #"), [prefix.into(), after_prefix(prefix).into()]);
    }
}

/// A part that the unit still owes.
const HOLDS: &str = "holder = # AND state IN ('awaiting_sign', 'handling')";

/// A part of a filter that may leave few orders or many: only a look tells.
pub(super) enum Narrow<'a> {
    Holder(&'a UnitId),
    /// Among the open ones only, or the closed ones.
    Within(&'a [UnitId], Option<bool>),
    Matter(&'a MatterCode),
    Place(&'a PlaceCode),
}

impl Narrow<'_> {
    /// Whether it leaves fewer than so many rows. Only one row is read, by its
    /// distance from the first: asked for both ends of a prefix, PostgreSQL
    /// would guess few and fetch them all.
    pub fn leaves_few(&self, conn: &mut Conn, few: i64) -> Result<bool> {
        let (column, prefix) = match self {
            Narrow::Holder(unit) => {
                let sql =
                    format!("SELECT order_id FROM parts WHERE {HOLDS} LIMIT 1 OFFSET $2").replace('#', "$1");
                return Ok(conn.first(&sql, &[unit.as_str().into(), (few - 1).into()])?.is_none());
            }
            Narrow::Within(units, open) => {
                let which = format!("unit {}{}", conn.engine().one_of("$1"), and_open(*open));
                let sql = format!("SELECT order_id FROM involved WHERE {which} LIMIT 1 OFFSET $2");
                return Ok(conn.first(&sql, &[list(units), (few - 1).into()])?.is_none());
            }
            Narrow::Matter(matter) => ("matter", matter.as_str()),
            Narrow::Place(place) => ("place", place.as_str()),
        };
        let sql =
            format!("SELECT {column} FROM orders WHERE {column} >= $1 ORDER BY {column} LIMIT 1 OFFSET $2");
        let row = conn.first(&sql, &[prefix.into(), (few - 1).into()])?;
        row.map_or(Ok(true), |row| Ok(row.text(0)? >= after_prefix(prefix).as_str()))
    }
}

impl Filter {
    /// The parts that may leave few orders.
    pub(super) fn narrow(&self) -> Vec<Narrow<'_>> {
        let holder = self.holder.as_ref().map(Narrow::Holder);
        let within = self.within.as_deref().map(|units| Narrow::Within(units, self.open));
        let matter = self.matter.as_ref().map(Narrow::Matter);
        let place = self.place.as_ref().map(Narrow::Place);
        [holder, within, matter, place].into_iter().flatten().collect()
    }
}

/// A unit has few open orders beside its many closed ones.
pub(super) fn and_open(open: Option<bool>) -> &'static str {
    match open {
        Some(true) => " AND open = 1",
        Some(false) => " AND open = 0",
        None => "",
    }
}

/// Units as a JSON array.
fn list(units: &[UnitId]) -> Value {
    let units: Vec<&str> = units.iter().map(UnitId::as_str).collect();
    serde_json::to_string(&units).expect("texts only").into()
}

/// Greater than every text that begins with `prefix`, in the order of bytes.
fn after_prefix(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}
