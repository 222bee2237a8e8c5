//! `minsheng seal` and `minsheng receipt`.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use serde_json::json;
use store::{Receipt, hex};

use super::now;
use crate::output::json_line;
use crate::settings::Settings;

/// Seals the journal up to now.
pub fn seal(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let seal = settings.store()?.seal(now())?;
    match &seal {
        Some(seal) => println!("seal {}: {} entries, root {}", seal.no, seal.count, hex(&seal.root)),
        None => println!("nothing was written since the last seal"),
    }
    let told = seal.map(|seal| json!({"seal": seal.no, "entries": seal.count, "root": hex(&seal.root)}));
    json_line(json, &told.unwrap_or_else(|| json!({"seal": null})));
    Ok(ExitCode::SUCCESS)
}

/// Prints the receipt of an order as JSON, or checks one.
pub fn receipt(settings: &Settings, number: Option<&str>, check: Option<&Path>) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    if let Some(path) = check {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let receipt: Receipt = serde_json::from_str(&text).context("this file is no receipt")?;
        let holds = store.check_receipt(&receipt)?;
        println!("{}", if holds { "the receipt holds" } else { "the receipt does NOT hold" });
        return Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let number = number.unwrap_or_default();
    let Some(loaded) = store.by_number(number)? else { bail!("there is no order {number}") };
    let receipt = store.receipt(loaded.order.id)?.context("the order has no receipt")?;
    println!("{}", serde_json::to_string_pretty(&receipt)?);
    Ok(ExitCode::SUCCESS)
}
