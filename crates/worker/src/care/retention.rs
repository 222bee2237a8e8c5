//! 留存期限: what is removed when its time is up, in small blocks, so that
//! nobody waits for it.

use desk::Desk;
use domain::Moment;
use domain::policy::{Retention, Within};
use store::Store;
use tracing::info;

use super::erase::ERASED;
use crate::error::Result;
use crate::stop::Stop;

/// So many rows are removed in one transaction, or orders looked up at a time.
const BLOCK: usize = 500;

/// Rows that are deleted: the class, its rule, and how a block of what lies
/// before a moment goes.
type Deleted = (&'static str, fn(&Retention) -> &Within, fn(&Store, Moment, usize) -> store::Result<u64>);

const DELETED: [Deleted; 7] = [
    ("recordings", |rules| &rules.recordings, Store::purge_calls),
    ("looks", |rules| &rules.looks, Store::purge_looks),
    ("sessions", |rules| &rules.sessions, Store::purge_sessions),
    ("sessions", |rules| &rules.sessions, Store::purge_login_failures),
    ("requests", |rules| &rules.requests, Store::purge_requests),
    ("messages", |rules| &rules.messages, Store::purge_done_jobs),
    ("messages", |rules| &rules.messages, Store::purge_letters),
];

/// Removes what the policy in force no longer lets be kept.
pub(super) fn remove(desk: &Desk, now: Moment, stop: &Stop) -> Result<()> {
    let policy = desk.city().policy(now);
    let Some(rules) = &policy.retention else { return Ok(()) };
    let store = desk.store();
    for erasing in &ERASED {
        let rule = (erasing.rule)(rules);
        // The time counts from the archiving, which follows the closing so late.
        let closed = cut(now, rule).and_then(|archived| cut(archived, &policy.waits.archive));
        let Some(before) = closed else { continue };
        in_blocks(erasing.class, stop, || {
            let mut erased = 0;
            for order in (erasing.due)(store, before, BLOCK)? {
                erased += u64::from(erasing.erase(desk, order, &rule.basis, now)?);
            }
            // Those that are refused come back in each block.
            Ok(erased)
        })?;
    }
    for (class, rule, purge) in DELETED {
        let Some(before) = cut(now, rule(rules)) else { continue };
        in_blocks(class, stop, || Ok(purge(store, before, BLOCK)?))?;
    }
    Ok(())
}

/// What lies before this moment is to go; none when a law decides that the
/// policy does not name.
fn cut(now: Moment, rule: &Within) -> Option<Moment> {
    let minutes = i64::try_from(rule.within.rough_minutes()?).ok()?;
    Some(now.plus_minutes(-minutes))
}

/// Removes block after block until one is empty, and says how much it was.
fn in_blocks(class: &'static str, stop: &Stop, mut block: impl FnMut() -> Result<u64>) -> Result<()> {
    let mut all = 0;
    while !stop.is_stopped() {
        let removed = block()?;
        if removed == 0 {
            break;
        }
        all += removed;
    }
    if all > 0 {
        info!(class, removed = all, "their time was up");
    }
    Ok(())
}
