//! Lists by keyset: a page begins where the one before ended, so that the
//! thousandth costs what the first did.

use std::collections::HashMap;
use std::str::FromStr;

use domain::Moment;
use domain::ids::{CitizenId, OrderId};
use domain::order::Awaited;

use super::filter::{Condition, Filter, Narrow};
use super::listed::{COLUMNS, Listed, awaited};
use super::units;
use crate::commit::{NEVER, rank};
use crate::engine::{Conn, Engine, Value};
use crate::error::{Result, StoreError};

/// Up to so many orders are sorted at a stroke; more are met in the order of
/// an index instead.
const FEW: i64 = 2000;

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// What is due first; what never is, last.
    #[default]
    Due,
    /// What was registered last.
    Newest,
    /// What was registered first.
    Oldest,
    /// What is most urgent first, and of that what is due first.
    Urgent,
}

impl Sort {
    /// What is sorted by, before the order's number.
    fn columns(self) -> &'static [&'static str] {
        match self {
            Sort::Due => &["due_at"],
            Sort::Newest | Sort::Oldest => &["registered_at"],
            Sort::Urgent => &["level", "due_at"],
        }
    }

    /// Where an order stands by it.
    fn place(self, order: &Listed) -> Cursor {
        let due = order.due_at.map_or(NEVER, |at| at.0);
        let (rank, key) = match self {
            Sort::Due => (0, due),
            Sort::Newest | Sort::Oldest => (0, order.registered_at.0),
            Sort::Urgent => (rank(order.level), due),
        };
        Cursor { rank, key, id: order.id.0 }
    }

    /// The columns, each as it stands in `table`, divided by commas.
    fn order_by(self, table: &str) -> String {
        let way = if self.is_falling() { "DESC" } else { "ASC" };
        let columns = self.columns().iter().chain(&["id"]).map(|column| format!("{table}{column} {way}"));
        columns.collect::<Vec<_>>().join(", ")
    }

    fn is_falling(self) -> bool {
        self == Sort::Newest
    }
}

/// Where a page ended: what it is sorted by, and the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Of the level; 0 where it is not sorted by it.
    pub(super) rank: i64,
    pub(super) key: i64,
    pub(super) id: i64,
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.rank, self.key, self.id)
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        let parts: Option<Vec<i64>> = text.split('.').map(|part| part.parse().ok()).collect();
        match parts.as_deref() {
            Some(&[rank, key, id]) => Ok(Self { rank, key, id }),
            _ => Err(StoreError::Url(format!("`{text}` is not the place of a page"))),
        }
    }
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The orders.
    pub orders: Vec<Listed>,
    /// Where the next page begins; none when this one is the last.
    pub next: Option<Cursor>,
}

/// One page of the orders that pass a filter.
pub(crate) fn list(
    conn: &mut Conn,
    filter: &Filter,
    sort: Sort,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Page> {
    if sort == Sort::Due && units::are_walked(conn, filter)? {
        return units::list(conn, filter, after, limit);
    }
    let mut condition = Condition::after(conn.engine(), Vec::new());
    let source = source(conn, filter, sort, &mut condition)?;
    condition.add_wide(filter);
    let than = if sort.is_falling() { "<" } else { ">" };
    match after {
        Some(Cursor { rank, key, id }) if sort == Sort::Urgent => {
            condition
                .add(&format!("(level, due_at, id) {than} (#, #, #)"), [rank.into(), key.into(), id.into()]);
        }
        Some(Cursor { key, id, .. }) => {
            let column = sort.columns()[0];
            condition.add(&format!("({column}, id) {than} (#, #)"), [key.into(), id.into()]);
        }
        None => {}
    }
    let limit_mark = condition.param((limit + 1).into());
    let sql = format!("{source} {} ORDER BY {} LIMIT {limit_mark}", condition.sql(), sort.order_by(""));
    let mut orders = read(conn, &sql, &format!("ORDER BY {}", sort.order_by("p.")), &condition.values)?;
    let more = orders.len() > limit;
    orders.truncate(limit);
    let next = orders.last().filter(|_| more).map(|last| sort.place(last));
    Ok(Page { orders, next })
}

/// Where the orders come from. When a part of the filter leaves few, these
/// are taken out first; otherwise the engine walks along the sorted index,
/// and is kept from collecting the many to sort them.
fn source(conn: &mut Conn, filter: &Filter, sort: Sort, condition: &mut Condition) -> Result<String> {
    let mut narrowed = None;
    for narrow in filter.narrow() {
        if matches!(narrow, Narrow::Registered(..)) && matches!(sort, Sort::Newest | Sort::Oldest) {
            // The index of the list itself begins and ends there.
            condition.add_narrow(&narrow, true);
        } else if narrowed.is_none() && narrow.leaves_few(conn, FEW)? {
            let mut own = Condition::after(conn.engine(), std::mem::take(&mut condition.values));
            own.add_narrow(&narrow, true);
            narrowed = Some(own.sql());
            condition.values = own.values;
        } else {
            condition.add_narrow(&narrow, false);
        }
    }
    Ok(match narrowed {
        Some(few) => among(&few),
        None => format!("SELECT {COLUMNS} FROM orders WHERE"),
    })
}

/// The beginning of a query for those orders whose numbers `few` finds. These
/// are found first, and no index but that of the numbers is thought of after.
fn among(few: &str) -> String {
    format!(
        "WITH few (few_id) AS MATERIALIZED (SELECT id FROM orders WHERE {few}) \
         SELECT {COLUMNS} FROM few CROSS JOIN orders WHERE id = few_id AND"
    )
}

/// Reads orders, their titles and what they wait for; only of those that are
/// shown.
fn read(conn: &mut Conn, sql: &str, sorted: &str, values: &[Value]) -> Result<Vec<Listed>> {
    let sql = format!(
        "SELECT p.*, (SELECT body FROM texts WHERE texts.order_id = p.id AND texts.hash = p.title) \
         FROM ({sql}) AS p {sorted}"
    );
    let mut orders: Vec<Listed> =
        conn.query(&sql, values)?.iter().map(Listed::read).collect::<Result<_>>()?;
    add_awaited(conn, &mut orders)?;
    Ok(orders)
}

fn add_awaited(conn: &mut Conn, orders: &mut [Listed]) -> Result<()> {
    if orders.is_empty() {
        return Ok(());
    }
    let ids: Vec<i64> = orders.iter().map(|order| order.id.0).collect();
    let sql = format!(
        "{} SELECT order_id, what, part, unit, since, due_at FROM few CROSS JOIN awaiting \
         WHERE order_id = few_id ORDER BY due_at, what, part",
        few_of(conn.engine())
    );
    let mut by_order: HashMap<i64, Vec<Awaited>> = HashMap::new();
    for row in conn.query(&sql, &[joined(&ids)])? {
        by_order.entry(row.int(0)?).or_default().push(awaited(&row)?);
    }
    for order in orders {
        order.awaiting = by_order.remove(&order.id.0).unwrap_or_default();
    }
    Ok(())
}

/// Numbers of orders as one parameter.
fn joined(ids: &[i64]) -> Value {
    ids.iter().map(i64::to_string).collect::<Vec<_>>().join(",").into()
}

/// The numbers of the first parameter as the table `few`.
fn few_of(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "WITH few (few_id) AS (SELECT value FROM json_each('[' || $1 || ']'))",
        Engine::Postgres => {
            "WITH few (few_id) AS MATERIALIZED (SELECT unnest(string_to_array($1, ',')::bigint[]))"
        }
    }
}

/// How many orders pass a filter; no more are counted than `up_to`.
pub(crate) fn count(conn: &mut Conn, filter: &Filter, up_to: Option<u64>) -> Result<u64> {
    let mut condition = Condition::after(conn.engine(), Vec::new());
    condition.add_wide(filter);
    filter.narrow().iter().for_each(|narrow| condition.add_narrow(narrow, true));
    let sql = match up_to {
        None => format!("SELECT COUNT(*) FROM orders WHERE {}", condition.sql()),
        Some(most) => {
            let most = condition.param(i64::try_from(most).unwrap_or(i64::MAX).into());
            format!("SELECT COUNT(*) FROM (SELECT 1 FROM orders WHERE {} LIMIT {most}) AS c", condition.sql())
        }
    };
    let count = conn.first(&sql, &condition.values)?.map_or(Ok(0), |row| row.int(0))?;
    Ok(count.unsigned_abs())
}

/// Those of the orders that pass a filter, in no order.
pub(crate) fn by_ids(conn: &mut Conn, ids: &[i64], filter: &Filter) -> Result<Vec<Listed>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut condition = Condition::after(conn.engine(), vec![joined(ids)]);
    condition.add_wide(filter);
    filter.narrow().iter().for_each(|narrow| condition.add_narrow(narrow, false));
    let sql = format!(
        "{} SELECT {COLUMNS} FROM few CROSS JOIN orders WHERE id = few_id AND {}",
        few_of(conn.engine()),
        condition.sql()
    );
    read(conn, &sql, "", &condition.values)
}

/// The orders that carry an appeal of a citizen, newest first.
pub(crate) fn of_citizen(conn: &mut Conn, citizen: CitizenId, limit: usize) -> Result<Vec<Listed>> {
    let few = among("id IN (SELECT order_id FROM appeals WHERE citizen_id = $1)");
    let sql = format!("{few} 1 = 1 ORDER BY registered_at DESC, id DESC LIMIT $2");
    read(conn, &sql, "ORDER BY p.registered_at DESC, p.id DESC", &[citizen.0.into(), limit.into()])
}

/// The order with a number.
pub(crate) fn by_number(conn: &mut Conn, number: &str) -> Result<Option<OrderId>> {
    let row = conn.first("SELECT id FROM orders WHERE number = $1", &[number.into()])?;
    row.map(|row| row.int(0).map(OrderId)).transpose()
}

/// The numbers of orders, by what the store knows them by.
pub(crate) fn numbers(conn: &mut Conn, ids: &[OrderId]) -> Result<HashMap<OrderId, String>> {
    let mut numbers = HashMap::new();
    for ids in ids.chunks(500) {
        let list: Vec<String> = ids.iter().map(|id| id.0.to_string()).collect();
        let sql = format!("SELECT id, number FROM orders WHERE id IN ({})", list.join(", "));
        for row in conn.query(&sql, &[])? {
            numbers.insert(OrderId(row.int(0)?), row.text(1)?.to_owned());
        }
    }
    Ok(numbers)
}

/// Orders on which time itself is to act, those first that wait longest.
pub(crate) fn due(conn: &mut Conn, now: Moment, limit: usize) -> Result<Vec<OrderId>> {
    let sql = "SELECT id FROM orders WHERE next_at IS NOT NULL AND next_at <= $1 ORDER BY next_at LIMIT $2";
    let rows = conn.query(sql, &[now.into(), limit.into()])?;
    rows.iter().map(|row| row.int(0).map(OrderId)).collect()
}

/// How many of them there are.
pub(crate) fn due_count(conn: &mut Conn, now: Moment) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM orders WHERE next_at IS NOT NULL AND next_at <= $1";
    conn.first(sql, &[now.into()])?.map_or(Ok(0), |row| Ok(row.int(0)?.unsigned_abs()))
}
