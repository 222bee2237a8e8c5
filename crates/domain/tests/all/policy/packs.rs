//! Each pack says what its statute fixes, and nothing else.

use domain::codes::Level;
use domain::policy::{Approver, Packs, Policy};
use jiff::civil::date;

use crate::fixture::*;

fn handling(policy: &Policy, level: Level) -> String {
    policy.limits.handling.at(level).within.to_string()
}

fn window(policy: &Policy, level: Level) -> String {
    policy.returns.window.at(level).within.to_string()
}

fn sign(policy: &Policy, level: Level) -> String {
    policy.limits.sign.at(level).within.to_string()
}

#[test]
fn every_pack_in_the_folder_loads_and_names_itself() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../city/policies");
    let files = std::fs::read_dir(folder).expect("the folder of packs");
    let mut names: Vec<String> = files
        .map(|file| file.expect("a file").file_name().into_string().expect("a plain name"))
        .filter_map(|file| file.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    let mut known = PACK_NAMES.to_vec();
    known.sort_unstable();
    assert_eq!(names, known);
    for name in names {
        assert_eq!(policy(&name).id, name);
    }
}

#[test]
fn every_pack_is_found_by_its_other_spellings() {
    for policy in PACKS.all() {
        for spelling in policy.aliases.iter().chain([&policy.name]) {
            assert_eq!(PACKS.versions(spelling).expect("it is found")[0].id, policy.id);
        }
    }
    let unknown = PACKS.versions("atlantis").expect_err("there is none").to_string();
    assert_eq!(
        unknown,
        "no policy is called `atlantis`; there are: anyang, beijing, jinan, lvliang, national, tianjin, weifang"
    );
}

#[test]
fn before_the_first_version_the_first_version_holds() {
    let first = PACKS.in_force("tianjin", date(1999, 1, 1)).expect("there is such a pack");
    assert_eq!(first.version, 1);
}

#[test]
fn packs_differ_from_the_default_in_data_only() {
    let national = policy("national");
    for name in &PACK_NAMES[1..] {
        let city = policy(name);
        assert_ne!(city.source, national.source);
        let numbers =
            |policy: &Policy| serde_json::to_value((&policy.limits, &policy.returns)).expect("written");
        assert_ne!(numbers(&city), numbers(&national), "{name}");
        assert_eq!(city.contradiction(), None);
    }
}

/// The draft of DB11/T 2021—2022: 2 hours, 24 hours, 7 days, 15 days, all of
/// natural time; units sign around the clock.
#[test]
fn beijing_counts_natural_time() {
    let policy = policy("beijing");
    assert_eq!(handling(&policy, Level::Critical), "2 natural hours");
    assert_eq!(handling(&policy, Level::Urgent), "24 natural hours");
    assert_eq!(handling(&policy, Level::Ordinary), "7 natural days");
    assert_eq!(handling(&policy, Level::Complex), "15 natural days");
    assert_eq!(handling(&policy, Level::Statutory), "by law");
    assert_eq!(sign(&policy, Level::Ordinary), "24 natural hours");
    assert_eq!((policy.weights.solved.value, policy.weights.satisfied.value), (45, 45));
}

/// 济南条例 24: five working days; Shandong: two working days to return, one
/// extension of at most ten.
#[test]
fn jinan_answers_within_five_working_days() {
    let policy = policy("jinan");
    assert_eq!(handling(&policy, Level::Ordinary), "5 working days");
    assert_eq!(handling(&policy, Level::Complex), "5 working days");
    assert_eq!(window(&policy, Level::Ordinary), "2 working days");
    assert_eq!(policy.extension.times.value, 1);
    assert_eq!(policy.extension.each.within.to_string(), "10 working days");
    assert!(policy.callback.every_order.value, "济南条例 27");
}

/// 潍坊条例 20, 22, 24.
#[test]
fn weifang_lets_the_city_department_lead_and_rules_after_one_return() {
    let policy = policy("weifang");
    assert_eq!(handling(&policy, Level::Ordinary), "5 working days");
    assert_eq!(policy.returns.most.value, 1);
    assert!(policy.counting.city_department_leads.value);
    assert!(!crate::fixture::policy("national").counting.city_department_leads.value);
}

/// 天津办法 and its rules: 15 minutes, 30 minutes, one working day to sign;
/// one working day to return, two when complex; silent for two, accepted.
#[test]
fn tianjin_signs_within_minutes_when_life_is_at_stake() {
    let policy = policy("tianjin");
    assert_eq!(sign(&policy, Level::Critical), "15 natural minutes");
    assert_eq!(sign(&policy, Level::Urgent), "30 natural minutes");
    assert_eq!(sign(&policy, Level::Ordinary), "1 working days");
    assert_eq!(window(&policy, Level::Ordinary), "1 working days");
    assert_eq!(window(&policy, Level::Complex), "2 working days");
    assert_eq!(policy.waits.silence.expect("silence is fixed").within.to_string(), "2 working days");
    assert_eq!(policy.returns.most.value, 2);
}

/// 安阳条例: returns within 24 hours, one extension of five working days, by
/// the head of the unit.
#[test]
fn anyang_returns_within_a_day_and_lets_the_unit_head_extend() {
    let policy = policy("anyang");
    assert_eq!(handling(&policy, Level::Ordinary), "5 working days");
    assert_eq!(window(&policy, Level::Ordinary), "24 natural hours");
    assert_eq!(policy.extension.times.value, 1);
    assert_eq!(policy.extension.each.within.to_string(), "5 working days");
    assert_eq!(policy.extension.approver.value, Approver::UnitHead);
}

/// 吕梁 2024: half a day to dispatch, one to return, three extensions of three
/// days, 180 days for what takes long.
#[test]
fn luliang_dispatches_within_half_a_day_and_extends_three_times() {
    let policy = policy("lvliang");
    assert_eq!(policy.limits.triage.at(Level::Ordinary).within, "0.5 working days".parse().expect("a limit"));
    assert_eq!(window(&policy, Level::Ordinary), "1 working days");
    assert_eq!(policy.limits.contact.at(Level::Urgent).within.to_string(), "30 natural minutes");
    assert_eq!(policy.extension.times.value, 3);
    assert_eq!(policy.extension.each.within.to_string(), "3 working days");
    assert_eq!(handling(&policy, Level::LongTerm), "180 natural days");
}

/// A pack that was put into a database before there were such numbers.
#[test]
fn a_pack_without_a_table_of_retention_keeps_everything() {
    let text = pack_text("national");
    let (before, _) = text.split_once("[retention]").expect("the default pack has such a table");
    let packs = Packs::parse(&[("national".to_owned(), before.to_owned())]).expect("it is read");
    assert_eq!(packs.versions("national").expect("it is there")[0].retention, None);
    for name in PACK_NAMES {
        assert!(policy(name).retention.is_some(), "{name} inherits the table");
    }
}
