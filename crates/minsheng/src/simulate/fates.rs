//! What becomes of an appeal, by chance. The shares follow what cities have
//! published: about half of all appeals are answered at once, one dispatch in
//! fourteen goes astray, three of four citizens are reached.

use desk::{City, Told};
use domain::Moment;
use domain::codes::*;
use domain::ids::UnitId;
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

use super::chance;
use crate::play::{Fate, Screening};

/// Draws the fate of an appeal.
pub fn fate(told: &Told, reply: (String, String), at: Moment, city: &City, mut rng: ChaCha8Rng) -> Fate {
    let rng = &mut rng;
    let duty = city.duty(&told.matter, &told.place, at);
    let owner = duty.map_or_else(|| any_department(city, rng), |entry| entry.lead.clone());
    let joint = duty.is_some_and(|entry| !entry.assists.is_empty()) && chance(rng, 600);
    let assists = duty.filter(|_| joint).map(|entry| &entry.assists);
    let assists = assists.into_iter().flatten().map(|assist| (assist.unit.clone(), assist.task.clone()));
    let astray = chance(rng, if duty.is_some() { 70 } else { 350 });
    let twice = astray && chance(rng, 200);
    let thrice = twice && chance(rng, 500);
    let detours = (0..usize::from(astray) + usize::from(twice) + usize::from(thrice))
        .map(|_| any_department(city, rng))
        .filter(|unit| *unit != owner)
        .collect();
    let consults = told.kind == Kind::Consultation;
    let solved = chance(rng, if consults { 930 } else { 780 });
    Fate {
        screening: screening(told, rng),
        supplements: chance(rng, 700),
        owner,
        detours,
        assists: assists.collect(),
        unclear: false,
        recorded: false,
        silent: chance(rng, 25),
        hands_down: chance(rng, 500),
        unfounded_return: chance(rng, 20),
        extends: chance(rng, if consults { 10 } else { 80 }),
        pauses: !consults && chance(rng, 15),
        defers: (!consults && chance(rng, 8)).then(|| chance(rng, 700)),
        withdraws: chance(rng, 8).then(|| chance(rng, 650)),
        terminates: chance(rng, 4),
        final_answer: chance(rng, 3),
        bad_reply: chance(rng, 80),
        replied_at: None,
        pace: pace(rng),
        conclusion: conclusion(told.kind, solved),
        reply: Some(reply),
        verdicts: verdicts(solved, rng),
        complains: chance(rng, 15).then(|| chance(rng, 400)),
        excludes: (!solved && chance(rng, 60)).then(|| chance(rng, 450)),
        reminders: u8::from(chance(rng, 60)),
        rng: rng.clone(),
    }
}

fn screening(told: &Told, rng: &mut ChaCha8Rng) -> Screening {
    let at_once = match told.kind {
        Kind::Consultation => 780,
        Kind::Praise => 900,
        Kind::Help => 180,
        _ => 40,
    };
    match rng.random_range(0..1000_u32) {
        drawn if drawn < 25 => Screening::Refuse,
        drawn if drawn < 40 => Screening::AskMore,
        drawn if drawn < 55 && told.level == Level::Critical => Screening::Transfer(Line::Fire),
        _ if chance(rng, at_once) => Screening::Answer,
        _ => Screening::Accept,
    }
}

fn any_department(city: &City, rng: &mut ChaCha8Rng) -> UnitId {
    let mut units: Vec<&UnitId> = city
        .units
        .all()
        .filter(|unit| matches!(unit.kind, UnitKind::Department | UnitKind::DistrictDepartment))
        .map(|unit| &unit.code)
        .collect();
    units.sort();
    match units.len() {
        0 => city.file.hotline_unit.clone(),
        many => units[rng.random_range(0..many)].clone(),
    }
}

/// The share of its time that a unit takes: most take half of it, one in
/// twenty too long.
fn pace(rng: &mut ChaCha8Rng) -> f64 {
    match rng.random_range(0..100_u32) {
        0..55 => rng.random_range(0.15..0.6),
        55..95 => rng.random_range(0.6..0.97),
        _ => rng.random_range(1.05..2.2),
    }
}

fn conclusion(kind: Kind, solved: bool) -> Conclusion {
    match kind {
        Kind::Consultation | Kind::Praise | Kind::Suggestion => Conclusion::Answered,
        _ if solved => Conclusion::Solved,
        _ => Conclusion::PartlySolved,
    }
}

fn verdicts(solved: bool, rng: &mut ChaCha8Rng) -> Vec<Option<(Solved, Satisfaction)>> {
    if chance(rng, 140) {
        return vec![None];
    }
    let content = (Solved::Yes, if chance(rng, 600) { Satisfaction::VeryGood } else { Satisfaction::Good });
    let cross = (Solved::No, Satisfaction::Bad);
    match (solved, chance(rng, 600)) {
        (true, _) => vec![Some(content)],
        (false, true) => vec![Some(cross), Some(content)],
        (false, false) => vec![Some(cross)],
    }
}
