//! 争议、职责认定: quarrels over whose duty an order is, and the rulings that
//! settled them, as rows computed from the journal.

use std::collections::{BTreeSet, HashMap};

use domain::codes::{ClockKind, ReturnReason};
use domain::ids::{MatterCode, OrderId, PlaceCode, UnitId};
use domain::order::{DisputeCause, DisputeStep, Ruling};
use domain::rulings::{InForce, Rulings};
use domain::{Moment, Order};

use crate::engine::{Conn, Row, Value, misshapen};
use crate::error::Result;
use crate::search;

/// A dispute, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DisputeRow {
    /// The order.
    pub order: OrderId,
    /// Which of its disputes, from 1.
    pub no: u16,
    /// The order's matter.
    pub matter: MatterCode,
    /// The order's place.
    pub place: PlaceCode,
    /// On what ground.
    pub ground: ReturnReason,
    /// How it came to be.
    pub cause: DisputeCause,
    /// The units concerned.
    pub parties: Vec<UnitId>,
    /// When it was opened.
    pub opened_at: Moment,
    /// Where it stands, or stood when it was ruled on.
    pub step: DisputeStep,
    /// The ruling that was in force when it was opened.
    pub ruled_before: Option<String>,
    /// Whether it was ruled on, or stands, after its limit.
    pub late: bool,
    /// When the designated unit began.
    pub executed_at: Option<Moment>,
    /// The ruling; none while it is open.
    pub ruling: Option<Ruling>,
}

/// Which disputes to show: those that meet every field that is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DisputeFilter {
    /// Of this matter, or one below it.
    pub matter: Option<String>,
    /// At this place, or one within it.
    pub place: Option<String>,
    /// That concern this unit, or name it as the lead.
    pub unit: Option<String>,
    /// On this ground.
    pub ground: Option<ReturnReason>,
    /// Ruled on, or not.
    pub ruled: Option<bool>,
    /// Whose ruling holds for more than its order, and has not ended.
    pub general: bool,
    /// Opened at this moment or later.
    pub from: Option<Moment>,
    /// Opened before this moment.
    pub to: Option<Moment>,
    /// Of these orders.
    pub orders: Option<Vec<i64>>,
}

/// The rows of an order.
pub(crate) fn rows(order: &Order) -> Vec<Vec<Value>> {
    let last = order.disputes.len();
    (1..).zip(&order.disputes).map(|(no, _)| row(order, no, no == last)).collect()
}

fn row(order: &Order, no: usize, is_last: bool) -> Vec<Value> {
    let dispute = &order.disputes[no - 1];
    let ruling = dispute.ruling.as_ref();
    let scope = ruling.and_then(Ruling::scope);
    let text = |text: Option<&str>| Value::from(text.unwrap_or_default());
    let clock = order.clock(ClockKind::Dispute, 0).filter(|_| is_last);
    let upheld = |ruling: &Ruling| {
        let verdicts = ruling.objections.iter().filter_map(|objection| objection.verdict.as_ref());
        verdicts.filter(|verdict| verdict.granted).count()
    };
    vec![
        order.id.0.into(),
        no.into(),
        order.matter.as_str().into(),
        order.place.as_str().into(),
        Value::code(dispute.ground.code()),
        Value::code(dispute.cause.code()),
        parties(dispute.concerned()).into(),
        dispute.opened_at.into(),
        Value::code(dispute.step.code()),
        text(dispute.ruled_before.as_deref()),
        text(ruling.map(|ruling| ruling.number.as_str())),
        text(ruling.map(|ruling| ruling.lead.as_str())),
        Value::code(ruling.map_or("", |ruling| ruling.effect().code())),
        text(scope.map(|scope| scope.matter.as_str())),
        text(scope.and_then(|scope| scope.place.as_ref()).map(|place| place.as_str())),
        ruling.map(|ruling| ruling.at).into(),
        clock.is_some_and(|clock| clock.late).into(),
        ruling.and_then(|ruling| executed_at(order, ruling)).into(),
        ruling.map_or(0, |ruling| ruling.objections.len()).into(),
        ruling.map_or(0, upheld).into(),
        text(ruling.and_then(|ruling| ruling.terms.as_ref()?.replaces.as_deref())),
        ruling.and_then(|ruling| ruling.ended_at).into(),
        ruling.map_or(String::new(), |ruling| serde_json::to_string(ruling).expect("texts only")).into(),
    ]
}

/// Units between blanks, so that one is found by its code and the blanks around it.
fn parties<'a>(units: impl Iterator<Item = &'a UnitId>) -> String {
    let once: BTreeSet<&str> = units.map(|unit| unit.as_str()).collect();
    let all: Vec<&str> = once.into_iter().collect();
    if all.is_empty() { String::new() } else { format!(" {} ", all.join(" ")) }
}

/// When the unit that a ruling named began: when the clock of its execution stopped.
fn executed_at(order: &Order, ruling: &Ruling) -> Option<Moment> {
    let clocks = order.clocks.iter().filter(|clock| clock.kind == ClockKind::Execution);
    let of_lead = |part: u16| order.part(part).is_some_and(|part| part.unit == ruling.lead);
    clocks.filter(|clock| of_lead(clock.part)).find_map(|clock| clock.stopped.filter(|at| *at >= ruling.at))
}

/// The rows, where an act changed them.
pub(crate) fn changed(before: Option<&Order>, after: &Order) -> Vec<Vec<Value>> {
    if after.disputes.is_empty() {
        return Vec::new();
    }
    let old = before.map_or(Vec::new(), rows);
    rows(after).into_iter().filter(|row| !old.contains(row)).collect()
}

const COLUMNS: &str = "d.order_id, d.no, d.matter, d.place, d.ground, d.cause, d.parties, d.opened_at, d.step, \
     d.ruled_before, d.late, d.executed_at, d.ruling";

/// A ruling that holds for more than its order, and that none has taken the place of.
const GENERAL: &str = "d.scope_matter <> '' AND d.ended_at IS NULL AND NOT EXISTS \
     (SELECT 1 FROM disputes AS later WHERE later.replaces = d.number AND later.replaces <> '')";

/// Disputes that pass a filter, the newest orders first, before one that was
/// shown already.
pub(crate) fn list(
    conn: &mut Conn,
    filter: &DisputeFilter,
    before: Option<(i64, i64)>,
    most: usize,
) -> Result<Vec<DisputeRow>> {
    let mut clauses = vec!["1 = 1".to_owned()];
    let mut values: Vec<Value> = Vec::new();
    let mut add = |clause: &str, value: Value| {
        values.push(value);
        let mark = format!("${}", values.len());
        clauses.push(clause.replace('?', &mark));
    };
    if let Some(matter) = &filter.matter {
        add("d.matter >= ?", matter.as_str().into());
        add("d.matter < ?", format!("{matter}\u{10ffff}").into());
    }
    if let Some(place) = &filter.place {
        add("d.place >= ?", place.as_str().into());
        add("d.place < ?", format!("{place}\u{10ffff}").into());
    }
    if let Some(unit) = &filter.unit {
        add("(d.parties || ' ' || d.lead || ' ') LIKE ?", format!("% {unit} %").into());
    }
    if let Some(ground) = filter.ground {
        add("d.ground = ?", Value::code(ground.code()));
    }
    if let Some(from) = filter.from {
        add("d.opened_at >= ?", from.into());
    }
    if let Some(to) = filter.to {
        add("d.opened_at < ?", to.into());
    }
    if let Some(orders) = &filter.orders {
        let texts: Vec<String> = orders.iter().map(i64::to_string).collect();
        let one_of = conn.engine().one_of("?");
        add(
            &format!("CAST(d.order_id AS TEXT) {one_of}"),
            serde_json::to_string(&texts).expect("numbers").into(),
        );
    }
    if let Some((order, no)) = before {
        add("d.order_id <= ?", order.into());
        let order = format!("(d.order_id < {order} OR d.no < ?)");
        add(&order, no.into());
    }
    match filter.ruled {
        Some(true) => clauses.push("d.number <> ''".to_owned()),
        Some(false) => clauses.push("d.number = ''".to_owned()),
        None => {}
    }
    if filter.general {
        clauses.push(GENERAL.to_owned());
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM disputes AS d WHERE {} ORDER BY d.order_id DESC, d.no DESC LIMIT {most}",
        clauses.join(" AND ")
    );
    conn.query(&sql, &values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<DisputeRow> {
    let ruling = row.text(12)?;
    let before = row.text(9)?;
    Ok(DisputeRow {
        order: OrderId(row.int(0)?),
        no: u16::try_from(row.int(1)?).unwrap_or(u16::MAX),
        matter: row.text(2)?.into(),
        place: row.text(3)?.into(),
        ground: row.text(4)?.parse().map_err(misshapen)?,
        cause: row.text(5)?.parse().map_err(misshapen)?,
        parties: row.text(6)?.split_whitespace().map(UnitId::from).collect(),
        opened_at: Moment(row.int(7)?),
        step: row.text(8)?.parse().map_err(misshapen)?,
        ruled_before: (!before.is_empty()).then(|| before.to_owned()),
        late: row.int(10)? != 0,
        executed_at: row.maybe_int(11)?.map(Moment),
        ruling: if ruling.is_empty() { None } else { Some(serde_json::from_str(ruling).map_err(misshapen)?) },
    })
}

/// The dispute that a ruling of this number settled.
pub(crate) fn numbered(conn: &mut Conn, number: &str) -> Result<Option<DisputeRow>> {
    let sql = format!("SELECT {COLUMNS} FROM disputes AS d WHERE d.number = $1 AND d.number <> ''");
    conn.first(&sql, &[number.into()])?.as_ref().map(read).transpose()
}

/// The rulings in force whose scope lies around a matter; with none, all of them.
pub(crate) fn in_force(conn: &mut Conn, matter: Option<&MatterCode>) -> Result<Rulings> {
    let mut sql = format!("SELECT {COLUMNS} FROM disputes AS d WHERE {GENERAL}");
    let mut values: Vec<Value> = Vec::new();
    if let Some(MatterCode(code)) = matter {
        let above: Vec<&str> = (1..=code.len()).filter_map(|length| code.get(..length)).collect();
        sql.push_str(&format!(" AND d.scope_matter {}", conn.engine().one_of("$1")));
        values.push(serde_json::to_string(&above).expect("texts only").into());
    }
    let mut rulings = Rulings::default();
    for row in conn.query(&sql, &values)? {
        let found = read(&row)?;
        let Some(ruling) = &found.ruling else { continue };
        let tasks = tasks(conn, &found)?;
        let task = |hash: &str| tasks.get(hash).cloned().unwrap_or_default();
        InForce::of(found.order, ruling, task).into_iter().for_each(|ruling| rulings.add(ruling));
    }
    Ok(rulings)
}

/// The words of the tasks that a ruling gives to those who assist.
fn tasks(conn: &mut Conn, row: &DisputeRow) -> Result<HashMap<String, String>> {
    let mut tasks = HashMap::new();
    for assist in row.ruling.iter().flat_map(|ruling| ruling.assists()) {
        let sql = "SELECT body FROM texts WHERE order_id = $1 AND hash = $2 AND body IS NOT NULL";
        let found = conn.first(sql, &[row.order.0.into(), assist.task.hash.as_str().into()])?;
        if let Some(found) = found {
            tasks.insert(assist.task.hash.clone(), found.text(0)?.to_owned());
        }
    }
    Ok(tasks)
}

/// The disputes whose papers are most like some words, the likest first: a
/// word that few papers have says more than one that many have.
pub(crate) fn alike(conn: &mut Conn, words: &str, most: usize) -> Result<Vec<DisputeRow>> {
    let mut weights: HashMap<i64, f64> = HashMap::new();
    let cut: BTreeSet<String> = text::words(words).into_iter().collect();
    for word in cut.iter().take(MOST_WORDS) {
        let found = search::rulings_with(conn, word, MOST_OF_A_WORD)?;
        let weight = 1.0 / (found.len().max(1) as f64).sqrt();
        found.into_iter().for_each(|order| *weights.entry(order).or_default() += weight);
    }
    let mut best: Vec<(i64, f64)> = weights.into_iter().collect();
    best.sort_by(|one, other| other.1.total_cmp(&one.1).then(other.0.cmp(&one.0)));
    best.truncate(most);
    if best.is_empty() {
        return Ok(Vec::new());
    }
    let orders = Some(best.iter().map(|(order, _)| *order).collect());
    let mut rows = list(conn, &DisputeFilter { orders, ..DisputeFilter::default() }, None, most * 2)?;
    let place = |row: &DisputeRow| best.iter().position(|(order, _)| *order == row.order.0);
    rows.sort_by_key(place);
    rows.truncate(most);
    Ok(rows)
}

/// So many different words of a question are looked for …
const MOST_WORDS: usize = 16;

/// … and so many of the newest papers that have one.
const MOST_OF_A_WORD: usize = 200;

/// How long it took to find the owner, in minutes, for each order whose owner
/// was found and that was registered between two moments; rising.
pub(crate) fn minutes_to_owner(conn: &mut Conn, from: Moment, to: Moment) -> Result<Vec<i64>> {
    let sql = "SELECT (c.stopped_at - c.started_at) / 60000 FROM orders AS o JOIN clocks AS c \
               ON c.order_id = o.id AND c.kind = 'owner' AND c.part = 0 \
               WHERE o.registered_at >= $1 AND o.registered_at < $2 AND c.stopped_at IS NOT NULL";
    let rows = conn.query(sql, &[from.into(), to.into()])?;
    let mut minutes = rows.iter().map(|row| row.int(0)).collect::<Result<Vec<_>>>()?;
    minutes.sort_unstable();
    Ok(minutes)
}

/// Of the orders registered between two moments: how many had a lead part, and
/// how many lead parts there were in all.
pub(crate) fn leads(conn: &mut Conn, from: Moment, to: Moment) -> Result<(u64, u64)> {
    let sql = "SELECT COUNT(DISTINCT p.order_id), COUNT(*) FROM orders AS o JOIN parts AS p \
               ON p.order_id = o.id AND p.duty = 'lead' WHERE o.registered_at >= $1 AND o.registered_at < $2";
    let row = conn.first(sql, &[from.into(), to.into()])?;
    row.map_or(Ok((0, 0)), |row| Ok((row.int(0)?.unsigned_abs(), row.int(1)?.unsigned_abs())))
}
