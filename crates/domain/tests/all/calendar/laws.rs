//! What holds of every count.

use std::sync::LazyLock;

use domain::Moment;
use domain::time::{Calendar, Counting, Limit, Step};
use proptest::prelude::*;

use crate::fixture::*;

/// Any minute of the years of the table and a little around them.
fn moment() -> impl Strategy<Value = Moment> {
    let (first, last) = (at("2006-06-01 00:00").0, at("2030-01-01 00:00").0);
    (first..last).prop_map(Moment)
}

fn limit() -> impl Strategy<Value = Limit> {
    let counting = prop_oneof![Just(Counting::Working), Just(Counting::Natural)];
    (counting, any::<bool>(), 1..400_u32).prop_map(|(counting, days, n)| match days {
        true => Limit::Days(1 + n / 4, counting),
        false => Limit::Minutes(n * 15, counting),
    })
}

fn with(limit: Limit, more: u32) -> Limit {
    match limit {
        Limit::Minutes(n, counting) => Limit::Minutes(n + more, counting),
        Limit::Days(n, counting) => Limit::Days(n + more, counting),
        Limit::ByLaw => Limit::ByLaw,
    }
}

static NEW_YORK: LazyLock<Calendar> =
    LazyLock::new(|| calendar_in(DAYS, &["09:00-12:00", "13:00-17:00"], "America/New_York"));

/// Where the clocks stand as they are, and where they are put forward and back.
fn zones() -> [&'static Calendar; 2] {
    [&CALENDAR, &NEW_YORK]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_limit_ends_before_it_begins(from in moment(), limit in limit(), rolls: bool) {
        for calendar in zones() {
            prop_assert!(calendar.due(from, limit, rolls).expect("a moment") >= from);
        }
    }

    #[test]
    fn who_begins_later_ends_no_sooner(from in moment(), later in 0..20_000_000_000_i64, limit in limit(), rolls: bool) {
        for calendar in zones() {
            let other = calendar.due(from.plus_millis(later), limit, rolls);
            prop_assert!(calendar.due(from, limit, rolls) <= other);
        }
    }

    #[test]
    fn who_gets_more_time_ends_no_sooner(from in moment(), limit in limit(), more in 0..100_u32, rolls: bool) {
        for calendar in zones() {
            prop_assert!(calendar.due(from, limit, rolls) <= calendar.due(from, with(limit, more), rolls));
        }
    }

    #[test]
    fn office_minutes_are_counted_as_they_are_spent(from in moment(), minutes in 1..20_000_u32) {
        for calendar in zones() {
            let due = calendar.due(from, Limit::Minutes(minutes, Counting::Working), true).expect("a moment");
            prop_assert_eq!(calendar.office_minutes(from, due), i64::from(minutes));
        }
    }

    #[test]
    fn an_explanation_ends_with_what_it_explains(from in moment(), limit in limit(), rolls: bool) {
        let steps = CALENDAR.explain(from, limit, rolls);
        let due = CALENDAR.due(from, limit, rolls).expect("a moment");
        prop_assert_eq!(steps.last(), Some(&Step::Due { at: due }));
    }

    #[test]
    fn an_explanation_counts_each_working_day_once(from in moment(), days in 1..60_u32) {
        let steps = CALENDAR.explain(from, Limit::Days(days, Counting::Working), true);
        let counted = steps.iter().filter(|step| matches!(step, Step::WorkingDay { .. })).count();
        prop_assert_eq!(counted, days as usize);
    }

    #[test]
    fn a_share_lies_between_beginning_and_end(from in moment(), limit in limit(), percent in 1..100_u8) {
        let due = CALENDAR.due(from, limit, true).expect("a moment");
        let share = CALENDAR.share(from, due, limit, percent);
        prop_assert!(from <= share && share <= due);
    }

    #[test]
    fn a_limit_is_read_back_as_it_was_written(limit in limit()) {
        prop_assert_eq!(limit.to_string().parse(), Ok(limit));
    }
}
