//! Other systems that are told of what happens.

use store::{Hook, Store};

use super::finding::{Finding, good, note, wrong};

/// A hook that has failed so often is not merely slow.
const FAILED: u32 = 3;

/// So many dead letters are counted.
const COUNTED: usize = 1_000;

/// Hooks that are not told.
pub(super) fn hooks(store: &Store) -> Vec<Finding> {
    let hooks = match store.hooks() {
        Ok(hooks) => hooks,
        Err(error) => return vec![wrong("hooks", error.to_string())],
    };
    let mut found: Vec<Finding> = hooks.iter().flat_map(|hook| of(store, hook)).collect();
    if found.is_empty() {
        found.push(good("hooks", format!("{}, all are told", hooks.len())));
    }
    found
}

fn of(store: &Store, hook: &Hook) -> Vec<Finding> {
    let Hook { name, attempts, .. } = hook;
    let mut found = Vec::new();
    let why = hook.last_error.as_deref().unwrap_or("no reason is known");
    if !hook.active {
        let said =
            format!("{name} is switched off, for it answered that it is gone: put it anew, or remove it");
        found.push(note("hooks", said));
    } else if *attempts >= FAILED {
        let said = format!("{name} has failed {attempts} times ({why}), and what follows waits: is it well?");
        found.push(note("hooks", said));
    }
    match store.hook_letters(name, COUNTED) {
        Err(error) => found.push(wrong("hooks", error.to_string())),
        Ok(letters) => {
            let dead = letters.iter().filter(|letter| letter.redelivered_at.is_none()).count();
            if dead > 0 {
                let said = format!(
                    "{dead} dead letters of {name}: an administrator tells them again by \
                     POST /api/administrator/hooks/{name}/redeliveries"
                );
                found.push(note("hooks", said));
            }
        }
    }
    found
}
