//! What the settings leave open to whoever is on the wire.

use std::time::Duration;

use domain::codes::Role;

use super::finding::{Finding, good, note, weak, wrong};
use crate::commands::serve::{bound, options};
use crate::settings::Settings;

/// A session that lasts longer outlives the shift of whoever opened it.
const LONGEST_HOURS: u64 = 24;

/// A session that may lie idle for longer is found open by whoever comes by
/// (GB/T 22239 8.1.4.1 b: log-ins end when nothing is done).
const LONGEST_IDLE_MINUTES: u64 = 60;

/// Roles that could do the most harm (GB/T 22239 8.1.4.1 d: two factors).
pub(super) const POWER: [Role; 2] = [Role::Administrator, Role::Auditor];

/// Whether anybody but this machine itself reaches the server: then it is run
/// in earnest, and what is weak is wrong.
pub(super) fn is_reached(settings: &Settings) -> bool {
    let elsewhere = bound(settings, None).is_ok_and(|bound| !bound.listen.ip().is_loopback());
    elsewhere || options(settings).is_ok_and(|options| !options.proxies.is_empty())
}

/// What is weak in the settings of the server.
pub(super) fn wire(settings: &Settings, is_reached: bool) -> Vec<Finding> {
    let (bound, options) = match (bound(settings, None), options(settings)) {
        (Ok(bound), Ok(options)) => (bound, options),
        (Err(error), _) | (_, Err(error)) => return vec![wrong("settings", format!("{error:#}"))],
    };
    let mut found = Vec::new();
    let mut weakness = |said: &str| found.push(weak(is_reached, "settings", said));
    if !options.secure_cookie {
        weakness("secure_cookie is off: browsers send the session by http, too. Leave it on behind TLS");
    }
    let lacks = |role: &Role| !options.second_factor.contains(role);
    if POWER.iter().any(lacks) {
        weakness(
            "second_factor leaves out administrators or auditors: a password alone opens everything to whoever \
             learns it. Name both in second_factor",
        );
    }
    if options.lasts > Duration::from_secs(LONGEST_HOURS * 3600) {
        weakness(
            "session_hours is above 24: a stolen session lasts for days. Set it to the length of a shift",
        );
    }
    if options.idle > Duration::from_secs(LONGEST_IDLE_MINUTES * 60) {
        weakness("idle_minutes is above 60: screens stay open behind whoever left. Set it to 30 or less");
    }
    if options.hooks_private {
        weakness(
            "hooks_private is on: whoever makes hooks reaches the machines behind this one. Set it to false",
        );
    }
    if bound.tls.is_none() && options.proxies.is_empty() && !bound.listen.ip().is_loopback() {
        found.push(wrong("settings", format!("{}: {CLEAR}", bound.listen)));
    }
    found.extend(logged(settings));
    if settings.flag("outbox_in_clear", false).unwrap_or(false) {
        found.push(note("settings", OUTBOX));
    }
    if found.is_empty() {
        found.push(good("settings", "none is weak"));
    }
    found
}

const CLEAR: &str = "listened on without TLS and without a proxy, so passwords go over the wire in clear. Set \
    tls_certificate and tls_key; or listen on 127.0.0.1 behind a proxy that speaks TLS, and name its address in proxies";

const OUTBOX: &str = "outbox_in_clear is on: numbers and addresses lie in a file from which nothing is erased. Have the \
    program that sends from it remove what it has sent, or set smtp and sms_mail instead";

/// A log of every step fills the disk.
fn logged(settings: &Settings) -> Option<Finding> {
    let (filter, _) = settings.said("log")?;
    let wordy = filter.contains("debug") || filter.contains("trace");
    wordy.then(|| note("settings", format!("log is `{filter}`: it slows and fills the disk. Set it to info")))
}
