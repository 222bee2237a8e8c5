//! `minsheng user`.

use std::process::ExitCode;

use anyhow::{anyhow, bail, ensure};
use domain::codes::Role;
use serde_json::json;
use store::{Account, Person, Store};

use super::now;
use super::seed::draw_password;
use crate::cli::UserCommand;
use crate::output::{columns, json_line};
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
            let password_hash = server::hash_password(&password, &login).map_err(|why| anyhow!(why))?;
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
            // Whoever reads a password off this screen is not always who will use it.
            let account = store.account(&login)?;
            store.put_account(Account { password_given: drawn, ..account })?;
            println!(
                "{login} can log in{}",
                if drawn {
                    format!("; password, to be changed at the first log-in: {password}")
                } else {
                    String::new()
                }
            );
            json_line(json, &json!({"login": login}));
        }
        UserCommand::EndSessions { login } => {
            known(&store, &login)?;
            let ended = store.end_sessions(&login, now())?;
            println!("{ended} sessions of {login} ended");
            json_line(json, &json!({"login": login, "ended": ended}));
        }
        UserCommand::ForgetCode { login } => {
            known(&store, &login)?;
            let mut account = store.account(&login)?;
            account.totp = None;
            store.put_account(account)?;
            store.end_sessions(&login, now())?;
            println!("{login} is asked for no one-time code until a new one is set up");
            json_line(json, &json!({"login": login}));
        }
        UserCommand::Disable { login } => {
            let mut people = store.people()?;
            let Some(person) = people.iter_mut().find(|person| person.login == login) else {
                bail!("there is no log-in {login}");
            };
            person.active = false;
            store.put_people(vec![person.clone()])?;
            store.end_sessions(&login, now())?;
            println!("{login} cannot log in any more");
            json_line(json, &json!({"login": login}));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn known(store: &Store, login: &str) -> anyhow::Result<()> {
    ensure!(store.person(login)?.is_some(), "there is no log-in {login}");
    Ok(())
}
