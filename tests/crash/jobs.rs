//! Two workers on one database send each notice once.

use std::collections::HashMap;

use domain::Moment;
use domain::ids::CitizenId;
use serde_json::Value;
use store::{Identity, NewCitizen};
use tests::{city, life, load};

use crate::database::Database;
use crate::http::program;

/// So many appeals are registered, and so many citizens told.
const APPEALS: usize = 400;

#[test]
fn two_workers_on_postgres_send_each_notice_once() {
    let Some(database) = Database::postgres("jobs") else { return };
    let desk = city::open(database.open());
    let at: Moment = jiff::Timestamp::now().into();
    for no in 0..APPEALS {
        let id = CitizenId(desk.store().next_citizen_ids(1).expect("a number").start);
        let identity = Identity { phone: format!("139{no:08}"), ..Identity::default() };
        let citizen = NewCitizen { id, kind: "person".to_owned(), identity };
        let told = desk::Told { citizen: Some(id), ..life::told(1, at, &mut load::say) };
        let by = life::Step::Register.by(1);
        desk.register(&told, Some(citizen), &by, at).expect("an order is registered");
    }

    let files = ["one.jsonl", "two.jsonl"].map(|name| database.folder().join(name));
    let workers = files.each_ref().map(|outbox| {
        let mut worker = program(&database, &["worker", "--once"]);
        worker.env("MINSHENG_OUTBOX", outbox).spawn().expect("the program starts")
    });
    for mut worker in workers {
        assert!(worker.wait().expect("a child").success());
    }

    let mut told: HashMap<String, usize> = HashMap::new();
    for outbox in &files {
        let lines = std::fs::read_to_string(outbox).unwrap_or_default();
        eprintln!("one of two workers sent {} notices", lines.lines().count());
        for line in lines.lines() {
            let notice: Value = serde_json::from_str(line).expect("a line of JSON");
            *told.entry(notice["to"].to_string()).or_default() += 1;
        }
    }
    assert_eq!(told.len(), APPEALS, "each citizen was told");
    assert!(told.values().all(|&times| times == 1), "a citizen was told twice: {told:?}");
}
