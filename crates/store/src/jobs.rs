//! Jobs: what is to be done because of an act, by whichever process comes
//! first. A job is claimed for a while; who does not finish it in that time
//! loses it to the next.

use domain::Moment;
use domain::ids::OrderId;

use crate::engine::{Conn, Row, Value};
use crate::error::Result;

/// A claimed job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its number.
    pub id: i64,
    /// What kind of thing.
    pub kind: String,
    /// Because of which order.
    pub order: OrderId,
    /// Because of which of its entries.
    pub seq: u32,
    /// To whom; empty when the act has one job of the kind.
    pub target: String,
    /// What it needs to know.
    pub payload: String,
    /// How often it has been claimed, this time included.
    pub attempts: u32,
}

const COLUMNS: &str = "id, kind, order_id, seq, target, payload, attempts";

/// The first failure is tried again after so long, each further one after
/// twice the time.
const FIRST_PAUSE_MILLIS: i64 = 5_000;

/// But never later than this.
const LONGEST_PAUSE_MILLIS: i64 = 3_600_000;

/// Claims at most so many jobs that are to be done, until `until`.
pub(crate) fn claim(conn: &mut Conn, now: Moment, until: Moment, most: usize) -> Result<Vec<Job>> {
    let skip = conn.engine().skip_locked();
    let sql = format!(
        "UPDATE jobs SET run_at = $2, attempts = attempts + 1 WHERE id IN \
         (SELECT id FROM jobs WHERE done_at IS NULL AND run_at <= $1 ORDER BY run_at LIMIT $3 {skip}) \
         RETURNING {COLUMNS}"
    );
    let rows = conn.query(&sql, &[now.into(), until.into(), most.into()])?;
    let mut jobs = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    jobs.sort_by_key(|job| job.id);
    Ok(jobs)
}

fn read(row: &Row) -> Result<Job> {
    Ok(Job {
        id: row.int(0)?,
        kind: row.text(1)?.to_owned(),
        order: OrderId(row.int(2)?),
        seq: row.int(3)? as u32,
        target: row.text(4)?.to_owned(),
        payload: row.text(5)?.to_owned(),
        attempts: row.int(6)? as u32,
    })
}

/// Marks jobs as done; how many still belonged to the claim.
pub(crate) fn finish(conn: &mut Conn, jobs: &[Job], now: Moment) -> Result<u64> {
    let sql =
        "UPDATE jobs SET done_at = $3, last_error = NULL WHERE id = $1 AND attempts = $2 AND done_at IS NULL";
    let mut finished = 0;
    for job in jobs {
        finished += conn.execute(sql, &[job.id.into(), job.attempts.into(), now.into()])?;
    }
    Ok(finished)
}

/// Puts a failed job back, to be tried again after a pause that grows with
/// the attempts.
pub(crate) fn fail(conn: &mut Conn, job: &Job, now: Moment, why: &str) -> Result<()> {
    let sql =
        "UPDATE jobs SET run_at = $3, last_error = $4 WHERE id = $1 AND attempts = $2 AND done_at IS NULL";
    let values: [Value; 4] = [job.id.into(), job.attempts.into(), retry_at(job, now).into(), why.into()];
    conn.execute(sql, &values).map(|_| ())
}

/// Ends a job that failed: it keeps its error.
pub(crate) fn give_up(conn: &mut Conn, job: &Job, now: Moment, why: &str) -> Result<()> {
    let sql =
        "UPDATE jobs SET done_at = $3, last_error = $4 WHERE id = $1 AND attempts = $2 AND done_at IS NULL";
    conn.execute(sql, &[job.id.into(), job.attempts.into(), now.into(), why.into()]).map(|_| ())
}

/// How many jobs were given up.
pub(crate) fn given_up(conn: &mut Conn) -> Result<u64> {
    let sql = "SELECT COUNT(*) FROM jobs WHERE done_at IS NOT NULL AND last_error IS NOT NULL";
    conn.first(sql, &[])?.map_or(Ok(0), |row| row.int(0).map(|count| count as u64))
}

fn retry_at(job: &Job, now: Moment) -> Moment {
    let doublings = job.attempts.saturating_sub(1).min(20);
    now.plus_millis((FIRST_PAUSE_MILLIS << doublings).min(LONGEST_PAUSE_MILLIS))
}
