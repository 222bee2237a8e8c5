//! `minsheng doctor`: looks at an installation and says what is wrong.

use std::process::ExitCode;

use desk::City;
use domain::Moment;
use serde_json::json;
use store::{DatabaseUrl, Filter, Store};

use super::now;
use crate::output::json_line;
use crate::settings::Settings;

/// A table of days that ends sooner than this wants bringing up to date.
const DAYS_AHEAD: i64 = 60;

/// How a thing was found.
#[derive(PartialEq, Eq)]
enum State {
    Good,
    /// Wants attention, and breaks nothing yet.
    Note,
    Wrong,
}

/// One thing looked at.
struct Finding {
    what: &'static str,
    state: State,
    said: String,
}

/// Examines and reports; the exit code is not 0 when something is wrong.
pub fn doctor(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let mut findings = vec![keys(settings)];
    match settings.store() {
        Err(error) => findings.push(wrong("database", format!("{error:#}"))),
        Ok(store) => {
            findings.push(database(settings, &store));
            findings.extend(city(&store));
            findings.push(waiting(&store));
            findings.push(sealed(&store));
            findings.push(people(&store));
        }
    }
    for finding in &findings {
        let state = match finding.state {
            State::Good => "good ",
            State::Note => "note ",
            State::Wrong => "WRONG",
        };
        println!("{state}  {}: {}", finding.what, finding.said);
    }
    let of = |state: State| -> Vec<_> {
        let found = findings.iter().filter(|finding| finding.state == state);
        found.map(|finding| json!({"what": finding.what, "said": finding.said})).collect()
    };
    let (wrongs, notes) = (of(State::Wrong), of(State::Note));
    let healthy = wrongs.is_empty();
    json_line(json, &json!({"ok": healthy, "looked_at": findings.len(), "wrong": wrongs, "notes": notes}));
    Ok(if healthy { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn good(what: &'static str, said: String) -> Finding {
    Finding { what, state: State::Good, said }
}

fn note(what: &'static str, said: String) -> Finding {
    Finding { what, state: State::Note, said }
}

fn wrong(what: &'static str, said: String) -> Finding {
    Finding { what, state: State::Wrong, said }
}

fn keys(settings: &Settings) -> Finding {
    let path = match settings.path("keys", "keys.toml") {
        Ok(path) => path,
        Err(error) => return wrong("keys", format!("{error:#}")),
    };
    match settings.keys() {
        Err(error) => wrong("keys", format!("{error:#}")),
        Ok(_) if open_to_others(&path) => {
            wrong("keys", format!("{} can be read by others: chmod 600 it", path.display()))
        }
        Ok(ring) => good("keys", format!("{} in {}", ring.names().count(), path.display())),
    }
}

#[cfg(unix)]
fn open_to_others(path: &std::path::Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn open_to_others(_path: &std::path::Path) -> bool {
    false
}

fn database(settings: &Settings, store: &Store) -> Finding {
    let place = match settings.database() {
        Ok(DatabaseUrl::Sqlite(path)) => format!("SQLite, {}", path.display()),
        _ => "PostgreSQL".to_owned(),
    };
    match store.count(&Filter::default()) {
        Ok(orders) => good("database", format!("{place}, {orders} orders")),
        Err(error) => wrong("database", error.to_string()),
    }
}

fn city(store: &Store) -> Vec<Finding> {
    let city = match City::load(store, now()) {
        Ok(city) => city,
        Err(error) => return vec![wrong("city", error.to_string())],
    };
    let today = city.calendar.date(now());
    let policy = city.policy(now());
    let days = city.calendar.announced_until().map_or(0, |last| i64::from((last - today).get_days()));
    let calendar = if days >= DAYS_AHEAD {
        good("calendar", format!("days off are announced for {days} days ahead"))
    } else {
        let told = "deadlines beyond are assumed: bring the table of days up to date with the State Council's notice";
        let said = format!("days off are announced for {days} days ahead only; {told}");
        if days < 0 { wrong("calendar", said) } else { note("calendar", said) }
    };
    let bodies = city.directory.entries().len();
    let dead = city.directory.entries().iter().find(|entry| city.units.get(&entry.lead).is_none());
    let directory = match dead {
        Some(entry) => {
            wrong("directory", format!("entry {} names unit {}, which there is not", entry.code, entry.lead))
        }
        None => good("directory", format!("{bodies} entries, version {}", city.directory.version())),
    };
    let named = good(
        "city",
        format!(
            "{}, {} units, policy {} of {}",
            city.file.name,
            city.units.all().count(),
            policy.id,
            policy.from
        ),
    );
    vec![named, calendar, directory]
}

/// Clocks that nobody looks at are worse than none.
fn waiting(store: &Store) -> Finding {
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

fn sealed(store: &Store) -> Finding {
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

fn people(store: &Store) -> Finding {
    match store.people() {
        Err(error) => wrong("people", error.to_string()),
        Ok(people) => {
            let active: Vec<_> = people.iter().filter(|person| person.active).collect();
            match active.iter().find(|person| person.password_hash.is_empty()) {
                Some(person) => wrong("people", format!("{} has no password", person.login)),
                None => good("people", format!("{} can log in", active.len())),
            }
        }
    }
}
