//! A long random life.

use std::collections::BTreeSet;

use domain::codes::{Kind, Level};
use domain::dispute::ruled;
use domain::fits::fitting;
use domain::rulings::InForce;
use domain::tick::Tick;
use domain::{Act, Actor, Moment, Order, Refusal, Stage};
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
    story.city.rulings.add(long_ruled());
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

/// A ruling on another order that was in force before.
fn long_ruled() -> InForce {
    let terms = Box::new(for_all("u4", "30"));
    let ruling = domain::order::Ruling {
        number: "G-1".to_owned(),
        lead: "u4".into(),
        reasons: text("by the law"),
        at: at("2023-01-25 08:15"),
        terms: Some(terms),
        matter: None,
        ground: None,
        step: None,
        by: None,
        majority: Vec::new(),
        dissent: Vec::new(),
        object_until: None,
        objections: Vec::new(),
        reviews: Vec::new(),
        ended_at: None,
    };
    InForce::of(domain::ids::OrderId(9), &ruling, |task| task.to_owned()).expect("it holds for all")
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
    follows_rulings(story, &before, by, act);
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

/// No order is dispatched against a ruling in force.
fn follows_rulings(story: &Story, before: &Order, by: &Actor, act: &Act) {
    if let (Act::Dispatch(dispatch), Some(bound)) = (act, ruled(before, &story.context(by))) {
        assert_eq!(&dispatch.lead, bound.lead, "{bound:?}");
        let lead = story.order.lead().expect("it was dispatched");
        assert!(lead.bound && lead.basis.ruling() == Some(bound.number), "{lead:?}");
    }
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
    let mut missing: BTreeSet<String> = domain::Act::NAMES.iter().map(|name| (*name).to_owned()).collect();
    for life in 0..1000 {
        let story = live(life as usize % PACK_NAMES.len(), life, 150);
        story.journal.iter().for_each(|entry| _ = missing.remove(&entry.act));
        if missing.is_empty() {
            return;
        }
    }
    panic!("{missing:?}");
}

#[test]
fn a_tick_before_its_time_is_refused() {
    let mut story = Story::dispatched();
    assert_eq!(story.refuses(&system(), Tick {}), Refusal::NothingDue);
}
