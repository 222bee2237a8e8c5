//! The keys: who can read them, how old they are, what lies beside them.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use store::Store;

use super::finding::{Finding, good, note, wrong};
use super::secrecy::open_to_others;
use crate::settings::Settings;

/// A key is changed once a year (GB/T 39786 asks for rules on how long keys
/// are used; the year is ours).
const OLD: Duration = Duration::from_secs(365 * 86_400);

/// What a backup begins with: it is a stream of zstd.
const BACKUP: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// Where the keys lie, and whether they lie well.
pub(super) fn keys(settings: &Settings) -> Vec<Finding> {
    let ring = match settings.keys() {
        Ok(ring) => ring,
        Err(error) => return vec![wrong("keys", format!("{error:#}"))],
    };
    let count = ring.names().count();
    if !ring.is_from_file() {
        return vec![good("keys", format!("{count}, from the program"))];
    }
    match settings.path("keys", "keys.toml") {
        Err(error) => vec![wrong("keys", format!("{error:#}"))],
        Ok(path) => {
            let mut found = in_file(&path);
            if found.is_empty() {
                found.push(good("keys", format!("{count} in {}", path.display())));
            }
            found
        }
    }
}

fn in_file(path: &Path) -> Vec<Finding> {
    let mut found = Vec::new();
    if open_to_others(path) {
        found.push(wrong("keys", format!("{0} can be read by others: chmod 600 {0}", path.display())));
    }
    if let Some(backup) = backup_beside(path) {
        let said = format!(
            "{} looks like a backup and lies beside the keys: whoever takes the folder has both. Keep them apart",
            backup.display()
        );
        found.push(note("keys", said));
    }
    // The file is written when a key is made, and never else.
    let age = fs::metadata(path).and_then(|metadata| metadata.modified()).ok();
    if age.and_then(|made| made.elapsed().ok()).is_some_and(|age| age > OLD) {
        found.push(note("keys", "the newest is older than a year: run `minsheng key rotate`".to_owned()));
    }
    found
}

/// A file in the folder of the keys that begins as backups do.
fn backup_beside(keys: &Path) -> Option<PathBuf> {
    let folder = keys.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let files = fs::read_dir(folder).ok()?.flatten();
    files.filter(|file| file.file_type().is_ok_and(|kind| kind.is_file())).map(|file| file.path()).find(
        |path| {
            let mut begins = [0; 4];
            File::open(path).and_then(|mut file| file.read_exact(&mut begins)).is_ok() && begins == BACKUP
        },
    )
}

/// What keys are kept for that should have no use any more.
pub(super) fn leftovers(store: &Store) -> Finding {
    match store.leftovers() {
        Err(error) => wrong("sealing", error.to_string()),
        Ok(0) => good("sealing", "everything is sealed with the newest key"),
        Ok(count) => note(
            "sealing",
            format!("{count} values are sealed with older keys: a worker seals them anew within the hour"),
        ),
    }
}
