//! Which orders a list or a search is to show.

use domain::codes::{Channel, Kind, Level};
use domain::ids::{MatterCode, PlaceCode, UnitId};
use domain::order::Awaiting;
use domain::{Moment, Stage};

use super::happened::Happened;
use crate::commit::{NEVER, rank};
use crate::engine::{Conn, Engine, Value};
use crate::error::Result;

/// Which orders to show: those that meet every field that is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// That stand at one of these; empty for any.
    pub stages: Vec<Stage>,
    /// Whose lead is one of these units; empty for any.
    pub units: Vec<UnitId>,
    /// In which this unit holds a part that it still owes.
    pub holder: Option<UnitId>,
    /// Of one of these matters or one below; empty for any.
    pub matters: Vec<MatterCode>,
    /// From one of these places or one within; empty for any.
    pub places: Vec<PlaceCode>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of one of these levels; empty for any.
    pub levels: Vec<Level>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// With a clock that is or was late, or without.
    pub late: Option<bool>,
    /// With an open quarrel, or without.
    pub disputed: Option<bool>,
    /// That a unit returned, or none did.
    pub returned: Option<bool>,
    /// That were handled anew, or never.
    pub redone: Option<bool>,
    /// Whose citizens were called in this round, or were not.
    pub called: Option<bool>,
    /// On which a formal instruction was given, or none.
    pub supervised: Option<bool>,
    /// That wait for this.
    pub waits: Option<Waits>,
    /// To which this happened.
    pub happened: Option<Happened>,
    /// Whose step falls due before this moment.
    pub due_before: Option<Moment>,
    /// Registered at this moment or later.
    pub from: Option<Moment>,
    /// Registered before this moment.
    pub to: Option<Moment>,
    /// In which one of these units has a part, handed one down, has a copy, was called by a whistle, or is
    /// asked for its opinion.
    pub within: Option<Vec<UnitId>>,
    /// That complain of none of these units.
    pub hidden_from: Option<Vec<UnitId>>,
}

/// What orders wait for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waits {
    /// For one of these.
    pub what: Vec<Awaiting>,
    /// Of one of these units; none for any.
    pub units: Option<Vec<UnitId>>,
    /// Which falls due before this moment.
    pub due_before: Option<Moment>,
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

    /// Whether a whole query finds fewer rows than so many.
    fn are_fewer_than(mut self, conn: &mut Conn, few: i64) -> Result<bool> {
        let offset = self.param((few - 1).into());
        let sql = format!("{} LIMIT 1 OFFSET {offset}", self.sql());
        Ok(conn.first(&sql, &self.values)?.is_none())
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
            [stage] if filter.units.is_empty() && filter.levels.is_empty() => {
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
        if let [unit] = filter.units.as_slice() {
            self.add("unit = #", [unit.as_str().into()]);
        }
        if filter.open == Some(true) {
            self.add_levels(filter);
        }
        let numbers = [("due_at < #", filter.due_before.map(|at| at.0))];
        for (sql, number) in numbers {
            if let Some(number) = number {
                self.add(sql, [number.into()]);
            }
        }
        for (column, some) in filter.counts().filter(|(column, some)| !filter.is_rare(column, *some)) {
            // As the partial indexes of the table say it.
            self.add(&format!("{column} {} 0", if some { ">" } else { "=" }), []);
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

    fn add_levels(&mut self, filter: &Filter) {
        match filter.levels.as_slice() {
            [] => {}
            [level] if filter.units.is_empty() => self.add("level = #", [rank(*level).into()]),
            levels => {
                let marks = vec!["#"; levels.len()].join(", ");
                self.add(&format!("level + 0 IN ({marks})"), levels.iter().map(|level| rank(*level).into()));
            }
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
            Narrow::Waits(waits) => {
                let (sql, values) = waiting(waits, self.engine);
                let sql = match by_index {
                    true => format!("id IN (SELECT order_id FROM awaiting AS w WHERE {sql})"),
                    false => {
                        format!("EXISTS (SELECT 1 FROM awaiting AS w WHERE w.order_id = orders.id AND {sql})")
                    }
                };
                self.add(&sql, values);
            }
            Narrow::Happened(happened) => {
                let (ids, values) = happened.ids();
                // What is not to be found by an index is compared with every row that is met.
                let id = if by_index { "id" } else { "id + 0" };
                self.add(&format!("{id} IN ({ids})"), values);
            }
            Narrow::Units(units, _) => {
                let column = if by_index { "unit" } else { "unit || ''" };
                let one_of = self.engine.one_of("#");
                self.add(&format!("{column} {one_of}"), [list(units)]);
            }
            Narrow::Codes(column, prefixes) => self.add_prefixes(column, prefixes, by_index),
            Narrow::Values(column, values) => {
                let marks = vec!["#"; values.len()].join(", ");
                let as_it_is = match (by_index, *column) {
                    (true, _) => "",
                    (false, "level") => " + 0",
                    (false, _) => " || ''",
                };
                self.add(&format!("{column}{as_it_is} IN ({marks})"), values.clone());
            }
            Narrow::Registered(from, to) => {
                let column = if by_index { "registered_at" } else { "registered_at + 0" };
                self.add(&format!("{column} >= # AND {column} < #"), [(*from).into(), (*to).into()]);
            }
            Narrow::Above(column) => {
                self.add(&format!("{column}{} > 0", if by_index { "" } else { " + 0" }), []);
            }
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

    fn add_prefixes(&mut self, column: &str, prefixes: &[&str], by_index: bool) {
        // An expression is in no index.
        let column = if by_index { column.to_owned() } else { format!("{column} || ''") };
        let ranges = vec![format!("({column} >= # AND {column} < #)"); prefixes.len()].join(" OR ");
        let ends = prefixes.iter().flat_map(|prefix| [(*prefix).into(), after_prefix(prefix).into()]);
        self.add(&format!("({ranges})"), ends);
    }
}

/// The condition on `awaiting`, each `#` for the next of the values.
fn waiting(waits: &Waits, engine: Engine) -> (String, Vec<Value>) {
    if waits.what.is_empty() {
        return ("1 = 0".to_owned(), Vec::new());
    }
    let mut sql = vec![format!("w.what IN ({})", vec!["#"; waits.what.len()].join(", "))];
    let mut values: Vec<Value> = waits.what.iter().map(|what| what.code().into()).collect();
    if let Some(units) = &waits.units {
        sql.push(format!("w.unit {}", engine.one_of("#")));
        values.push(list(units));
    }
    if let Some(before) = waits.due_before {
        sql.push("w.due_at < #".to_owned());
        values.push(before.into());
    }
    (sql.join(" AND "), values)
}

/// A part that the unit still owes.
const HOLDS: &str = "holder = # AND state IN ('awaiting_sign', 'handling')";

/// A part of a filter that may leave few orders or many: only a look tells.
pub(super) enum Narrow<'a> {
    Holder(&'a UnitId),
    Waits(&'a Waits),
    Happened(&'a Happened),
    /// Among the open ones only, or the closed ones.
    Within(&'a [UnitId], Option<bool>),
    /// Led by one of several units, among the open ones only, or the closed ones.
    Units(&'a [UnitId], Option<bool>),
    /// A column of codes, each of which begins with that of the one above, and the codes.
    Codes(&'static str, Vec<&'a str>),
    /// A column that has one of these values.
    Values(&'static str, Vec<Value>),
    /// A column that counts something, and is not 0.
    Above(&'static str),
    /// From one moment on, and before another.
    Registered(Moment, Moment),
}

impl Narrow<'_> {
    /// Whether it is read off the row of the order itself.
    pub fn is_of_the_row(&self) -> bool {
        matches!(self, Narrow::Values(..) | Narrow::Above(_) | Narrow::Registered(..))
    }

    /// Whether it leaves fewer than so many rows.
    pub fn leaves_few(&self, conn: &mut Conn, few: i64) -> Result<bool> {
        match self {
            Narrow::Holder(unit) => {
                let sql =
                    format!("SELECT order_id FROM parts WHERE {HOLDS} LIMIT 1 OFFSET $2").replace('#', "$1");
                Ok(conn.first(&sql, &[unit.as_str().into(), (few - 1).into()])?.is_none())
            }
            Narrow::Waits(waits) => {
                let mut condition = Condition::after(conn.engine(), Vec::new());
                let (sql, values) = waiting(waits, conn.engine());
                condition.add(&sql, values);
                let offset = condition.param((few - 1).into());
                let sql =
                    format!("SELECT 1 FROM awaiting AS w WHERE {} LIMIT 1 OFFSET {offset}", condition.sql());
                Ok(conn.first(&sql, &condition.values)?.is_none())
            }
            Narrow::Happened(happened) => {
                let mut condition = Condition::after(conn.engine(), Vec::new());
                let (ids, values) = happened.ids();
                condition.add(ids, values);
                condition.are_fewer_than(conn, few)
            }
            Narrow::Within(units, open) => {
                let which = format!("unit {}{}", conn.engine().one_of("$1"), and_open(*open));
                let sql = format!("SELECT order_id FROM involved WHERE {which} LIMIT 1 OFFSET $2");
                Ok(conn.first(&sql, &[list(units), (few - 1).into()])?.is_none())
            }
            Narrow::Units(units, open) => {
                let open = match open {
                    Some(true) => " AND closed_at IS NULL",
                    Some(false) => " AND closed_at IS NOT NULL",
                    None => "",
                };
                let which = format!("unit {}{open}", conn.engine().one_of("$1"));
                let sql = format!("SELECT 1 FROM orders WHERE {which} LIMIT 1 OFFSET $2");
                Ok(conn.first(&sql, &[list(units), (few - 1).into()])?.is_none())
            }
            Narrow::Values(column, values) => {
                let mut condition = Condition::after(conn.engine(), Vec::new());
                let marks = vec!["#"; values.len()].join(", ");
                condition.add(&format!("SELECT 1 FROM orders WHERE {column} IN ({marks})"), values.clone());
                condition.are_fewer_than(conn, few)
            }
            Narrow::Registered(from, to) => {
                let mut condition = Condition::after(conn.engine(), Vec::new());
                let within = "SELECT 1 FROM orders WHERE registered_at >= # AND registered_at < #";
                condition.add(within, [(*from).into(), (*to).into()]);
                condition.are_fewer_than(conn, few)
            }
            Narrow::Above(column) => {
                let mut condition = Condition::after(conn.engine(), Vec::new());
                condition.add(&format!("SELECT 1 FROM orders WHERE {column} > 0"), []);
                condition.are_fewer_than(conn, few)
            }
            Narrow::Codes(column, prefixes) => {
                let share = few / prefixes.len().max(1) as i64;
                for prefix in prefixes {
                    if !prefix_leaves_few(conn, column, prefix, share.max(1))? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
        }
    }
}

/// Only one row is read, by its distance from the first: asked for both ends
/// of a prefix, PostgreSQL would guess few and fetch them all.
fn prefix_leaves_few(conn: &mut Conn, column: &str, prefix: &str, few: i64) -> Result<bool> {
    let sql = format!("SELECT {column} FROM orders WHERE {column} >= $1 ORDER BY {column} LIMIT 1 OFFSET $2");
    let row = conn.first(&sql, &[prefix.into(), (few - 1).into()])?;
    row.map_or(Ok(true), |row| Ok(row.text(0)? >= after_prefix(prefix).as_str()))
}

impl Filter {
    /// The parts that may leave few orders.
    pub(super) fn narrow(&self) -> Vec<Narrow<'_>> {
        let holder = self.holder.as_ref().map(Narrow::Holder);
        let waits = self.waits.as_ref().map(Narrow::Waits);
        let happened = self.happened.as_ref().map(Narrow::Happened);
        let within = self.within.as_deref().map(|units| Narrow::Within(units, self.open));
        let units = (self.units.len() > 1).then(|| Narrow::Units(&self.units, self.open));
        let matters: Vec<&str> = self.matters.iter().map(MatterCode::as_str).collect();
        let places: Vec<&str> = self.places.iter().map(PlaceCode::as_str).collect();
        let codes = [("matter", matters), ("place", places)].into_iter();
        let codes = codes.filter(|(_, codes)| !codes.is_empty());
        let codes = codes.map(|(column, codes)| Narrow::Codes(column, codes));
        let narrow = [holder, waits, happened, within, units].into_iter().flatten().chain(codes);
        let registered = (self.from.is_some() || self.to.is_some())
            .then(|| Narrow::Registered(self.from.unwrap_or(Moment(0)), self.to.unwrap_or(Moment(NEVER))));
        narrow.chain(self.values()).chain(self.rare()).chain(registered).collect()
    }

    /// What stands in a column of the order itself. Open orders have an index for their levels.
    fn values(&self) -> impl Iterator<Item = Narrow<'_>> {
        let levels: Vec<Value> = match self.open {
            Some(true) => Vec::new(),
            _ => self.levels.iter().map(|level| rank(*level).into()).collect(),
        };
        let kind = self.kind.map(|kind| kind.code().into()).into_iter().collect();
        let channel = self.channel.map(|channel| channel.code().into()).into_iter().collect();
        let values = [("kind", kind), ("channel", channel), ("level", levels)].into_iter();
        values.filter(|(_, values)| !values.is_empty()).map(|(column, values)| Narrow::Values(column, values))
    }

    fn rare(&self) -> impl Iterator<Item = Narrow<'_>> {
        self.counts()
            .filter(|(column, some)| self.is_rare(column, *some))
            .map(|(column, _)| Narrow::Above(column))
    }

    /// What is counted of an order, and whether there is to be any of it.
    fn counts(&self) -> impl Iterator<Item = (&'static str, bool)> + use<> {
        let counts = [
            ("disputed", self.disputed),
            ("late", self.late),
            ("returns", self.returned),
            ("round", self.redone),
            ("calls", self.called),
            ("supervisions", self.supervised),
        ];
        counts.into_iter().filter_map(|(column, said)| Some((column, said?)))
    }

    /// Whether few orders have it, most likely, and it is looked at how many do. Most citizens are called; and
    /// open orders that are late, or were returned, have indexes in the order of their lists.
    fn is_rare(&self, column: &str, some: bool) -> bool {
        some && match column {
            "calls" => false,
            "late" | "returns" => self.open != Some(true),
            _ => true,
        }
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
