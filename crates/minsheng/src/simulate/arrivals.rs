//! When appeals arrive.

use desk::City;
use domain::Moment;
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

use super::Plan;

/// Share of a day's appeals by hour: the busiest hour has about a ninth of
/// them, the night very few.
const BY_HOUR: [u32; 24] =
    [6, 4, 3, 2, 2, 5, 12, 30, 75, 110, 100, 80, 48, 55, 85, 90, 82, 66, 46, 38, 30, 20, 12, 8];

/// How much quieter a day off is, in parts of a hundred.
const DAY_OFF: u32 = 60;

/// The times at which the appeals of a plan arrive, rising.
pub fn times(plan: &Plan, city: &City, rng: &mut ChaCha8Rng) -> Vec<Moment> {
    let mut hours: Vec<(Moment, u64)> = Vec::new();
    let mut weight_so_far = 0_u64;
    for day in 0..plan.days.max(1) {
        let date = plan.from + jiff::Span::new().days(i64::from(day));
        let weight = if city.calendar.day(date).works { 100 } else { DAY_OFF };
        let start = city.calendar.start_of(date);
        for (hour, share) in BY_HOUR.iter().enumerate() {
            weight_so_far += u64::from(share * weight);
            hours.push((start.plus_minutes(hour as i64 * 60), weight_so_far));
        }
    }
    let mut times: Vec<Moment> = (0..plan.orders)
        .map(|_| {
            let drawn = rng.random_range(0..weight_so_far);
            let hour = hours.partition_point(|&(_, upto)| upto <= drawn);
            hours[hour].0.plus_millis(rng.random_range(0..3_600_000))
        })
        .collect();
    times.sort_unstable();
    times
}
