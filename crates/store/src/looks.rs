//! Looks: who saw what of whom, when, and why (PIPL 55, 56: what is done with
//! personal data is recorded). Nothing ever changes a look.

use domain::Moment;
use domain::ids::OrderId;

use crate::engine::{Conn, Row, Value};
use crate::error::Result;

/// A look at one or several orders, or at something else that is guarded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// When.
    pub at: Moment,
    /// Who.
    pub login: String,
    /// In which role.
    pub role: String,
    /// For which unit; empty for the hotline itself.
    pub unit: String,
    /// In which session; 0 outside of one.
    pub session: i64,
    /// At which order, when at one.
    pub order: Option<OrderId>,
    /// What was looked at.
    pub what: String,
    /// Why, as stated.
    pub purpose: String,
    /// What else is to be known of it.
    pub detail: String,
    /// At which orders, when at several.
    pub orders: Vec<OrderId>,
}

/// Which looks to show: those that meet every field that is set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LookFilter {
    /// At this order, alone or among others.
    pub order: Option<OrderId>,
    /// Of this person.
    pub login: Option<String>,
    /// At this kind of thing.
    pub what: Option<String>,
    /// For this purpose.
    pub purpose: Option<String>,
    /// At this moment or later.
    pub from: Option<Moment>,
    /// Before this moment.
    pub to: Option<Moment>,
}

/// One page of looks, newest first, each with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookPage {
    /// The looks.
    pub looks: Vec<(i64, Look)>,
    /// Where the next page begins; none when this one is the last.
    pub next: Option<i64>,
}

/// A look's row, in the order of [`crate::schema::LOOKS`].
pub(crate) fn row(look: &Look) -> Vec<Value> {
    vec![
        look.at.into(),
        look.login.as_str().into(),
        look.role.as_str().into(),
        look.unit.as_str().into(),
        look.session.into(),
        look.order.map_or(0, |order| order.0).into(),
        look.what.as_str().into(),
        look.purpose.as_str().into(),
        look.detail.as_str().into(),
        listed(&look.orders).into(),
    ]
}

/// `,1,2,3,`, so that each is found between commas.
fn listed(orders: &[OrderId]) -> String {
    if orders.is_empty() {
        return String::new();
    }
    let numbers: Vec<String> = orders.iter().map(|order| order.0.to_string()).collect();
    format!(",{},", numbers.join(","))
}

/// One page of the looks that pass a filter, those below the number `after`.
pub(crate) fn list(
    conn: &mut Conn,
    filter: &LookFilter,
    after: Option<i64>,
    limit: usize,
) -> Result<LookPage> {
    let (mut sql, mut values) = (Vec::new(), Vec::new());
    let mut add = |piece: &str, value: Value| {
        values.push(value);
        sql.push(piece.replace('#', &format!("${}", values.len())));
    };
    if let Some(order) = filter.order {
        add("order_id IN (#, 0)", order.0.into());
        add("(order_id <> 0 OR orders LIKE #)", format!("%,{},%", order.0).into());
    }
    let texts = [("login = #", &filter.login), ("what = #", &filter.what), ("purpose = #", &filter.purpose)];
    for (piece, text) in texts {
        text.iter().for_each(|text| add(piece, text.as_str().into()));
    }
    filter.from.iter().for_each(|from| add("at >= #", (*from).into()));
    filter.to.iter().for_each(|to| add("at < #", (*to).into()));
    add("id < #", after.unwrap_or(i64::MAX).into());
    values.push((limit + 1).into());
    let sql = format!(
        "SELECT id, at, login, role, unit, session_id, order_id, what, purpose, detail, orders FROM looks \
         WHERE {} ORDER BY id DESC LIMIT ${}",
        sql.join(" AND "),
        values.len()
    );
    let mut looks = conn.query(&sql, &values)?.iter().map(read).collect::<Result<Vec<_>>>()?;
    let more = looks.len() > limit;
    looks.truncate(limit);
    let next = looks.last().filter(|_| more).map(|(id, _)| *id);
    Ok(LookPage { looks, next })
}

fn read(row: &Row) -> Result<(i64, Look)> {
    let order = row.int(6)?;
    let orders = row.text(10)?.split(',').filter_map(|order| order.parse().ok().map(OrderId));
    let look = Look {
        at: Moment(row.int(1)?),
        login: row.text(2)?.to_owned(),
        role: row.text(3)?.to_owned(),
        unit: row.text(4)?.to_owned(),
        session: row.int(5)?,
        order: (order != 0).then_some(OrderId(order)),
        what: row.text(7)?.to_owned(),
        purpose: row.text(8)?.to_owned(),
        detail: row.text(9)?.to_owned(),
        orders: orders.collect(),
    };
    Ok((row.int(0)?, look))
}
