//! What goes on without anybody asking: clocks, notices, seals.

use domain::Moment;
use store::{Filter, Store};

use super::finding::{Finding, good, note, wrong};
use crate::commands::now;

/// Clocks that nobody looks at are worse than none.
pub(super) fn waiting(store: &Store) -> Finding {
    let hour_ago = now().plus_minutes(-60);
    match store.due(hour_ago, 1_000) {
        Ok(due) if due.is_empty() => good("worker", "nothing has waited for an hour".to_owned()),
        Ok(due) => {
            let count = if due.len() < 1_000 { due.len().to_string() } else { "1000 or more".to_owned() };
            note(
                "worker",
                format!("{count} orders have waited for their clock for over an hour: run `minsheng worker`"),
            )
        }
        Err(error) => wrong("worker", error.to_string()),
    }
}

/// Notices that could not be sent in all attempts.
pub(super) fn told(store: &Store) -> Finding {
    match store.jobs_given_up() {
        Ok(0) => good("notices", "none was given up".to_owned()),
        Ok(count) => {
            note("notices", format!("{count} were given up after many attempts: is the mail server well?"))
        }
        Err(error) => wrong("notices", error.to_string()),
    }
}

/// When the journal was sealed last.
pub(super) fn sealed(store: &Store) -> Finding {
    let empty = store.count(&Filter::default()).is_ok_and(|orders| orders == 0);
    match store.seals() {
        Err(error) => wrong("seals", error.to_string()),
        Ok(seals) if seals.is_empty() && !empty => {
            note("seals", "the journal was never sealed: run `minsheng seal`, or a worker".to_owned())
        }
        Ok(seals) => {
            let last = seals.last().map_or(Moment(0), |seal| seal.sealed_at);
            let days = now().millis_since(last) / 86_400_000;
            match seals.len() {
                0 => good("seals", "nothing to seal yet".to_owned()),
                _ if days > 7 => {
                    note("seals", format!("the last seal is {days} days old: is a worker running?"))
                }
                count => good("seals", format!("{count}, the last {days} days ago")),
            }
        }
    }
}
