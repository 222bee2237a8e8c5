//! What others on this machine can read.

use std::path::{Path, PathBuf};

use store::DatabaseUrl;

use super::finding::{Finding, good, weak};
use crate::settings::Settings;

/// Database, attachments, outbox and TLS key are for the program's own
/// account only.
pub(super) fn secrecy(settings: &Settings, is_reached: bool) -> Finding {
    let said = |key| settings.said(key).map(|(path, _)| PathBuf::from(path));
    let database = match settings.database() {
        Ok(DatabaseUrl::Sqlite(path)) => Some(path),
        _ => None,
    };
    let kept = [
        database,
        settings.path("files", "files").ok(),
        settings.path("outbox", "outbox.jsonl").ok(),
        said("tls_key"),
    ];
    let open: Vec<String> = kept
        .into_iter()
        .flatten()
        .filter(|path| open_to_others(path) && !is_closed_above(path))
        .map(|path| path.display().to_string())
        .collect();
    if open.is_empty() {
        return good("secrecy", "nobody else on this machine reads the data");
    }
    weak(
        is_reached,
        "secrecy",
        format!("can be read by others on this machine: chmod go= {}", open.join(" ")),
    )
}

/// Whether anybody but the owner may read or enter it.
#[cfg(unix)]
pub(super) fn open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
pub(super) fn open_to_others(_path: &Path) -> bool {
    false
}

/// Whether the folder around it keeps others out already.
fn is_closed_above(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.exists() && !open_to_others(folder))
}
