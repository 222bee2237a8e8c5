//! `minsheng key`.

use std::process::ExitCode;

use serde_json::json;

use crate::cli::KeyCommand;
use crate::output::json_line;
use crate::settings::Settings;

/// Names the keys, or makes a new one.
pub fn key(settings: &Settings, command: &KeyCommand, json: bool) -> anyhow::Result<ExitCode> {
    let path = settings.path("keys", "keys.toml")?;
    match command {
        KeyCommand::List => {
            let ring = settings.keys()?;
            for (id, active) in ring.names() {
                println!("{id}{}", if active { "  in use" } else { "" });
            }
            println!("{}", path.display());
            let keys: Vec<_> = ring.names().map(|(id, active)| json!({"id": id, "active": active})).collect();
            json_line(json, &json!({"keys": keys}));
        }
        KeyCommand::Rotate => {
            let resealed = settings.store()?.rotate_key(&|_| {})?;
            println!(
                "a new key is in use; {resealed} identities were encrypted anew. Back up {}.",
                path.display()
            );
            json_line(json, &json!({"resealed": resealed}));
        }
    }
    Ok(ExitCode::SUCCESS)
}
