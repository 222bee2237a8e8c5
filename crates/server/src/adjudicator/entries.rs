//! 认定转规则: a ruling that holds for all such orders becomes an entry of the
//! directory, with its own predicate.

use domain::rulings::InForce;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::administrator::{WantedEntry, put_entry};
use crate::call::Call;
use crate::problem::Problem;
use crate::route::Shown;

/// Which ruling.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RulingToEntry")]
pub(super) struct Wanted {
    /// The ruling's number.
    ruling: String,
    /// The code of the entry.
    code: String,
    /// On which level the duty lies: `city`, `district`, `town`.
    level: String,
}

/// The entry that was made.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntryOfRuling")]
pub(super) struct Made {
    /// Its code.
    code: String,
    /// Its version.
    version: i64,
}

pub(super) fn make(call: &Call, said: Wanted) -> Result<Shown<Made>, Problem> {
    let rulings = call.app.store().rulings_in_force()?;
    let no_such = || domain::Refusal::NoSuchRuling { number: said.ruling.clone() };
    let ruling = rulings.numbered(&said.ruling).ok_or_else(no_such)?;
    let desk = call.app.desk();
    let today = desk.city().calendar.date(call.at);
    if desk.city().directory.ruled(&said.ruling, today).is_some() {
        return Err(Problem::bad_value("ruling", "an entry of the directory was made of it already"));
    }
    let code = said.code.clone();
    let version = put_entry(call, said.code, entry(ruling, said.level))?.0.version;
    Ok(Shown(Made { code, version }))
}

fn entry(ruling: &InForce, level: String) -> WantedEntry {
    WantedEntry {
        matter: ruling.matter.clone(),
        place: ruling.place.clone(),
        lead: ruling.lead.clone(),
        assists: ruling.assists.clone(),
        level,
        basis: ruling.number.clone(),
        source: "ruling".to_owned(),
        ruling: Some(ruling.number.clone()),
        from: None,
        until: ruling.until,
        review: ruling.review,
    }
}
