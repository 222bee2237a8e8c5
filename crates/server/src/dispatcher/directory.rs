//! 派单目录, to be read beside an order.

use domain::directory::{AssistDuty, DirectoryEntry, Lost};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// So many entries are shown at most.
const SHOWN: usize = 200;

/// What is looked up.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct LookedUp {
    /// The matter: entries about it, about one above it, or about one below.
    matter: String,
    /// The place: with it, which entry wins there.
    place: String,
}

/// The directory's word.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DirectoryPage {
    /// The version of the directory.
    version: u32,
    /// The entry that says whose duty it is at the place; none when no place was said, or none does.
    winner: Option<String>,
    /// The entries, the closest to the matter first.
    entries: Vec<EntryLine>,
    /// Whether there are more.
    more: bool,
}

/// One entry.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EntryLine {
    /// Its code.
    pub code: String,
    /// The matter, with all that lies below it.
    pub matter: String,
    /// The place, with all that lies within; none for everywhere.
    pub place: Option<String>,
    /// 主办.
    pub lead: String,
    /// 协办, each with its task.
    pub assists: Vec<AssistDuty>,
    /// On which level the duty lies.
    pub level: String,
    /// 依据.
    pub basis: String,
    /// Where it comes from: law, duties, ruling, minutes.
    pub source: String,
    /// The number of the ruling that it was made from.
    pub ruling: Option<String>,
    /// In force from this day.
    pub from: Date,
    /// Until this day, not included.
    pub until: Option<Date>,
    /// Why it does not win here; none for the winner, and where none was asked for.
    pub lost: Option<Lost>,
}

impl EntryLine {
    pub fn of(entry: &DirectoryEntry, lost: Option<Lost>) -> Self {
        Self {
            code: entry.code.clone(),
            matter: entry.matter.0.clone(),
            place: entry.place.as_ref().map(|place| place.0.clone()),
            lead: entry.lead.0.clone(),
            assists: entry.assists.clone(),
            level: entry.level.clone(),
            basis: entry.basis.clone(),
            source: entry.source.clone(),
            ruling: entry.ruling.clone(),
            from: entry.from,
            until: entry.until,
            lost,
        }
    }
}

pub(super) fn look_up(call: &Call, said: LookedUp) -> Result<Shown<DirectoryPage>, Problem> {
    let desk = call.app.desk();
    let city = desk.city();
    let today = city.calendar.date(call.at);
    let (matter, place) = (said.matter.as_str().into(), said.place.as_str().into());
    let at_place = (!said.place.is_empty()).then(|| city.directory.look_up(&matter, &place, today));
    let lost = |entry: &DirectoryEntry| {
        let others = at_place.as_ref().map_or(&[][..], |found| &found.others);
        others.iter().find(|(other, _)| other.code == entry.code).map(|(_, why)| *why)
    };
    let is_about = |entry: &&DirectoryEntry| entry.matter.covers(&matter) || matter.covers(&entry.matter);
    let here = |entry: &&DirectoryEntry| {
        let own = entry.place.as_ref().filter(|_| !said.place.is_empty());
        own.is_none_or(|own| own.covers(&place) || place.covers(own))
    };
    let in_force = city.directory.entries().iter().filter(|entry| entry.is_in_force(today));
    let mut found: Vec<&DirectoryEntry> = in_force.filter(is_about).filter(here).collect();
    let distance = |entry: &DirectoryEntry| entry.matter.0.len().abs_diff(said.matter.len());
    found.sort_by(|one, other| distance(one).cmp(&distance(other)).then_with(|| one.code.cmp(&other.code)));
    Ok(Shown(DirectoryPage {
        version: city.directory.version(),
        winner: at_place.as_ref().and_then(|found| found.winner).map(|entry| entry.code.clone()),
        more: found.len() > SHOWN,
        entries: found.into_iter().take(SHOWN).map(|entry| EntryLine::of(entry, lost(entry))).collect(),
    }))
}
