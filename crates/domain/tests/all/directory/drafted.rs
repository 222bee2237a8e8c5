//! Drafts: three people, and nothing written over.

use domain::directory::*;
use domain::ids::PersonId;

use crate::fixture::*;

fn hand(by: &PersonId) -> DraftHand<'_> {
    DraftHand { by, at: at("2024-03-04 09:00"), note: "" }
}

fn in_force() -> Directory {
    Directory::new(3, vec![entry("a", "10", "u1"), entry("b", "20", "u2")])
}

fn people() -> [PersonId; 3] {
    ["ann", "bob", "cai"].map(PersonId::from)
}

fn drafted() -> Draft {
    let [ann, ..] = people();
    let mut draft = Draft::begin("d1".to_owned(), "poles".to_owned(), &in_force(), &hand(&ann));
    draft
        .put(vec![entry("a", "10", "u3"), entry("c", "30", "u1")], &in_force(), &hand(&ann))
        .expect("it is open");
    draft
}

#[test]
fn a_draft_becomes_a_version_by_three_people() {
    let [ann, bob, cai] = people();
    let mut draft = drafted();
    draft.submit(&in_force(), &hand(&ann)).expect("it changes something");
    assert_eq!(draft.review(&hand(&ann)), Err(DraftRefusal::DraftNeedsAnother));
    draft.review(&hand(&bob)).expect("bob has not drafted it");
    assert_eq!(draft.approve(&in_force(), &hand(&bob)).err(), Some(DraftRefusal::DraftNeedsAnother));
    let next = draft.approve(&in_force(), &hand(&cai)).expect("cai had no hand in it");
    assert_eq!((next.version(), next.entries().len(), draft.published_as), (4, 3, Some(4)));
    let changed = next.entry("a").expect("it is there");
    assert_eq!((changed.lead.as_str(), changed.approver.as_ref()), ("u3", Some(&cai)));
    assert_eq!(next.entry("b").expect("it is there").approver, None);
    let needs = DraftState::Drafting;
    assert_eq!(
        draft.discard(&hand(&ann)),
        Err(DraftRefusal::DraftStands { state: DraftState::Published, needs })
    );
}

#[test]
fn who_reviewed_before_it_was_sent_back_may_review_again() {
    let [ann, bob, cai] = people();
    let mut draft = drafted();
    draft.submit(&in_force(), &hand(&ann)).expect("it changes something");
    draft.review(&hand(&bob)).expect("bob has not drafted it");
    draft.send_back(&hand(&cai)).expect("it waits for approval");
    draft.put(vec![entry("c", "30", "u2")], &in_force(), &hand(&ann)).expect("it is open again");
    draft.submit(&in_force(), &hand(&ann)).expect("it changes something");
    draft.review(&hand(&bob)).expect("bob has not drafted it");
    assert_eq!(draft.approve(&in_force(), &hand(&ann)).err(), Some(DraftRefusal::DraftNeedsAnother));
    assert!(draft.approve(&in_force(), &hand(&cai)).is_ok());
}

#[test]
fn nothing_that_others_published_is_written_over() {
    let [ann, bob, cai] = people();
    let mut draft = drafted();
    draft.submit(&in_force(), &hand(&ann)).expect("it changes something");
    draft.review(&hand(&bob)).expect("bob has not drafted it");
    let overtaken = DraftRefusal::DraftOvertaken { entries: vec!["a".to_owned()] };
    let moved_on = Directory::new(4, vec![entry("a", "10", "u4"), entry("b", "20", "u2")]);
    assert_eq!(draft.approve(&moved_on, &hand(&cai)).err(), Some(overtaken));
    assert_eq!(draft.state, DraftState::Reviewed, "what is refused changes nothing");
    // Another entry's change does not concern it.
    let elsewhere = Directory::new(4, vec![entry("a", "10", "u1"), entry("b", "20", "u4")]);
    assert_eq!(
        draft.approve(&elsewhere, &hand(&cai)).expect("it fits").entry("b").expect("b").lead,
        "u4".into()
    );
}

#[test]
fn a_draft_that_says_nothing_or_contradicts_is_not_submitted() {
    let [ann, ..] = people();
    let mut draft = Draft::begin("d1".to_owned(), "nothing".to_owned(), &in_force(), &hand(&ann));
    draft.put(vec![entry("a", "10", "u1")], &in_force(), &hand(&ann)).expect("it is open");
    assert_eq!(draft.submit(&in_force(), &hand(&ann)), Err(DraftRefusal::DraftEmpty));
    draft.put(vec![entry("twin", "10", "u4")], &in_force(), &hand(&ann)).expect("it is open");
    let contradict = DraftRefusal::EntriesContradict { entry: "twin".to_owned(), other: "a".to_owned() };
    assert_eq!(draft.submit(&in_force(), &hand(&ann)), Err(contradict));
    assert!(draft.take_out("twin", &hand(&ann)).expect("it is open"));
    assert_eq!(draft.submit(&in_force(), &hand(&ann)), Err(DraftRefusal::DraftEmpty));
}
