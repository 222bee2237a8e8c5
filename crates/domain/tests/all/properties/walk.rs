//! A long random life.

use std::collections::BTreeSet;

use domain::codes::{Kind, Level};
use domain::fits::fitting;
use domain::tick::Tick;
use domain::{Act, Actor, Moment, Refusal, Stage};
use proptest::prelude::*;

use super::chance::Dice;
use super::home::bring_home;
use super::invariants::{hold, hold_between};
use super::{random_acts, sensible_acts};
use crate::fixture::*;

/// One life of so many steps, told by a number.
pub fn live(pack: usize, seed: u64, steps: usize) -> Story {
    let mut dice = Dice(seed);
    let (level, kind) = (dice.pick(Level::ALL), dice.pick(Kind::ALL));
    // Some lives are quick, some full of detours.
    let sense = dice.pick(&[2, 6, 12, 30]);
    let mut story = Story::begins(PACK_NAMES[pack], "2024-01-25 08:15", |now| {
        let mut register = register(now);
        (register.level, register.kind) = (level, kind);
        register
    });
    hold(&story);
    let mut put_away = 0;
    for _ in 0..steps {
        put_away += u32::from(story.order.stage == Stage::Archived);
        if put_away > 20 {
            break;
        }
        // A life that is cut short begins as it did.
        let mut dice = Dice(dice.throw());
        pass_time(&mut story, &mut dice);
        if dice.percent(sense) {
            let (by, act) = sensible_acts::next(&story, &mut dice);
            is_tried(&mut story, &by, &act);
            continue;
        }
        // Most of what comes to anybody's mind is refused: several try.
        for _ in 0..10 {
            let (by, act) = random_acts::any(&story, &mut dice);
            if is_tried(&mut story, &by, &act) {
                break;
            }
        }
    }
    story
}

/// Whether somebody may act; if so, all that holds is looked at.
fn is_tried(story: &mut Story, by: &Actor, act: &Act) -> bool {
    let before = story.order.clone();
    if story.tries(by, act).is_err() {
        assert_eq!(story.order, before, "who is refused changes nothing");
        return false;
    }
    hold_between(&before, act.name(), &story.order);
    hold(story);
    // Nobody is told that they cannot do what they just did.
    // (Looked at now and then: it costs more than all the rest.)
    if !story.order.version.is_multiple_of(4) {
        return true;
    }
    let told = fitting(&before, &story.context(by));
    let fit = told.iter().find(|fit| fit.act == act.name());
    let for_screens = !["take_in", "tick"].contains(&act.name());
    assert!(!for_screens || fit.is_some_and(|fit| fit.refusal.is_none()), "{}: {fit:?}", act.name());
    true
}

/// Time passes: mostly a little, at times until something is due, and what
/// is due is mostly done in time.
fn pass_time(story: &mut Story, dice: &mut Dice) {
    let minutes = match dice.below(20) {
        0..=14 => dice.below(20),
        15..=17 => dice.below(600),
        18 => dice.below(4 * 1440),
        _ => dice.below(2 * 1440) * dice.below(20),
    };
    let until = story.now.plus_minutes(minutes as i64);
    if dice.percent(80) {
        ticks_until(story, until);
    }
    story.at_moment(until);
}

/// Every tick does something, and they come to an end.
fn ticks_until(story: &mut Story, until: Moment) {
    for _ in 0..100 {
        let Some(next) = story.order.next_moment().filter(|next| *next <= until) else { return };
        let (before, now) = (story.order.clone(), story.now.max(next));
        story.at_moment(now).does(&system(), Tick {});
        hold_between(&before, "tick", &story.order);
        hold(story);
    }
    panic!("time goes round in a circle at {:?}", story.order.next_moment());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_people_do_the_rules_hold(
        pack in 0..PACK_NAMES.len(),
        seed: u64,
        steps in 1..200_usize,
    ) {
        let mut story = live(pack, seed, steps);
        super::journal::reads_back(&story);
        bring_home(&mut story);
    }
}

/// The walks go everywhere: every act is performed in some of them.
#[test]
fn the_walks_perform_every_act() {
    let mut performed = BTreeSet::new();
    for life in 0..100 {
        let story = live(life as usize % PACK_NAMES.len(), life, 150);
        performed.extend(story.journal.into_iter().map(|entry| entry.act));
    }
    let missing: Vec<_> = domain::Act::NAMES.iter().filter(|name| !performed.contains(**name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_tick_before_its_time_is_refused() {
    let mut story = Story::dispatched();
    assert_eq!(story.refuses(&system(), Tick {}), Refusal::NothingDue);
}
