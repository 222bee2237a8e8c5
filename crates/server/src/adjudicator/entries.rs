//! 认定转规则: a ruling that holds for all such orders becomes an entry of the
//! directory, with its own predicate. It is handed in as a draft; others
//! review and approve it, as with every change of the directory.

use domain::directory::{Condition, DirectoryEntry, DutyLevel, DutySource};
use domain::rulings::InForce;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::directory::hand_in;
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
    /// On which level the duty lies.
    level: DutyLevel,
}

/// The draft that was handed in.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntryOfRuling")]
pub(super) struct Made {
    /// The code of the entry.
    code: String,
    /// The draft that waits to be reviewed and approved.
    draft: String,
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
    let draft = hand_in(call, &said.ruling, entry(ruling, &said, today))?;
    Ok(Shown(Made { code: said.code, draft }))
}

fn entry(ruling: &InForce, said: &Wanted, today: Date) -> DirectoryEntry {
    DirectoryEntry {
        code: said.code.clone(),
        matter: ruling.matter.clone(),
        place: ruling.place.clone(),
        condition: Condition::default(),
        lead: ruling.lead.clone(),
        assists: ruling.assists.clone(),
        level: said.level,
        limit: None,
        evidence: Vec::new(),
        basis: ruling.number.clone(),
        source: DutySource::Ruling,
        ruling: Some(ruling.number.clone()),
        approver: None,
        from: today,
        until: ruling.until,
        review: ruling.review,
    }
}
