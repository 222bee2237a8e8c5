//! `minsheng user`.

use std::process::ExitCode;

use anyhow::{bail, ensure};
use domain::codes::Role;
use serde_json::json;
use store::Person;

use super::seed::draw_password;
use crate::cli::UserCommand;
use crate::output::{columns, json_line};
use crate::seed::hash_password;
use crate::settings::Settings;

/// Adds, lists or disables people.
pub fn user(settings: &Settings, command: UserCommand, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    match command {
        UserCommand::List => {
            let people = store.people()?;
            let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
            let row = |p: &Person| {
                vec![
                    p.login.clone(),
                    p.name.clone(),
                    p.role.clone(),
                    p.unit.clone(),
                    yes(p.outsourced),
                    yes(p.active),
                ]
            };
            columns(
                &["log-in", "name", "role", "unit", "outsourced", "active"],
                &people.iter().map(row).collect::<Vec<_>>(),
            );
            json_line(json, &json!({"people": people.len()}));
        }
        UserCommand::Add { login, name, role, unit, outsourced, password } => {
            let role: Role = role.parse()?;
            ensure!(!login.trim().is_empty(), "a log-in is not empty");
            ensure!(role != Role::System && role != Role::Citizen, "`{role}` is nobody's role");
            let known = store.units()?.iter().any(|known| known.code.as_str() == unit);
            ensure!(known, "there is no unit {unit}");
            let drawn = password.is_none();
            let password = password.unwrap_or_else(draw_password);
            let password_hash = hash_password(&password)?;
            let role = role.code().to_owned();
            store.put_people(vec![Person {
                login: login.clone(),
                name,
                role,
                unit,
                outsourced,
                password_hash,
                active: true,
            }])?;
            println!(
                "{login} can log in{}",
                if drawn { format!("; password: {password}") } else { String::new() }
            );
            json_line(json, &json!({"login": login}));
        }
        UserCommand::Disable { login } => {
            let mut people = store.people()?;
            let Some(person) = people.iter_mut().find(|person| person.login == login) else {
                bail!("there is no log-in {login}");
            };
            person.active = false;
            store.put_people(vec![person.clone()])?;
            println!("{login} cannot log in any more");
            json_line(json, &json!({"login": login}));
        }
    }
    Ok(ExitCode::SUCCESS)
}
