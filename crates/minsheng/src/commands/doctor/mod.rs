//! `minsheng doctor`: looks at an installation and says what is wrong with
//! it, what is weak, and what to do.

mod city;
mod database;
mod finding;
mod keys;
mod outside;
mod people;
mod secrecy;
mod wire;
mod work;

use std::process::ExitCode;

use serde_json::json;

use self::finding::{Finding, State, wrong};
use crate::output::json_line;
use crate::settings::Settings;

/// Examines and reports; the exit code is not 0 when something is wrong.
pub fn doctor(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let findings = look(settings);
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

fn look(settings: &Settings) -> Vec<Finding> {
    let is_reached = wire::is_reached(settings);
    let mut findings = wire::wire(settings, is_reached);
    findings.extend(keys::keys(settings));
    match settings.store() {
        Err(error) => findings.push(wrong("database", format!("{error:#}"))),
        Ok(store) => {
            findings.extend(database::database(settings, &store));
            findings.push(keys::leftovers(&store));
            findings.extend(city::city(&store));
            findings.push(work::waiting(&store));
            findings.push(work::told(&store));
            findings.push(work::sealed(&store));
            findings.extend(people::people(settings, &store, is_reached));
            findings.extend(outside::hooks(&store));
        }
    }
    findings.push(secrecy::secrecy(settings, is_reached));
    findings
}
