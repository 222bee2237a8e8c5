//! What was answered with success, and whether it is there.

use std::collections::HashSet;

use domain::ids::OrderId;
use store::{Filter, LookFilter, Store};

use super::client::Client;
use super::people::{INTAKE, hash};

/// What a client was answered of one order.
#[derive(Default)]
pub struct Story {
    /// What its client calls it; never the same twice.
    pub name: String,
    /// The citizen's telephone number.
    pub phone: String,
    /// Who may see it: the handler of its unit.
    pub by: String,
    /// The order's number.
    pub number: String,
    /// The number under which another system brought it.
    pub external: Option<String>,
    /// The acts, as the journal calls them.
    pub acts: Vec<&'static str>,
    /// The record of the call to the citizen.
    pub call: Option<i64>,
}

impl Story {
    /// A file of some kilobytes that no other order has.
    pub fn file(&self) -> Vec<u8> {
        format!("现场情况 {}\n", self.name).repeat(150).into_bytes()
    }

    fn has(&self, act: &str) -> bool {
        self.acts.contains(&act)
    }
}

/// Checks that every file that was taken can be read.
pub fn check_files(stories: &[Story], client: &Client, port: u16) {
    for story in stories.iter().filter(|story| story.has("attach")) {
        let path = format!("/api/orders/{}/attachments/{}", story.number, store::hex(&hash(story.file())));
        let bytes = client.get(port, &story.by, &path);
        assert!(bytes == story.file(), "the file of {} has changed", story.number);
    }
}

/// Checks that the store has all that was answered, and each thing once.
pub fn check(stories: &[Story], store: &Store) {
    let (mut orders, mut calls) = (HashSet::new(), HashSet::new());
    for story in stories {
        let id = store.id_of(&story.number).expect("a store that can be read").expect("the order is there");
        assert!(orders.insert(id), "{} was answered to two", story.number);
        let history = store.history(id).expect("a journal that can be read");
        let acts: Vec<&str> = history.iter().map(|entry| entry.act.as_str()).collect();
        assert_eq!(acts, story.acts, "{}", story.number);
        if let Some(external) = &story.external {
            let known = store.imported_as(&format!("system:{INTAKE}"), external).expect("a readable store");
            assert_eq!(known.map(|known| known.order), Some(id), "{external}");
        }
        if let Some(call) = story.call {
            assert!(calls.insert(call), "call {call} was answered to two");
            let made = store.call(call).expect("a store that can be read").expect("the call is there");
            assert_eq!(made.order, Some(id));
            assert!(was_looked_at(store, id), "the look at {} is not in the log", story.number);
        }
    }
    let there = store.count(&Filter::default()).expect("a store that can be read");
    assert_eq!(there, orders.len() as u64, "an order was registered twice");
    let report = store.verify(&|_| {}).expect("a store that can be read");
    assert_eq!(report.faults, []);
}

/// Whether the log has a look at the citizen of an order, in clear.
fn was_looked_at(store: &Store, order: OrderId) -> bool {
    let filter = LookFilter { order: Some(order), what: Some("clear".to_owned()), ..LookFilter::default() };
    let page = store.looks(&filter, None, 10).expect("a log that can be read");
    page.looks.iter().any(|(_, look)| look.login == "caller" && look.purpose == "call")
}
