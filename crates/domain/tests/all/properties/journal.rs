//! The order is what its journal says, also after the journal was written and
//! read.

use domain::{Entry, Order};

use crate::fixture::*;

/// Folds the journal as it is, and as it is read back.
pub fn reads_back(story: &Story) {
    assert_eq!(Order::fold(&story.journal).as_ref(), Some(&story.order));
    let written: Vec<String> =
        story.journal.iter().map(|entry| serde_json::to_string(entry).expect("it is written")).collect();
    let read: Vec<Entry> =
        written.iter().map(|json| serde_json::from_str(json).expect("it is read")).collect();
    assert_eq!(read, story.journal);
    let row = serde_json::to_string(&story.order).expect("it is written");
    assert_eq!(serde_json::from_str::<Order>(&row).expect("it is read"), story.order);
}

#[test]
fn a_journal_without_a_registration_makes_no_order() {
    let story = Story::closed();
    assert_eq!(Order::fold(&story.journal[1..]), None);
    assert_eq!(Order::fold([]), None);
}

#[test]
fn a_journal_folds_from_any_point_on() {
    let story = Story::closed();
    for cut in 1..story.journal.len() {
        let mut order = Order::fold(&story.journal[..cut]);
        story.journal[cut..].iter().for_each(|entry| Order::apply_entry(&mut order, entry));
        assert_eq!(order.as_ref(), Some(&story.order));
    }
}
