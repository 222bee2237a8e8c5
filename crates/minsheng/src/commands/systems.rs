//! `minsheng system`.

use std::process::ExitCode;

use anyhow::{anyhow, ensure};
use serde_json::json;
use server::route::SystemRole;
use store::System;

use super::now;
use crate::cli::SystemCommand;
use crate::output::{columns, json_line};
use crate::settings::Settings;

/// Gives systems keys, lists them, or takes their keys away.
pub fn system(settings: &Settings, command: SystemCommand, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    match command {
        SystemCommand::Add { name, role } => {
            let role: SystemRole = role.parse().map_err(|why: String| anyhow!(why))?;
            ensure!(!name.trim().is_empty(), "a system has a name");
            let (key, token_hash) = server::new_system_key();
            let role = role.code().to_owned();
            let system =
                System { name: name.clone(), role, unit: String::new(), token_hash, created_at: now() };
            store.put_system(system)?;
            println!("{name} can call; key: {key}");
            json_line(json, &json!({"name": name, "key": key}));
        }
        SystemCommand::List => {
            let systems = store.systems()?;
            let rows: Vec<_> =
                systems.iter().map(|system| vec![system.name.clone(), system.role.clone()]).collect();
            columns(&["name", "role"], &rows);
            json_line(json, &json!({"systems": systems.len()}));
        }
        SystemCommand::End { name } => {
            ensure!(store.end_system(&name, now())?, "there is no system {name} with a key");
            println!("{name} cannot call any more");
            json_line(json, &json!({"name": name}));
        }
    }
    Ok(ExitCode::SUCCESS)
}
