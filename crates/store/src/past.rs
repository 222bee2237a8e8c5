//! Past orders, as a version of the directory is tried on them: what it asks of
//! each, and where it went. Only rows that are computed are read.

use domain::Moment;
use domain::directory::{Facts, Volume};
use domain::ids::OrderId;

use crate::engine::{Conn, Row};
use crate::error::Result;

/// A past order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastOrder {
    /// Which.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// The matter.
    pub matter: String,
    /// The place.
    pub place: String,
    /// What else is known of it.
    pub facts: Facts,
    /// When it came in.
    pub registered_at: Moment,
    /// The unit that it was first sent to; none when it never was.
    pub first: Option<String>,
    /// The unit that leads it, or led it last; empty when it came back from it.
    pub last: String,
    /// How often it was returned.
    pub returns: u32,
    /// How often it was disputed.
    pub disputes: u32,
}

/// The next orders behind one, by the order of their numbers in the store. The
/// first part of an order is always that of its first lead.
pub(crate) fn orders(conn: &mut Conn, after: i64, limit: usize) -> Result<Vec<PastOrder>> {
    let sql = "SELECT o.id, o.number, o.matter, o.place, o.subject, o.ownership, o.registered_at, p.unit, \
               o.unit, o.returns, o.disputes FROM orders AS o \
               LEFT JOIN parts AS p ON p.order_id = o.id AND p.part = 1 \
               WHERE o.id > $1 ORDER BY o.id LIMIT $2";
    let mut found = Vec::with_capacity(limit);
    conn.each(sql, &[after.into(), limit.into()], &mut |row| {
        found.push(PastOrder {
            id: OrderId(row.int(0)?),
            number: row.text(1)?.to_owned(),
            matter: row.text(2)?.to_owned(),
            place: row.text(3)?.to_owned(),
            facts: facts(&row, 4)?,
            registered_at: Moment(row.int(6)?),
            first: row.maybe_text(7)?.map(str::to_owned),
            last: row.text(8)?.to_owned(),
            returns: count(row.int(9)?),
            disputes: count(row.int(10)?),
        });
        Ok(())
    })?;
    Ok(found)
}

/// How many orders there were of each matter at each place.
pub(crate) fn volumes(conn: &mut Conn) -> Result<Vec<Volume>> {
    let sql = "SELECT matter, place, subject, ownership, COUNT(*), MAX(number) FROM orders \
               GROUP BY matter, place, subject, ownership ORDER BY matter, place";
    let rows = conn.query(sql, &[])?;
    let volume = |row: &Row| {
        Ok(Volume {
            matter: row.text(0)?.into(),
            place: row.text(1)?.into(),
            facts: facts(row, 2)?,
            orders: row.int(4)?.unsigned_abs(),
            example: row.text(5)?.to_owned(),
        })
    };
    rows.iter().map(volume).collect()
}

/// Two columns from one on: the subject and the ownership.
fn facts(row: &Row, from: usize) -> Result<Facts> {
    Ok(Facts { subject: row.text(from)?.parse().ok(), ownership: row.text(from + 1)?.parse().ok() })
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}
