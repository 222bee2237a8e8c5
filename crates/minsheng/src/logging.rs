//! The log: lines on standard error, with codes and numbers and never a name
//! or a text of an appeal.

use std::io::IsTerminal as _;

use anyhow::Context as _;
use tracing_subscriber::EnvFilter;

use crate::settings::Settings;

/// Begins to log as the settings say.
pub fn begin(settings: &Settings) -> anyhow::Result<()> {
    let said = |key: &str, default: &str| settings.said(key).map_or(default.to_owned(), |(text, _)| text);
    let filter = EnvFilter::try_new(said("log", "info")).context("`log` is not understood")?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal());
    match said("log_form", "text").as_str() {
        "text" => lines.with_target(false).init(),
        "json" => lines.json().flatten_event(true).with_target(false).init(),
        other => anyhow::bail!("log_form is `text` or `json`, not `{other}`"),
    }
    Ok(())
}
