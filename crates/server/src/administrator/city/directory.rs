//! 派单目录, entry by entry, as it is in force. It is changed by drafts
//! ([`crate::directory`]).

use domain::directory::DirectoryEntry;
use schemars::JsonSchema;
use serde::Deserialize;

use super::writing::{Kept, Standing};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

const KIND: &str = "directory_entry";

/// Which entries.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "WhichDirectoryEntries")]
pub(super) struct Which {
    /// About this matter, one above it, or one below it.
    matter: Option<String>,
    /// At this place, or one within it.
    place: Option<String>,
    /// In which this unit leads or assists.
    unit: Option<String>,
}

pub(super) fn list(call: &Call, which: Which) -> Result<Shown<Vec<Kept<DirectoryEntry>>>, Problem> {
    let desk = call.app.desk();
    let standing = Standing::of(desk.store(), KIND)?;
    let entries = desk.city().directory.entries().iter().filter(|entry| which.wants(entry));
    Ok(Shown(entries.map(|entry| standing.keep(&entry.code, entry.clone())).collect()))
}

impl Which {
    fn wants(&self, entry: &DirectoryEntry) -> bool {
        let related = |wanted: &String| {
            let matter = entry.matter.as_str();
            matter.starts_with(wanted.as_str()) || wanted.starts_with(matter)
        };
        let at = |wanted: &String| {
            entry.place.as_ref().is_some_and(|place| place.as_str().starts_with(wanted.as_str()))
        };
        let names = |wanted: &String| {
            entry.lead.as_str() == wanted || entry.assists.iter().any(|assist| assist.unit.as_str() == wanted)
        };
        self.matter.as_ref().is_none_or(related)
            && self.place.as_ref().is_none_or(at)
            && self.unit.as_ref().is_none_or(names)
    }
}
