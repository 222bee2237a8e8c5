//! Who has to do with an order: its citizens, the units with a part in it,
//! and those of which it complains.

use domain::Event;
use domain::codes::Kind;
use domain::ids::{CitizenId, OrderId};
use domain::order::Appeal;
use store::testing::{Fresh, on_both};
use store::{Change, Filter, Loaded, Sort, Store};

use crate::made::{self, New};

fn accuse(loaded: &Loaded, units: &[&str]) -> Change {
    let accused = units.iter().map(|unit| (*unit).into()).collect();
    let classified = Event::Classified {
        kind: Kind::Report,
        matter: "0102".into(),
        place: "460106".into(),
        accused,
        accused_people: Vec::new(),
        facts: domain::directory::Facts::default(),
    };
    made::next(loaded, "classify", vec![classified])
}

fn listed(store: &Store, filter: &Filter) -> Vec<i64> {
    let page = store.list(filter, Sort::Oldest, None, 99).unwrap();
    let ids: Vec<i64> = page.orders.iter().map(|order| order.id.0).collect();
    assert_eq!(store.count(filter).unwrap(), ids.len() as u64);
    let mut found: Vec<i64> =
        store.search("路灯", filter, None, 99).unwrap().hits.iter().map(|hit| hit.order.id.0).collect();
    found.reverse();
    assert_eq!(found, ids);
    ids
}

#[test]
fn a_unit_sees_the_orders_that_it_has_to_do_with() {
    on_both(|fresh| {
        let store = fresh.open();
        for (id, unit) in [(1, "u1"), (2, "u2"), (3, "u3")] {
            let loaded = made::commit(&store, made::dispatch(&New::order(id).commit(&store), unit));
            if id == 2 {
                let (note, text) = made::sealed("请办理");
                let down = Event::HandedDown { part: 1, unit: "u2-town".into(), note, overrides: None };
                let mut change = made::next(&loaded, "hand_down", vec![down]);
                change.texts.push(text);
                let down = made::commit(&store, change);
                made::commit(&store, made::dispatch(&down, "u1"));
            }
        }
        New::order(4).commit(&store);
        let within = |units: &[&str]| Filter {
            within: Some(units.iter().map(|unit| (*unit).into()).collect()),
            ..Filter::default()
        };
        assert_eq!(listed(&store, &within(&["u1"])), [1, 2]);
        assert_eq!(listed(&store, &within(&["u2-town"])), [2]);
        assert_eq!(listed(&store, &within(&["u2", "u3", "u9"])), [2, 3]);
        assert_eq!(listed(&store, &within(&[])), [0; 0]);
        let first = store.order(OrderId(1)).unwrap().unwrap();
        made::commit(&store, made::close(&first));
        let open = |open| Filter { open: Some(open), ..within(&["u1"]) };
        assert_eq!((listed(&store, &open(true)), listed(&store, &open(false))), (vec![2], vec![1]));
        let closed = store.order(OrderId(1)).unwrap().unwrap();
        let reopened = Event::Reopened { stage: domain::Stage::Handling };
        made::commit(&store, made::next(&closed, "redo", vec![reopened]));
        assert_eq!(listed(&store, &open(true)), [1, 2]);
        let combined = Filter { holder: Some("u1".into()), ..within(&["u2"]) };
        assert_eq!(listed(&store, &combined), [2]);
        made::assert_sound(&store);
    });
}

#[test]
fn where_a_unit_has_to_do_with_many_the_same_orders_are_found() {
    on_both(|fresh| {
        let store = fresh.open();
        let changes = (1..=2500).flat_map(|id| {
            let registered = New::order(id).change();
            let loaded = Loaded { order: registered.after.clone(), head: [0; 32] };
            [registered, made::dispatch(&loaded, if id % 2 == 0 { "u1" } else { "u2" })]
        });
        store.commit(changes.collect()).unwrap();
        store.commit((3001..=4000).map(|id| New::order(id).change()).collect()).unwrap();
        let within = Filter { within: Some(vec!["u1".into(), "u2".into()]), ..Filter::default() };
        assert_eq!(store.count(&within).unwrap(), 2500);
        let page = store.list(&within, Sort::Newest, None, 3).unwrap();
        assert_eq!(page.orders.iter().map(|order| order.id.0).collect::<Vec<_>>(), [2500, 2499, 2498]);
    });
}

#[test]
fn an_order_is_hidden_from_those_of_which_it_complains() {
    on_both(|fresh| {
        let store = fresh.open();
        let loaded = [1, 2, 3].map(|id| New::order(id).commit(&store));
        let first = made::commit(&store, accuse(&loaded[0], &["u1", "u2"]));
        made::commit(&store, accuse(&loaded[1], &["u2"]));
        let hidden = |units: &[&str]| Filter {
            hidden_from: Some(units.iter().map(|unit| (*unit).into()).collect()),
            ..Filter::default()
        };
        assert_eq!(listed(&store, &hidden(&["u1"])), [2, 3]);
        assert_eq!(listed(&store, &hidden(&["u1", "u2"])), [3]);
        assert_eq!(listed(&store, &hidden(&[])), [1, 2, 3]);
        // In one commit one more is accused and then both are not: the last word counts.
        let more = accuse(&first, &["u1", "u2", "u3"]);
        let loaded = Loaded { order: more.after.clone(), head: first.head };
        let fewer = accuse(&loaded, &["u1"]);
        store.commit(vec![more, fewer]).unwrap();
        assert_eq!(listed(&store, &hidden(&["u2", "u3"])), [1, 3]);
        made::assert_sound(&store);
        let before = fresh.rows();
        store.rebuild(&|_| {}).unwrap();
        assert_eq!(fresh.rows(), before);
    });
}

fn merge(store: &Store, from: i64, into: i64) {
    let from = store.order(OrderId(from)).unwrap().unwrap().order;
    let appeals: Vec<Appeal> =
        from.appeals.iter().map(|appeal| Appeal { from: Some(from.id), ..appeal.clone() }).collect();
    let into = store.order(OrderId(into)).unwrap().unwrap();
    made::commit(store, made::next(&into, "take_in", vec![Event::TookIn { appeals }]));
}

fn erase(store: &Store, id: i64) {
    let loaded = store.order(OrderId(id)).unwrap().unwrap();
    let (basis, text) = made::sealed("当事人申请");
    let erased = Event::Erased { texts: Vec::new(), identities: true, basis };
    let mut change = made::next(&loaded, "erase", vec![erased]);
    change.texts.push(text);
    made::commit(store, change);
}

fn of(store: &Store, citizen: i64) -> Vec<i64> {
    store.orders_of(CitizenId(citizen), 9).unwrap().iter().map(|order| order.id.0).collect()
}

#[test]
fn a_citizen_is_forgotten_with_the_last_of_their_orders() {
    on_both(|fresh| {
        let store = fresh.open();
        let new = |id: i64| New::order(id).with(|new| new.phone = Some(format!("1380000{id:04}")));
        new(1).commit(&store);
        new(2).commit(&store);
        merge(&store, 1, 2);
        assert_eq!(of(&store, 1), [2, 1], "the appeal stands in both");
        assert_eq!(of(&store, 2), [2]);
        erase(&store, 1);
        assert_eq!(of(&store, 1), [2]);
        assert!(store.citizen(CitizenId(1)).unwrap().is_some(), "order 2 still answers to them");
        erase(&store, 2);
        assert!(of(&store, 1).is_empty() && of(&store, 2).is_empty());
        for citizen in [1, 2] {
            assert_eq!(store.citizen(CitizenId(citizen)).unwrap(), None);
        }
        // What comes in after an erasure is not erased by it.
        new(3).commit(&store);
        merge(&store, 3, 2);
        assert_eq!(of(&store, 3), [3, 2]);
        made::assert_sound(&store);
        let before = fresh.rows();
        store.rebuild(&|_| {}).unwrap();
        assert_eq!(fresh.rows(), before);
    });
}

#[test]
fn a_database_of_the_first_schema_is_filled_when_it_is_opened() {
    on_both(|fresh: &Fresh| {
        let store = fresh.open();
        let new = New::order(1).with(|new| new.phone = Some("13800000001".into()));
        made::commit(&store, accuse(&made::live(&store, &new, "u1"), &["u2"]));
        store.commit((2..=6000).map(|id| New::order(id).change()).collect()).unwrap();
        let rows = fresh.rows();
        drop(store);
        fresh.make_first_schema();
        let store = fresh.open();
        assert_eq!(fresh.rows(), rows);
        assert_eq!(of(&store, 1), [1]);
        made::assert_sound(&store);
    });
}
