//! Sealing. The first leaf of each tree is the root of the seal before, so
//! that one published root vouches for all that went before it; the others
//! are the hashes of the entries, in the order of their positions.

use domain::Moment;

use super::merkle::Tree;
use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::hash::{GENESIS, Hash};
use crate::schema;

/// A sealed stretch of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// Counted from 1.
    pub no: i64,
    /// The position of its first entry …
    pub from_pos: i64,
    /// … and of its last.
    pub to_pos: i64,
    /// When.
    pub sealed_at: Moment,
    /// How many entries.
    pub count: u64,
    /// The root before; zeros for the first.
    pub prev_root: Hash,
    /// The root.
    pub root: Hash,
}

/// The stretch that can be sealed now, as a seal still without its root; none
/// when nothing is new. No entry with a lower position can appear in it any
/// more: the journal is held until all who were writing are done.
pub(crate) fn range(conn: &mut Conn, now: Moment) -> Result<Option<Seal>> {
    conn.hold_journal()?;
    let last = seals(conn)?.pop();
    let from_pos = last.as_ref().map_or(1, |seal| seal.to_pos + 1);
    let row = conn.first("SELECT MAX(pos), COUNT(*) FROM journal WHERE pos >= $1", &[from_pos.into()])?;
    let Some((Some(to_pos), count)) = row.map(|row| Ok((row.maybe_int(0)?, row.int(1)?))).transpose()? else {
        return Ok(None);
    };
    let no = last.as_ref().map_or(1, |seal| seal.no + 1);
    let prev_root = last.map_or(GENESIS, |seal| seal.root);
    let count = count.unsigned_abs();
    Ok(Some(Seal { no, from_pos, to_pos, sealed_at: now, count, prev_root, root: GENESIS }))
}

/// The root over the stretch of a seal, and how many entries lie in it.
pub(crate) fn root(conn: &mut Conn, seal: &Seal) -> Result<(Hash, u64)> {
    let mut tree = Tree::default();
    tree.add(&seal.prev_root);
    let sql = "SELECT hash FROM journal WHERE pos >= $1 AND pos <= $2 ORDER BY pos";
    conn.each(sql, &[seal.from_pos.into(), seal.to_pos.into()], &mut |row| {
        tree.add(&row.hash(0)?);
        Ok(())
    })?;
    Ok((tree.root(), tree.leaves() - 1))
}

/// Writes a seal. Fails when somebody else has just sealed.
pub(crate) fn write(conn: &mut Conn, seal: &Seal) -> Result<()> {
    let row: Vec<Value> = vec![
        seal.no.into(),
        seal.from_pos.into(),
        seal.to_pos.into(),
        seal.sealed_at.into(),
        (seal.count as i64).into(),
        seal.prev_root.as_slice().into(),
        seal.root.as_slice().into(),
    ];
    conn.write(&schema::SEALS, &[row])
}

/// All seals, from the first.
pub(crate) fn seals(conn: &mut Conn) -> Result<Vec<Seal>> {
    let sql = "SELECT no, from_pos, to_pos, sealed_at, count, prev_root, root FROM seals ORDER BY no";
    conn.query(sql, &[])?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Seal> {
    Ok(Seal {
        no: row.int(0)?,
        from_pos: row.int(1)?,
        to_pos: row.int(2)?,
        sealed_at: Moment(row.int(3)?),
        count: row.int(4)?.unsigned_abs(),
        prev_root: row.hash(5)?,
        root: row.hash(6)?,
    })
}

/// What is wrong with a seal, given the one before it.
pub(crate) fn faults(conn: &mut Conn, before: Option<&Seal>, seal: &Seal) -> Result<Vec<&'static str>> {
    let mut faults = Vec::new();
    if seal.no != before.map_or(1, |before| before.no + 1) {
        faults.push("its number does not follow the seal before");
    }
    if seal.from_pos != before.map_or(1, |before| before.to_pos + 1) {
        faults.push("it does not begin where the seal before ended");
    }
    if seal.prev_root != before.map_or(GENESIS, |before| before.root) {
        faults.push("the root before is not that of the seal before");
    }
    let (root, count) = root(conn, seal)?;
    if count != seal.count {
        faults.push("the journal has not as many entries there as were sealed");
    }
    if root != seal.root {
        faults.push("its root is not that of the journal");
    }
    Ok(faults)
}
