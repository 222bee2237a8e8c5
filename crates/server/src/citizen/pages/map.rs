//! A map of the city's towns, drawn from their positions: no tiles of
//! anybody, no script needed to see it. It only helps to choose from the list.

use store::Place;

use super::city::Places;

/// Width of the picture; its height follows from the city's.
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

/// The map; none when too few towns have a position.
pub(super) fn draw(places: &Places) -> Option<Map> {
    let towns: Vec<&Place> = places.towns().collect();
    let position = |place: &Place| (place.lon_e6.unwrap_or(0) as f64, place.lat_e6.unwrap_or(0) as f64);
    let (mut west, mut east, mut south, mut north) = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
    for (lon, lat) in towns.iter().map(|place| position(place)) {
        (west, east) = (west.min(lon), east.max(lon));
        (south, north) = (south.min(lat), north.max(lat));
    }
    if towns.len() < 3 || east - west < 1.0 || north - south < 1.0 {
        return None;
    }
    // A degree to the east is shorter than one to the north.
    let narrow = ((south + north) / 2e6).to_radians().cos();
    let scale = (WIDTH - 2.0 * EDGE) / ((east - west) * narrow);
    let height = ((north - south) * scale + 2.0 * EDGE).clamp(160.0, 480.0);
    let tall = (height - 2.0 * EDGE) / (north - south);
    let town = |place: &&Place| {
        let (lon, lat) = position(place);
        let x = (EDGE + (lon - west) * narrow * scale) as u32;
        let y = (EDGE + (north - lat) * tall) as u32;
        Town { code: place.code.clone(), name: place.name.clone(), x, y, label: y + 20 }
    };
    Some(Map { width: WIDTH as u32, height: height as u32, towns: towns.iter().map(town).collect() })
}
