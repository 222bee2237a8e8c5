//! Following the journal: every entry that any process commits, once.
//!
//! On PostgreSQL an entry takes its position before its transaction ends, so a
//! lower position may become visible after a higher one, and one whose
//! transaction failed never does. A feed remembers the gaps that it met, and
//! looks into them for a while.

use domain::ids::OrderId;
use domain::{Entry, Moment};

use crate::engine::{Conn, Engine, Row};
use crate::error::{Result, StoreError};
use crate::store::Store;

/// So long a gap is looked into: far longer than any commit takes.
const PATIENCE_MILLIS: i64 = 30_000;

/// When a feed begins at the end, so many positions before it are looked at
/// for gaps: more than all processes together have under way.
const BEHIND: i64 = 20_000;

/// Where a feed begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedStart {
    /// With what is committed from now on.
    End,
    /// With what stands behind a position, committed already or not.
    After(i64),
}

/// An entry, and where it stands in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Its position: rising, but with gaps.
    pub pos: i64,
    /// The entry.
    pub entry: Entry,
}

/// A place in the journal that moves on.
#[derive(Debug, Clone)]
pub struct Feed {
    /// The last position that was met.
    pos: i64,
    /// Positions before it that may still be filled, rising.
    gaps: Vec<Gap>,
}

/// From `from` up to but without `to` nothing was visible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    from: i64,
    to: i64,
    /// When it was met; none when the feed began with it.
    since: Option<Moment>,
}

impl Feed {
    /// A feed from a place on.
    pub(crate) fn begin(conn: &mut Conn, from: FeedStart) -> Result<Self> {
        match from {
            FeedStart::End => Self::at_end(conn),
            FeedStart::After(pos) => Ok(Self { pos, gaps: Vec::new() }),
        }
    }

    fn at_end(conn: &mut Conn) -> Result<Self> {
        let last = conn.first("SELECT COALESCE(MAX(pos), 0) FROM journal", &[])?;
        let last = last.map_or(Ok(0), |row| row.int(0))?;
        let mut feed = Self { pos: (last - BEHIND).max(0), gaps: Vec::new() };
        if conn.engine() == Engine::Postgres {
            let sql = "SELECT pos FROM journal WHERE pos > $1 AND pos <= $2 ORDER BY pos";
            for row in conn.query(sql, &[feed.pos.into(), last.into()])? {
                feed.meet(row.int(0)?, None);
            }
        }
        feed.pos = last;
        Ok(feed)
    }

    /// What was committed since the last call, by any process, at most so
    /// many: each entry once, in the order of the positions but for
    /// latecomers.
    ///
    /// On PostgreSQL an entry whose commit took longer than half a minute is
    /// not found.
    pub fn next(&mut self, store: &Store, now: Moment, most: usize) -> Result<Vec<Followed>> {
        let (late, new) = store.read(|conn| {
            let late = self.late(conn, most)?;
            let new = after(conn, self.pos, most - late.len())?;
            Ok((late, new))
        })?;
        late.iter().for_each(|followed| self.fill(followed.pos));
        if late.len() < most {
            self.gaps.retain(|gap| gap.since.is_none_or(|since| now.0 - since.0 <= PATIENCE_MILLIS));
        }
        for gap in &mut self.gaps {
            gap.since.get_or_insert(now);
        }
        for followed in &new {
            if store.engine() == Engine::Postgres {
                self.meet(followed.pos, Some(now));
            }
            self.pos = followed.pos;
        }
        Ok(late.into_iter().chain(new).collect())
    }

    /// At or below this position nothing new can appear: a feed that begins
    /// after it misses nothing.
    pub fn safe(&self) -> i64 {
        self.gaps.first().map_or(self.pos, |gap| gap.from - 1)
    }

    /// What has become visible within the gaps.
    fn late(&self, conn: &mut Conn, most: usize) -> Result<Vec<Followed>> {
        if self.gaps.is_empty() {
            return Ok(Vec::new());
        }
        let gaps: Vec<(i64, i64)> = self.gaps.iter().map(|gap| (gap.from, gap.to)).collect();
        let gaps = serde_json::to_string(&gaps).expect("numbers only");
        // Only PostgreSQL has gaps that are ever filled.
        let sql = "SELECT pos, order_id, body FROM journal JOIN json_array_elements($1::text::json) AS gap \
                   ON pos >= (gap ->> 0)::bigint AND pos < (gap ->> 1)::bigint ORDER BY pos LIMIT $2";
        conn.query(sql, &[gaps.into(), most.into()])?.iter().map(followed).collect()
    }

    /// Notes the gap before a position.
    fn meet(&mut self, pos: i64, since: Option<Moment>) {
        if pos > self.pos + 1 {
            self.gaps.push(Gap { from: self.pos + 1, to: pos, since });
        }
        self.pos = pos;
    }

    /// Takes a position out of the gap that it lay in.
    fn fill(&mut self, pos: i64) {
        let Some(at) = self.gaps.iter().position(|gap| gap.from <= pos && pos < gap.to) else { return };
        let gap = self.gaps[at];
        let halves = [Gap { to: pos, ..gap }, Gap { from: pos + 1, ..gap }];
        self.gaps.splice(at..=at, halves.into_iter().filter(|half| half.from < half.to));
    }
}

/// The entries behind a position, as far as they are visible, rising.
pub(crate) fn after(conn: &mut Conn, pos: i64, most: usize) -> Result<Vec<Followed>> {
    let sql = "SELECT pos, order_id, body FROM journal WHERE pos > $1 ORDER BY pos LIMIT $2";
    conn.query(sql, &[pos.into(), most.into()])?.iter().map(followed).collect()
}

fn followed(row: &Row) -> Result<Followed> {
    let order = OrderId(row.int(1)?);
    let entry = serde_json::from_str(row.text(2)?).map_err(|error| StoreError::Damaged {
        place: format!("the journal of order {}", order.0),
        what: error.to_string(),
    })?;
    Ok(Followed { pos: row.int(0)?, entry })
}
