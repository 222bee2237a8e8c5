//! `minsheng backup` and `minsheng restore`.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use store::Store;

use crate::output::{Watch, json_line};
use crate::settings::Settings;

/// Writes a backup while the store is in use.
pub fn backup(settings: &Settings, file: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let bar = spinner("backup");
    let rows = settings.store()?.backup(file, &|done| bar.set_position(done))?;
    bar.finish_and_clear();
    let bytes = std::fs::metadata(file)?.len();
    println!("{rows} rows, {bytes} bytes in {}, {:.1} s", file.display(), watch.seconds());
    println!("The keys are not in it: keep {} apart.", settings.path("keys", "keys.toml")?.display());
    json_line(json, &json!({"rows": rows, "bytes": bytes, "seconds": watch.seconds()}));
    Ok(ExitCode::SUCCESS)
}

/// Restores a backup into an empty database.
pub fn restore(settings: &Settings, file: &Path, json: bool) -> anyhow::Result<ExitCode> {
    let watch = Watch::start();
    let bar = spinner("restore");
    let store =
        Store::restore(&settings.database()?, settings.keys()?, file, &|done| bar.set_position(done))?;
    bar.finish_and_clear();
    let orders = store.count(&store::Filter::default())?;
    println!("{orders} orders restored in {:.1} s", watch.seconds());
    json_line(json, &json!({"orders": orders, "seconds": watch.seconds()}));
    Ok(ExitCode::SUCCESS)
}

/// The rows of a backup are not counted beforehand.
fn spinner(what: &str) -> indicatif::ProgressBar {
    let bar = indicatif::ProgressBar::new_spinner();
    bar.set_message(what.to_owned());
    if let Ok(style) = indicatif::ProgressStyle::with_template("{msg} {spinner} {human_pos} rows {per_sec}") {
        bar.set_style(style);
    }
    bar
}
