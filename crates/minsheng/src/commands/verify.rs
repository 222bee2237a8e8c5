//! `minsheng verify` and `minsheng rebuild`.

use std::process::ExitCode;

use serde_json::json;

use crate::output::{Watch, bar, json_line};
use crate::settings::Settings;

/// How many faults are printed.
const SHOWN: usize = 20;

/// Verifies the store; the exit code is not 0 when anything is off.
pub fn verify(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let store = settings.store()?;
    let bar = bar(store.count(&store::Filter::default())?, "verify");
    let report = store.verify(&|done| bar.set_position(done))?;
    bar.finish_and_clear();
    for fault in report.faults.iter().take(SHOWN) {
        println!("{}: {}", fault.place, fault.what);
    }
    if report.faults.len() > SHOWN {
        println!("… and {} more", report.faults.len() - SHOWN);
    }
    let whole = report.faults.is_empty();
    println!(
        "{}: {} orders, {} entries, {} texts, {} seals, {} faults, {:.1} s",
        if whole { "whole" } else { "NOT WHOLE" },
        report.orders,
        report.entries,
        report.texts,
        report.seals,
        report.faults.len(),
        watch.seconds()
    );
    let faults: Vec<_> = report
        .faults
        .iter()
        .take(SHOWN)
        .map(|fault| json!({"place": fault.place, "what": fault.what}))
        .collect();
    json_line(
        json,
        &json!({
            "ok": whole,
            "orders": report.orders,
            "entries": report.entries,
            "texts": report.texts,
            "seals": report.seals,
            "fault_count": report.faults.len(),
            "faults": faults,
            "seconds": watch.seconds(),
        }),
    );
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Computes anew what can be computed.
pub fn rebuild(settings: &Settings, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let store = settings.store()?;
    let bar = bar(store.count(&store::Filter::default())?, "rebuild");
    let orders = store.rebuild(&|done| bar.set_position(done))?;
    bar.finish_and_clear();
    println!("{orders} orders rebuilt in {:.1} s", watch.seconds());
    json_line(json, &json!({"orders": orders, "seconds": watch.seconds()}));
    Ok(ExitCode::SUCCESS)
}
