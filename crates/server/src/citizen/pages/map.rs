//! 示意图: the city's towns, drawn from their positions: no tiles of anybody.
//! It only helps to choose from the list.

use store::Place;

use super::city::Places;

/// Width of the picture; its height follows from how many towns there are.
const WIDTH: f64 = 340.0;

/// Room around the outermost towns.
const EDGE: f64 = 34.0;

/// A map.
pub(super) struct Map {
    pub width: u32,
    pub height: u32,
    pub towns: Vec<Town>,
}

/// A town on it.
pub(super) struct Town {
    pub code: String,
    pub name: String,
    pub x: u32,
    pub y: u32,
    /// Where its name stands.
    pub label: u32,
}

/// How much of a town's place is its true one; the rest spreads the towns
/// evenly, so that those of the middle of the city do not lie upon each other.
const TRUE: f64 = 0.35;

/// The map; none when too few towns have a position.
pub(super) fn draw(places: &Places) -> Option<Map> {
    let towns: Vec<&Place> = places.towns().collect();
    if towns.len() < 3 {
        return None;
    }
    let height = (towns.len() as f64 * 20.0).clamp(180.0, 480.0);
    let east = spread(&towns, |place| place.lon_e6.unwrap_or(0));
    let south = spread(&towns, |place| -place.lat_e6.unwrap_or(0));
    let town = |(place, (x, y)): (&&Place, (f64, f64))| {
        let x = (EDGE + x * (WIDTH - 2.0 * EDGE)) as u32;
        let y = (EDGE / 2.0 + y * (height - 1.5 * EDGE)) as u32;
        Town { code: place.code.clone(), name: place.name.clone(), x, y, label: y + 21 }
    };
    let towns = towns.iter().zip(east.into_iter().zip(south)).map(town).collect();
    Some(Map { width: WIDTH as u32, height: height as u32, towns })
}

/// Where each town lies between the first and the last, from 0 to 1.
fn spread(towns: &[&Place], at: impl Fn(&Place) -> i64) -> Vec<f64> {
    let mut sorted: Vec<i64> = towns.iter().map(|place| at(place)).collect();
    sorted.sort_unstable();
    let (first, last) = (sorted[0], sorted[sorted.len() - 1]);
    let share = |place: &&Place| {
        let own = at(place);
        let straight = (own - first) as f64 / (last - first).max(1) as f64;
        let rank = sorted.partition_point(|other| *other < own) as f64 / (sorted.len() - 1) as f64;
        TRUE * straight + (1.0 - TRUE) * rank
    };
    towns.iter().map(share).collect()
}
