//! `minsheng worker`: what time has made due, the jobs that acts left behind,
//! and what has to be taken care of.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use store::Store;
use worker::messages::{Mail, Templates};
use worker::{Config, Stop, Worker};

use super::now;
use crate::city_files;
use crate::settings::Settings;

/// Works until it is told to stop (SIGINT, SIGTERM); or, `once`, until
/// nothing is due.
pub fn worker(settings: &Settings, once: bool) -> anyhow::Result<ExitCode> {
    let worker = configured(settings, settings.store()?)?;
    if once {
        worker.once(now())?;
    } else {
        let stop = Stop::new();
        let told = stop.clone();
        ctrlc::set_handler(move || told.stop()).context("signals cannot be listened to")?;
        worker.run(&stop);
    }
    Ok(ExitCode::SUCCESS)
}

/// A worker of a store, by the settings.
pub fn configured(settings: &Settings, store: Store) -> anyhow::Result<Worker> {
    let text = |key| settings.said(key).map(|(text, _)| text);
    let mail = match (text("smtp"), text("mail_from")) {
        (None, _) => None,
        (Some(server), Some(from)) => Some(Mail { server, from, sms: text("sms_mail") }),
        (Some(_), None) => anyhow::bail!("`smtp` is set, and `mail_from` does not say from whom mail comes"),
    };
    let config = Config {
        pause: Duration::from_secs(settings.number("tick_seconds", 5)?),
        seal_every_millis: settings.number("seal_hours", 24)? as i64 * 3_600_000,
        outbox: settings.path("outbox", "outbox.jsonl")?,
        outbox_in_clear: settings.flag("outbox_in_clear", false)?,
        mail,
        templates: templates(settings)?,
        hooks_private: settings.flag("hooks_private", false)?,
    };
    Ok(Worker::new(store, config)?)
}

/// What notices say, as it comes with the program.
pub fn templates(settings: &Settings) -> anyhow::Result<Templates> {
    let language = settings.said("message_language").map_or_else(|| "zh".to_owned(), |(text, _)| text);
    Ok(Templates::parse(&city_files::folder("messages"), &language)?)
}
