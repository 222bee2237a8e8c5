//! `minsheng serve`: everything in one process: the server, and a worker
//! beside it.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context as _;
use domain::codes::Role;
use server::{App, Bound, Options};
use tokio::sync::oneshot;
use worker::Stop;

use super::worker::{configured, templates};
use crate::settings::Settings;

/// Roles that need a one-time code where nothing else is set: those that could
/// do the most harm (GB/T 22239 8.1.4.1 d).
const SECOND_FACTOR: &str = "administrator,auditor";

/// Serves until it is told to stop (SIGINT, SIGTERM); what was begun is ended.
pub fn serve(settings: &Settings, listen: Option<String>) -> anyhow::Result<ExitCode> {
    let bound = bound(settings, listen)?;
    let store = settings.store()?;
    let app = App::new(store.clone(), options(settings)?)?;
    let worker = configured(settings, store)?;
    let stop = Stop::new();
    let (tell, told) = oneshot::channel();
    let stopping = stop.clone();
    let mut tell = Some(tell);
    ctrlc::set_handler(move || {
        stopping.stop();
        tell.take().map(|tell| tell.send(()));
    })
    .context("signals cannot be listened to")?;
    let work = stop.clone();
    let working = std::thread::spawn(move || worker.run(&work));
    let scheme = if bound.tls.is_some() { "https" } else { "http" };
    let ready = |address| println!("listening on {scheme}://{address}");
    let served = server::serve(&app, &bound, ready, async {
        let _ = told.await;
    });
    stop.stop();
    let worked = working.join();
    served.with_context(|| format!("cannot serve on {}", bound.listen))?;
    anyhow::ensure!(worked.is_ok(), "the worker died");
    Ok(ExitCode::SUCCESS)
}

/// Where and how it listens.
pub fn bound(settings: &Settings, listen: Option<String>) -> anyhow::Result<Bound> {
    let said = listen.or(settings.said("listen").map(|(address, _)| address));
    let said = said.unwrap_or_else(|| "127.0.0.1:12345".to_owned());
    let listen: SocketAddr = said
        .parse()
        .with_context(|| format!("`{said}` is not an address and a port, such as 127.0.0.1:12345"))?;
    let path = |key| settings.said(key).map(|(path, _)| path.into());
    let tls = match (path("tls_certificate"), path("tls_key")) {
        (Some(certificate), Some(key)) => Some((certificate, key)),
        (None, None) => None,
        _ => anyhow::bail!("tls_certificate and tls_key go together"),
    };
    let drain = settings.count("drain_seconds", 0)?;
    Ok(Bound { listen, tls, drain: Duration::from_secs(drain) })
}

/// How it is set.
pub fn options(settings: &Settings) -> anyhow::Result<Options> {
    let minutes = |count: u64| Duration::from_secs(count * 60);
    let a_minute = |key, default| -> anyhow::Result<u32> { Ok(settings.number(key, default)?.try_into()?) };
    Ok(Options {
        files: settings.path("files", "files")?,
        proxies: settings.list("proxies", "")?,
        secure_cookie: settings.flag("secure_cookie", true)?,
        idle: minutes(settings.number("idle_minutes", 30)?),
        lasts: minutes(settings.number("session_hours", 12)? * 60),
        second_factor: settings.list::<Role>("second_factor", SECOND_FACTOR)?,
        calls_a_minute: a_minute("calls_a_minute", 1_200)?,
        strangers_a_minute: a_minute("strangers_a_minute", 120)?,
        hooks_private: settings.flag("hooks_private", false)?,
        templates: Some(templates(settings)?),
        ..Options::default()
    })
}

/// The OpenAPI document, on standard output.
pub fn openapi() -> anyhow::Result<ExitCode> {
    println!("{:#}", server::openapi());
    Ok(ExitCode::SUCCESS)
}
