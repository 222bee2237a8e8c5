//! Two processes act on the same orders of one PostgreSQL at once.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};

use tests::life::{Step, begin};
use tests::{city, load};

use crate::database::Database;
use crate::killed::start;
use crate::ledger::Ledger;

const ORDERS: i64 = 60;

#[test]
fn two_processes_neither_lose_nor_double_an_act() {
    let Some(database) = Database::postgres("two") else { return };
    let desk = city::open(database.open());
    for order in 0..ORDERS {
        let unit = (order % i64::from(load::UNITS)) as u16 + 1;
        begin(&desk, unit, load::BEGIN, &mut load::say).expect("an order is registered");
    }

    let last = ORDERS.to_string();
    let mut processes = [(); 2].map(|()| start(&database, &["share", &last]));
    let ledger = Ledger::default();
    std::thread::scope(|scope| {
        for process in &mut processes {
            let lines = BufReader::new(process.stdout.take().expect("piped")).lines().map_while(Result::ok);
            let ledger = &ledger;
            scope.spawn(move || lines.for_each(|line| _ = ledger.note_line(&line)));
        }
    });
    for mut process in processes {
        assert!(process.wait().expect("a child").success());
    }

    // Together they did each act of each life, and none of them twice.
    let store = desk.store();
    ledger.check(store);
    assert_eq!(ledger.len(), ORDERS as usize * (Step::ALL.len() - 1));
    let mut acts: BTreeMap<String, i64> = BTreeMap::new();
    for order in 1..=ORDERS {
        for entry in store.history(domain::ids::OrderId(order)).expect("a journal that can be read") {
            *acts.entry(entry.act).or_default() += 1;
        }
    }
    assert_eq!(acts.len(), Step::ALL.len());
    assert!(acts.values().all(|&count| count == ORDERS), "{acts:?}");
}
