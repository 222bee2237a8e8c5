//! What units have, by what is due first: the list that a handler looks at all
//! day. `involved` holds each unit's orders in the very order of the list, so
//! that a page costs what is on it, however much the unit has.

use std::collections::HashMap;

use super::filter::{Condition, Filter, Narrow, and_open};
use super::list::{Cursor, Page, by_ids};
use super::listed::Listed;
use crate::engine::Conn;
use crate::error::Result;

/// The rows of several units are sorted at a stroke up to so many; they are
/// small, and no order is looked at for them. Who has more has a good part of
/// all orders, and meets enough of its own in the order of all.
const MANY: i64 = 20_000;

/// Of orders that other parts of the filter turn away so many more are looked
/// at a time.
const MORE: usize = 4;
const MOST: usize = 1024;

/// Whether a list is made this way: it is of certain units, and nothing else
/// may leave still fewer.
pub(super) fn are_walked(conn: &mut Conn, filter: &Filter) -> Result<bool> {
    match filter.narrow().as_slice() {
        [_, more @ ..] if !more.iter().all(Narrow::is_of_the_row) => Ok(false),
        [Narrow::Within([_], _), ..] => Ok(true),
        [within @ Narrow::Within(..), ..] => within.leaves_few(conn, MANY),
        _ => Ok(false),
    }
}

/// One page of what units have.
pub(super) fn list(conn: &mut Conn, filter: &Filter, after: Option<Cursor>, limit: usize) -> Result<Page> {
    let others = Filter { within: None, ..filter.clone() };
    let mut orders: Vec<(Cursor, Listed)> = Vec::with_capacity(limit + 1);
    let (mut after, mut most) = (after, limit + 1);
    loop {
        let places = places(conn, filter, after, most)?;
        let ids: Vec<i64> = places.iter().map(|place| place.id).collect();
        let mut found: HashMap<i64, Listed> =
            by_ids(conn, &ids, &others)?.into_iter().map(|order| (order.id.0, order)).collect();
        orders.extend(places.iter().filter_map(|place| Some((*place, found.remove(&place.id)?))));
        if orders.len() > limit || places.len() < most {
            break;
        }
        after = places.last().copied();
        most = (most * MORE).min(MOST.max(limit + 1));
    }
    let more = orders.len() > limit;
    orders.truncate(limit);
    let next = orders.last().filter(|_| more).map(|(place, _)| *place);
    Ok(Page { orders: orders.into_iter().map(|(_, order)| order).collect(), next })
}

/// The next places in the list, whatever else the filter says of them.
fn places(conn: &mut Conn, filter: &Filter, after: Option<Cursor>, most: usize) -> Result<Vec<Cursor>> {
    let units = filter.within.as_deref().unwrap_or_default();
    let mut places = Vec::new();
    // The closed ones lie in a stretch of their own, sorted likewise.
    for open in [true, false].into_iter().filter(|open| filter.open.is_none_or(|asked| asked == *open)) {
        let mut condition = Condition::after(conn.engine(), Vec::new());
        let one_of = condition.one_of(units);
        if let Some(Cursor { key, id, .. }) = after {
            condition.add("(due_at, order_id) > (#, #)", [key.into(), id.into()]);
        }
        let mark = condition.param(most.into());
        // Several units can have a part in one order.
        let distinct = if units.len() > 1 { "DISTINCT " } else { "" };
        let sql = format!(
            "SELECT {distinct}due_at, order_id FROM involved WHERE unit {one_of}{} AND {} \
             ORDER BY due_at, order_id LIMIT {mark}",
            and_open(Some(open)),
            condition.sql()
        );
        for row in conn.query(&sql, &condition.values)? {
            places.push(Cursor { rank: 0, key: row.int(0)?, id: row.int(1)? });
        }
    }
    places.sort_by_key(|place| (place.key, place.id));
    places.truncate(most);
    Ok(places)
}
