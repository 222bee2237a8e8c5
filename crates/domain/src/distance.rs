//! How far two places lie apart.

/// Metres between two positions (millionths of a degree north and east,
/// WGS 84), over a ball of the earth's mean radius: within a city it is off
/// by less than half a percent, which is less than a phone's own error.
pub fn metres(one: (i32, i32), other: (i32, i32)) -> u32 {
    const RADIUS: f64 = 6_371_008.8;
    let radians = |micro: i32| (f64::from(micro) / 1_000_000.0).to_radians();
    let ((north, east), (north2, east2)) =
        ((radians(one.0), radians(one.1)), (radians(other.0), radians(other.1)));
    let half = |a: f64, b: f64| ((b - a) / 2.0).sin().powi(2);
    let chord = half(north, north2) + north.cos() * north2.cos() * half(east, east2);
    (2.0 * RADIUS * chord.clamp(0.0, 1.0).sqrt().asin()).round() as u32
}

/// Whether a position lies on the globe.
pub fn is_on_the_globe((north, east): (i32, i32)) -> bool {
    north.unsigned_abs() <= 90_000_000 && east.unsigned_abs() <= 180_000_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_is_as_long_as_it_is() {
        let near = |metres: u32, expected: u32| metres.abs_diff(expected) <= expected / 200;
        assert!(near(metres((39_000_000, 116_000_000), (40_000_000, 116_000_000)), 111_195));
        // A degree of longitude at 60 degrees north is half of one at the equator.
        assert!(near(metres((60_000_000, 10_000_000), (60_000_000, 11_000_000)), 55_597));
        assert!(near(metres((0, 179_500_000), (0, -179_500_000)), 111_195), "over the date line");
        assert_eq!(metres((39_900_000, 116_400_000), (39_900_000, 116_400_000)), 0);
    }

    #[test]
    fn beyond_the_pole_is_nowhere() {
        assert!(is_on_the_globe((-90_000_000, 180_000_000)));
        assert!(!is_on_the_globe((90_000_001, 0)) && !is_on_the_globe((0, i32::MIN)));
    }
}
