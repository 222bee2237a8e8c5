//! Who can log in, and how easily somebody else could in their place.

use std::collections::HashMap;

use store::{Person, Store};

use super::finding::{Finding, good, note, weak, wrong};
use super::wire::POWER;
use crate::settings::Settings;

/// People's passwords and one-time codes.
pub(super) fn people(settings: &Settings, store: &Store, is_reached: bool) -> Vec<Finding> {
    let people = match store.people() {
        Ok(people) => people,
        Err(error) => return vec![wrong("people", error.to_string())],
    };
    let active: Vec<_> = people.iter().filter(|person| person.active).collect();
    let mut found = Vec::new();
    if let Some(person) = active.iter().find(|person| person.password_hash.is_empty()) {
        found
            .push(wrong("people", format!("{} has no password: `minsheng user add` sets one", person.login)));
    }
    if let Some(many) = of_one_password(&active) {
        let said = format!(
            "{many} people have one and the same password, as the demonstration city gives it. Give each one of \
             their own, or take their log-in away: `minsheng user disable LOGIN`"
        );
        found.push(weak(is_reached, "people", said));
    }
    let bare = without_code(store, &active);
    if !bare.is_empty() && settings.said("second_factor").is_none_or(|(roles, _)| roles != "none") {
        let said = format!(
            "{} can do the most harm and have no one-time code yet: the first to log in with the password sets it \
             up. Have them do it now",
            bare.join(", ")
        );
        found.push(note("people", said));
    }
    if found.is_empty() {
        found.push(good("people", format!("{} can log in", active.len())));
    }
    found
}

/// How many share a password: each hash has a salt of its own, so the same
/// hash was copied.
fn of_one_password(active: &[&Person]) -> Option<usize> {
    let mut hashes: HashMap<&str, usize> = HashMap::new();
    for person in active.iter().filter(|person| !person.password_hash.is_empty()) {
        *hashes.entry(&person.password_hash).or_default() += 1;
    }
    hashes.into_values().filter(|count| *count > 1).max()
}

/// Those with power whom a password alone lets in.
fn without_code(store: &Store, active: &[&Person]) -> Vec<String> {
    let has_power = |person: &&&Person| POWER.iter().any(|role| role.code() == person.role);
    let confirmed = |person: &&&Person| {
        store.account(&person.login).is_ok_and(|account| account.totp.is_some_and(|totp| totp.confirmed))
    };
    let bare = active.iter().filter(has_power).filter(|person| !confirmed(person));
    bare.map(|person| person.login.clone()).collect()
}
