//! 职责不清: matters of which, in a county, nobody can say beforehand whose duty
//! they are. Whose they are is fixed by the seed, so that two runs quarrel over
//! the same.

use desk::City;
use domain::codes::UnitKind;
use domain::ids::UnitId;
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

use super::{Quarrels, chance};
use crate::play::{Arrival, county};

/// Of a thousand orders that nobody knows where to send, so many go to the town first.
const PUSHED_DOWN: u32 = 350;

/// Of a thousand, so many are sent astray; of these, so many once more; and so on.
const ONCE_MORE: [u32; 3] = [1000, 650, 600];

/// Lets an order go astray, if its matter is unclear in its county.
pub fn unsettle(arrival: &mut Arrival, quarrels: &Quarrels, seed: u64, city: &City) {
    let (matter, place) = (arrival.act.matter.0.clone(), arrival.act.place.0.clone());
    let mut lot = ChaCha8Rng::seed_from_u64(seed ^ hash(&matter) ^ hash(county(&place)).rotate_left(17));
    if lot.random_range(0..100_u32) >= quarrels.unclear {
        return;
    }
    let departments = departments(city);
    if departments.len() < 4 {
        return;
    }
    let owner = departments[lot.random_range(0..departments.len())].clone();
    let fate = &mut arrival.fate;
    let mut detours: Vec<UnitId> = Vec::new();
    for (at, odds) in ONCE_MORE.into_iter().enumerate() {
        if detours.len() < at || !chance(&mut fate.rng, odds) {
            break;
        }
        let town = city.units.all().find(|unit| {
            unit.kind == UnitKind::Town && unit.place.as_ref().is_some_and(|own| own.0 == place)
        });
        let down = at == 0 && chance(&mut fate.rng, PUSHED_DOWN);
        let drawn = departments[fate.rng.random_range(0..departments.len())].clone();
        let unit = town.filter(|_| down).map_or(drawn, |town| town.code.clone());
        if unit != owner && !detours.contains(&unit) {
            detours.push(unit);
        }
    }
    (fate.owner, fate.detours, fate.unclear) = (owner, detours, true);
    fate.assists.clear();
}

fn departments(city: &City) -> Vec<UnitId> {
    let is_department = |kind| matches!(kind, UnitKind::Department | UnitKind::DistrictDepartment);
    let mut units: Vec<UnitId> =
        city.units.all().filter(|unit| is_department(unit.kind)).map(|unit| unit.code.clone()).collect();
    units.sort();
    units
}

/// FNV-1a: the same on every machine.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
