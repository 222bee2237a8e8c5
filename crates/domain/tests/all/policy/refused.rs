//! A pack that is incomplete or contradicts itself is refused, with the place.

use domain::policy::Packs;

use crate::fixture::pack_text;

/// The refusal of the default pack after a change.
fn refusal(from: &str, to: &str) -> String {
    let text = pack_text("national");
    assert!(text.contains(from), "the default pack says `{from}`");
    parse(&[("national", &text.replacen(from, to, 1))])
}

/// The refusal of a pack that lies over the default one.
fn refusal_of(own: &str) -> String {
    let head = "id = \"here\"\nname = \"Here\"\nversion = 1\nfrom = \"2024-01-01\"\nsource = \"a law\"\n";
    parse(&[("national", &pack_text("national")), ("here", &format!("{head}extends = \"national\"\n{own}"))])
}

fn parse(files: &[(&str, &str)]) -> String {
    let files: Vec<_> = files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    Packs::parse(&files).expect_err("the pack is refused").to_string()
}

#[test]
fn a_missing_number_is_named() {
    let text = pack_text("national");
    let line = text.lines().find(|line| line.starts_with("gap ")).expect("a line about the gap");
    assert_eq!(refusal(line, ""), "policy national: callback: missing field `gap`");
}

#[test]
fn a_missing_level_is_named() {
    let text = pack_text("national");
    let line = text.lines().find(|line| line.starts_with("complex ")).expect("a line about complex orders");
    assert_eq!(refusal(line, ""), "policy national: limits.triage: missing field `complex`");
}

#[test]
fn an_unknown_key_is_named() {
    let refusal = refusal_of("[redo]\nmosst = { value = 1, basis = \"x\" }\n");
    assert_eq!(refusal, "policy here: redo.mosst: unknown field `mosst`, expected `most`");
}

#[test]
fn a_limit_that_cannot_be_read_is_named() {
    let refusal = refusal_of("[waits]\ndispute = { within = \"soon\", basis = \"x\" }\n");
    assert_eq!(
        refusal,
        "policy here: waits.dispute.within: `soon` is not a time limit: write it as `5 working days`, \
         `30 natural minutes` or `by law`"
    );
}

#[test]
fn a_number_of_the_wrong_form_is_named() {
    let refusal = refusal_of("[redo]\nmost = { value = -1, basis = \"x\" }\n");
    assert_eq!(refusal, "policy here: redo.most.value: invalid value: integer `-1`, expected u16");
}

#[test]
fn signing_may_not_take_longer_than_handling() {
    let refusal = refusal_of("[limits.sign]\nordinary = { within = \"10 working days\", basis = \"x\" }\n");
    assert!(
        refusal.starts_with("policy here: limits.sign.ordinary: 10 working days is longer than the "),
        "{refusal}"
    );
}

#[test]
fn the_urgent_may_not_be_slower_than_the_ordinary() {
    let refusal = refusal_of("[limits.handling]\nurgent = { within = \"10 working days\", basis = \"x\" }\n");
    assert_eq!(
        refusal,
        "policy here: limits.handling.urgent: 10 working days is longer than the 5 working days of ordinary"
    );
}

#[test]
fn the_archive_waits_for_the_review() {
    let refusal = refusal_of("[waits]\narchive = { within = \"3 natural days\", basis = \"x\" }\n");
    assert_eq!(
        refusal,
        "policy here: waits.archive: 3 natural days is shorter than the 10 working days in which a review may \
         be asked for"
    );
}

#[test]
fn the_weights_add_up_to_a_hundred() {
    let refusal = refusal_of("[weights]\nsolved = { value = 31, basis = \"x\" }\n");
    assert_eq!(refusal, "policy here: weights: they add up to 101, not to 100");
}

#[test]
fn the_warnings_rise() {
    let refusal = refusal_of("[warnings]\npercents = { value = [50, 40], basis = \"x\" }\n");
    assert_eq!(refusal, "policy here: warnings.percents: [50, 40] must rise, between 1 and 99");
}

#[test]
fn an_assist_has_some_of_the_leads_time() {
    let refusal = refusal_of("[joint]\nassist_percent = { value = 101, basis = \"x\" }\n");
    assert_eq!(refusal, "policy here: joint.assist_percent: 101 must lie between 1 and 100");
}

#[test]
fn a_number_without_a_basis_is_nobodys_number() {
    let refusal = refusal_of("[redo]\nmost = { value = 1, basis = \" \" }\n");
    assert_eq!(refusal, "policy here: redo.most: has no basis");
    // Half of a number does not inherit the other half's basis.
    let refusal = refusal_of("[redo]\nmost = { value = 1 }\n");
    assert_eq!(refusal, "policy here: redo.most: missing field `basis`");
}

#[test]
fn packs_may_not_extend_one_another_in_a_circle() {
    let refusal = parse(&[("a", "extends = \"b\""), ("b", "extends = \"a\"")]);
    assert!(refusal.ends_with(": extends: packs extend one another in a circle"), "{refusal}");
    assert_eq!(parse(&[("a", "extends = \"b\"")]), "policy a: extends: there is no pack `b`");
}

#[test]
fn a_pack_that_forgets_its_name_does_not_take_anothers() {
    let national = pack_text("national");
    let refusal = parse(&[("national", &national), ("here", "extends = \"national\"")]);
    assert_eq!(refusal, "policy here: .: missing field `id`");
}

#[test]
fn what_is_no_toml_is_refused_with_line_and_column() {
    let refusal = parse(&[("here", "id = ")]);
    assert!(refusal.starts_with("policy here: TOML parse error at line 1, column 6"), "{refusal}");
}

/// 网络安全法: logs are kept for six months at least.
#[test]
fn looks_are_kept_for_six_months_at_least() {
    let refusal = refusal_of("[retention]\nlooks = { within = \"180 natural days\", basis = \"x\" }\n");
    assert_eq!(
        refusal,
        "policy here: retention.looks: 180 natural days is shorter than the six months for which logs are kept"
    );
}

#[test]
fn what_is_kept_is_kept_for_so_many_days() {
    let refusal = refusal_of("[retention]\ntexts = { within = \"by law\", basis = \"x\" }\n");
    assert!(refusal.starts_with("policy here: retention.texts: must be so many days"), "{refusal}");
}

#[test]
fn a_whistle_that_nobody_could_blow_is_refused() {
    let refusal = refusal_of("[whistle]\nmost_units = { value = 0, basis = \"x\" }\n");
    assert_eq!(
        refusal,
        "policy here: whistle.most_units: must be at least 1; to have no whistles, name no units in `from`"
    );
    let refusal = refusal_of("[whistle]\nacknowledge = { within = \"by law\", basis = \"x\" }\n");
    assert_eq!(refusal, "policy here: whistle.acknowledge: must be a time: nobody would ever be late");
}
