//! Versions of the directory. What another process has published since this one
//! read the city counts: they are read from the store.

use domain::Moment;
use domain::directory::{Directory, DirectoryEntry};
use jiff::civil::Date;
use store::{Document, Store};

use super::{DirectoryError, draft};
use crate::{City, CityError};

/// What the directory's documents are called.
pub(super) const DIRECTORY: &str = "directory";

/// A version, without its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// The version.
    pub version: u32,
    /// From when on it holds.
    pub in_force_from: Moment,
}

/// Every version there was, newest first.
///
/// # Errors
/// When the store cannot be read.
pub fn editions(store: &Store) -> Result<Vec<Edition>, DirectoryError> {
    let list = store.document_list(DIRECTORY)?.into_iter();
    Ok(list.map(|one| Edition { version: one.version as u32, in_force_from: one.in_force_from }).collect())
}

/// The version in force now; an empty one, version 0, when there is none.
///
/// # Errors
/// When it cannot be read.
pub fn in_force(store: &Store, now: Moment) -> Result<Directory, DirectoryError> {
    store.documents(DIRECTORY, now)?.pop().map_or_else(|| Ok(Directory::default()), |found| read(&found))
}

/// A version by its number, or what a draft (`d3`) would make of the one in
/// force; and the day as of which its entries are looked at: its last day in
/// force, or today.
///
/// # Errors
/// When there is none, or the draft does not fit what is in force.
pub fn named(
    store: &Store,
    city: &City,
    name: &str,
    now: Moment,
) -> Result<(Directory, Date), DirectoryError> {
    let today = city.calendar.date(now);
    let Ok(version) = name.parse::<u32>() else {
        let kept = draft(store, name, now)?;
        let directory = match kept.draft.published_as {
            Some(version) => return named(store, city, &version.to_string(), now),
            None => kept.draft.upon(&in_force(store, now)?)?,
        };
        return Ok((directory, today));
    };
    let not_there = || DirectoryError::NotThere(format!("version {version} of the directory"));
    let document = store.document(DIRECTORY, i64::from(version))?.ok_or_else(not_there)?;
    let next = editions(store)?.into_iter().rev().find(|edition| edition.version > version);
    let last = next.map_or(today, |next| city.calendar.date(next.in_force_from));
    Ok((read(&document)?, last.min(today)))
}

fn read(document: &Document) -> Result<Directory, DirectoryError> {
    Ok(Directory::new(document.version as u32, entries(&document.body)?))
}

/// The entries of a directory's document.
///
/// # Errors
/// When it is none.
pub(crate) fn entries(body: &str) -> Result<Vec<DirectoryEntry>, CityError> {
    serde_json::from_str(body)
        .map_err(|error| CityError::Unreadable("the directory".to_owned(), error.to_string()))
}
