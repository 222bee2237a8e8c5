//! 派单目录, to be read beside an order.

use domain::Moment;
use domain::codes::EvidenceKind;
use domain::directory::{
    AssistDuty, Condition, DirectoryEntry, DutyLevel, DutySource, Facts, If, Lost, Ownership, Predicate,
    Question, Subject,
};
use domain::time::Limit;
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
    /// When the appeal came in; entries for certain times need it.
    at: Option<Moment>,
    /// 行为主体, where it is known.
    subject: Option<Subject>,
    /// 权属, where it is known.
    ownership: Option<Ownership>,
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
    /// 适用条件.
    pub condition: Condition,
    /// On which level the duty lies.
    pub level: DutyLevel,
    /// 办理时限 in place of the policy's.
    pub limit: Option<Limit>,
    /// 佐证要求.
    pub evidence: Vec<EvidenceKind>,
    /// 依据.
    pub basis: String,
    /// Where it comes from: law, duties, ruling, minutes.
    pub source: DutySource,
    /// The number of the ruling that it was made from.
    pub ruling: Option<String>,
    /// In force from this day.
    pub from: Date,
    /// Until this day, not included.
    pub until: Option<Date>,
    /// Why it does not win here; none for the winner, and where none was asked for.
    pub lost: Option<Lost>,
    /// What would have to be known for it to win before the winner; empty when that would not help.
    pub unstated: Vec<Predicate>,
}

impl EntryLine {
    pub fn of(entry: &DirectoryEntry, lost: Option<Lost>) -> Self {
        Self {
            code: entry.code.clone(),
            matter: entry.matter.0.clone(),
            place: entry.place.as_ref().map(|place| place.0.clone()),
            lead: entry.lead.0.clone(),
            assists: entry.assists.clone(),
            condition: entry.condition.clone(),
            level: entry.level,
            limit: entry.limit,
            evidence: entry.evidence.clone(),
            basis: entry.basis.clone(),
            source: entry.source,
            ruling: entry.ruling.clone(),
            from: entry.from,
            until: entry.until,
            lost,
            unstated: Vec::new(),
        }
    }

    /// An entry that wins if what is not known is so.
    pub fn offered(offered: &If) -> Self {
        Self { unstated: offered.unstated.clone(), ..Self::of(offered.entry, None) }
    }
}

pub(super) fn look_up(call: &Call, said: LookedUp) -> Result<Shown<DirectoryPage>, Problem> {
    let desk = call.app.desk();
    let city = desk.city();
    let today = city.calendar.date(call.at);
    let (matter, place) = (said.matter.as_str().into(), said.place.as_str().into());
    let asked = Question {
        matter: &matter,
        place: &place,
        on: today,
        time: said.at.map(|at| city.calendar.local(at)),
        facts: Facts { subject: said.subject, ownership: said.ownership },
    };
    let at_place = (!said.place.is_empty()).then(|| city.directory.look_up(&asked));
    let lost = |entry: &DirectoryEntry| {
        let others = at_place.as_ref().map_or(&[][..], |found| &found.others);
        others.iter().find(|(other, _)| other.code == entry.code).map(|(_, why)| *why)
    };
    let line = |entry: &DirectoryEntry| {
        let offered =
            at_place.iter().flat_map(|found| &found.ifs).find(|offered| offered.entry.code == entry.code);
        offered.map_or_else(|| EntryLine::of(entry, lost(entry)), EntryLine::offered)
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
        entries: found.into_iter().take(SHOWN).map(line).collect(),
    }))
}
