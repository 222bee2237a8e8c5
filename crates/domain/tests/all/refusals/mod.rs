//! Every refusal of the rules, met on a short way to it.

mod calls;
mod dispatch;
mod disputes;
mod ends;
mod handling;
mod intake;
mod returns;

use std::collections::BTreeSet;

use domain::Refusal;

/// What was answered, and what the rules should answer.
type Met = (Refusal, Refusal);

fn all() -> Vec<Met> {
    let (intake, dispatch, returns) = (intake::met(), dispatch::met(), returns::met());
    [intake, dispatch, returns, disputes::met(), handling::met(), calls::met(), ends::met()]
        .into_iter()
        .flatten()
        .collect()
}

/// The names of all refusals, as their list in the rules has them.
fn listed() -> BTreeSet<String> {
    let source = include_str!("../../../src/refusal.rs");
    let after_message = source.split("#[error(").skip(1).filter_map(|rest| rest.lines().nth(1));
    after_message.map(|line| name(line.trim())).collect()
}

fn name(debug: &str) -> String {
    debug.chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[test]
fn each_refusal_comes_with_its_data() {
    for (answered, expected) in all() {
        assert_eq!(answered, expected);
    }
}

#[test]
fn every_refusal_of_the_list_is_met() {
    let met: BTreeSet<String> = all().iter().map(|(answered, _)| name(&format!("{answered:?}"))).collect();
    assert_eq!(listed().difference(&met).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn a_refusal_is_read_back_as_it_was_written() {
    for (answered, _) in all() {
        let json = serde_json::to_string(&answered).expect("it is written");
        assert_eq!(serde_json::from_str::<Refusal>(&json).expect("it is read"), answered);
        assert!(json.starts_with("{\"code\":\""), "{json}");
    }
}
