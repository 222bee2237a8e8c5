//! From what a source recorded to what becomes of the order.

use anyhow::Context as _;
use desk::City;
use domain::codes::*;
use domain::ids::UnitId;
use domain::{Moment, Order};
use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;
use store::Imported;

use crate::import::{Incoming, Recorded};
use crate::play::{Fate, Screening};
use crate::units_by_name;

/// Where the source does not name the units that had the order before, they
/// are counted.
const UNNAMED: &str = "原系统未记录的单位";

/// The fate of an imported order.
///
/// # Errors
/// When what was kept of the source cannot be read.
pub fn fate(order: &Order, import: &Imported, city: &City) -> anyhow::Result<Fate> {
    let kept: Incoming = serde_json::from_str(&import.recorded)
        .with_context(|| format!("what was kept of {} {}", import.source, import.key))?;
    let recorded = kept.recorded;
    let owner = owner(order, &recorded, city);
    Ok(Fate {
        rng: ChaCha8Rng::seed_from_u64(order.id.0 as u64),
        screening: Screening::Accept,
        supplements: false,
        detours: detours(&recorded, &owner),
        assists: Vec::new(),
        unclear: false,
        recorded: true,
        silent: false,
        hands_down: false,
        unfounded_return: false,
        extends: false,
        pauses: false,
        defers: None,
        withdraws: None,
        terminates: false,
        final_answer: false,
        bad_reply: false,
        replied_at: recorded.replied_at.or(recorded.closed_at).map(Moment::from),
        pace: 0.5,
        conclusion: Conclusion::Answered,
        reply: recorded.reply.as_ref().map(|reply| (internal(&recorded), reply.clone())),
        verdicts: vec![recorded.satisfaction.map(verdict)],
        complains: None,
        excludes: None,
        reminders: 0,
        owner,
    })
}

/// The recorded unit; else whom the directory names; else the hotline itself.
fn owner(order: &Order, recorded: &Recorded, city: &City) -> UnitId {
    let named = recorded.unit.as_deref().map(units_by_name::code);
    let by_directory =
        || city.duty(&order.matter, &order.place, order.registered_at).map(|entry| entry.lead.clone());
    named
        .filter(|unit| city.units.get(unit).is_some())
        .or_else(by_directory)
        .unwrap_or_else(|| city.file.hotline_unit.clone())
}

fn detours(recorded: &Recorded, owner: &UnitId) -> Vec<UnitId> {
    let named = recorded.earlier_units.iter().map(|name| units_by_name::code(name));
    let missing = (recorded.reassigned.unwrap_or(0) as usize).saturating_sub(recorded.earlier_units.len());
    let counted = (1..=missing.min(MOST_UNNAMED)).map(|nth| units_by_name::code(&unnamed(nth)));
    named.chain(counted).filter(|unit| unit != owner).collect()
}

/// More detours than any policy bears: a dispute comes first.
pub const MOST_UNNAMED: usize = 9;

/// The name of the nth unit that a source counts and does not name.
pub fn unnamed(nth: usize) -> String {
    format!("{UNNAMED}（{nth}）")
}

fn internal(recorded: &Recorded) -> String {
    match (&recorded.status, &recorded.conclusion) {
        (Some(status), Some(conclusion)) => format!("来源系统记录：{status}；{conclusion}"),
        (Some(word), None) | (None, Some(word)) => format!("来源系统记录：{word}"),
        (None, None) => "来源系统未记录内部说明".to_owned(),
    }
}

/// A grade stands for what the citizen would have said: only a good one for
/// solved.
fn verdict(grade: u8) -> (Solved, Satisfaction) {
    let satisfied = Satisfaction::ALL[usize::from(grade.clamp(1, 5)) - 1];
    let solved = match satisfied {
        Satisfaction::Good | Satisfaction::VeryGood => Solved::Yes,
        Satisfaction::Fair => Solved::Partly,
        _ => Solved::No,
    };
    (solved, satisfied)
}
