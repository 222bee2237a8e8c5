//! `minsheng hook`.

use std::process::ExitCode;

use anyhow::ensure;
use serde_json::json;
use worker::hooks::{Post, make};

use super::now;
use crate::cli::HookCommand;
use crate::output::{columns, json_line};
use crate::settings::Settings;

/// Has others told of what happens, lists them, or ends it.
pub fn hook(settings: &Settings, command: HookCommand, json: bool) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    match command {
        HookCommand::Add { name, url, events } => {
            let post = Post::new(settings.flag("hooks_private", false)?);
            let (hook, secret) = make(&post, &name, url, events, now())?;
            store.put_hook(hook)?;
            println!("{name} is told from now on; secret: {secret}");
            json_line(json, &json!({"name": name, "secret": secret}));
        }
        HookCommand::List => {
            let hooks = store.hooks()?;
            let row = |hook: &store::Hook| {
                let events =
                    if hook.events.is_empty() { "order.*".to_owned() } else { hook.events.join(",") };
                let state = if hook.active { "active" } else { "ended" };
                let error = hook.last_error.clone().unwrap_or_default();
                vec![hook.name.clone(), hook.url.clone(), events, state.to_owned(), error]
            };
            columns(
                &["name", "url", "events", "state", "last error"],
                &hooks.iter().map(row).collect::<Vec<_>>(),
            );
            json_line(json, &json!({"hooks": hooks.len()}));
        }
        HookCommand::End { name } => {
            ensure!(store.remove_hook(&name)?, "there is no hook {name}");
            println!("{name} is told nothing any more");
            json_line(json, &json!({"name": name}));
        }
    }
    Ok(ExitCode::SUCCESS)
}
