//! 公开案例: what everybody may read of settled orders.

use domain::ids::{MatterCode, OrderId, PlaceCode, UnitId};
use domain::{Moment, Order};

use crate::engine::{Conn, Row, Value};
use crate::error::Result;

/// A published case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The order.
    pub order: OrderId,
    /// The title, written for the public.
    pub title: String,
    /// What was wrong and what was done.
    pub summary: String,
    /// The order's matter.
    pub matter: MatterCode,
    /// The order's place.
    pub place: PlaceCode,
    /// The unit that led; none when the hotline answered by itself.
    pub unit: Option<UnitId>,
    /// When it was published.
    pub published_at: Moment,
}

/// The row of an order; none when it was never published.
pub(crate) fn row(order: &Order) -> Option<Vec<Value>> {
    let publication = order.publication.as_ref()?;
    Some(vec![
        order.id.0.into(),
        publication.withdrawn_at.is_none().into(),
        publication.title.hash.as_str().into(),
        publication.summary.hash.as_str().into(),
        order.matter.as_str().into(),
        order.place.as_str().into(),
        order.lead().map_or("", |part| part.unit.as_str()).into(),
        publication.at.into(),
    ])
}

/// The row, where an act changed it.
pub(crate) fn changed(before: Option<&Order>, after: &Order) -> Option<Vec<Value>> {
    let now = row(after)?;
    (before.and_then(row).as_ref() != Some(&now)).then_some(now)
}

const COLUMNS: &str = "p.order_id, t.body, s.body, p.matter, p.place, p.unit, p.published_at";

/// The tables: a case whose texts were erased is gone.
const FROM: &str = "publications AS p \
    JOIN texts AS t ON t.order_id = p.order_id AND t.hash = p.title AND t.body IS NOT NULL \
    JOIN texts AS s ON s.order_id = p.order_id AND s.hash = p.summary AND s.body IS NOT NULL";

/// Published cases, the latest first, before a case that was shown already.
pub(crate) fn list(
    conn: &mut Conn,
    before: Option<(Moment, OrderId)>,
    most: usize,
) -> Result<Vec<Published>> {
    let (at, id) = before.map_or((i64::MAX, i64::MAX), |(at, id)| (at.0, id.0));
    let sql = format!(
        "SELECT {COLUMNS} FROM {FROM} WHERE p.shown = 1 AND (p.published_at, p.order_id) < ($1, $2) \
         ORDER BY p.published_at DESC, p.order_id DESC LIMIT $3"
    );
    conn.query(&sql, &[at.into(), id.into(), most.into()])?.iter().map(read).collect()
}

/// The published case of an order.
pub(crate) fn one(conn: &mut Conn, order: OrderId) -> Result<Option<Published>> {
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE p.shown = 1 AND p.order_id = $1");
    conn.first(&sql, &[order.0.into()])?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Published> {
    let unit = row.text(5)?;
    Ok(Published {
        order: OrderId(row.int(0)?),
        title: row.text(1)?.to_owned(),
        summary: row.text(2)?.to_owned(),
        matter: row.text(3)?.into(),
        place: row.text(4)?.into(),
        unit: (!unit.is_empty()).then(|| unit.into()),
        published_at: Moment(row.int(6)?),
    })
}
