//! Lists.

use domain::codes::Level;
use domain::ids::OrderId;
use domain::order::Awaiting;
use domain::{Moment, Stage};
use store::testing::on_both;
use store::{Filter, Sort, Store, Waits};

use crate::made::{self, New};

/// All pages of a list, one after the other.
fn all(store: &Store, filter: &Filter, sort: Sort, limit: usize) -> Vec<i64> {
    let mut ids = Vec::new();
    let mut after = None;
    loop {
        let page = store.list(filter, sort, after, limit).unwrap();
        assert!(page.orders.len() == limit || page.next.is_none());
        ids.extend(page.orders.iter().map(|order| order.id.0));
        let Some(next) = page.next else { return ids };
        after = Some(next.to_string().parse().unwrap());
    }
}

#[test]
fn pages_are_stable_under_ties() {
    on_both(|fresh| {
        let store = fresh.open();
        for id in 1..=60 {
            New::order(id).with(|new| new.at = 1000 * (id / 20)).commit(&store);
        }
        for limit in [1, 7, 60, 100] {
            let rising: Vec<i64> = (1..=60).collect();
            let falling: Vec<i64> = (1..=60).rev().collect();
            assert_eq!(all(&store, &Filter::default(), Sort::Due, limit), rising);
            assert_eq!(all(&store, &Filter::default(), Sort::Oldest, limit), rising);
            assert_eq!(all(&store, &Filter::default(), Sort::Newest, limit), falling);
        }
    });
}

#[test]
fn filters_meet() {
    on_both(|fresh| {
        let store = fresh.open();
        for id in 1..=40 {
            let new = New::order(id).with(|new| {
                new.matter = format!("0{}", id % 4);
                new.place = format!("46010{}", id % 2);
                new.level = if id % 10 == 0 { Level::Critical } else { Level::Ordinary };
            });
            let loaded = new.commit(&store);
            if id > 20 {
                let loaded = made::commit(&store, made::dispatch(&loaded, if id > 30 { "u2" } else { "u1" }));
                if id == 40 {
                    made::commit(&store, made::close(&loaded));
                }
            }
        }
        store.tidy().unwrap();
        let f = Filter::default;
        let cases: Vec<(Filter, Vec<i64>)> = vec![
            (Filter { units: vec!["u2".into()], ..f() }, (31..=40).collect()),
            (Filter { units: vec!["u2".into()], open: Some(true), ..f() }, (31..=39).collect()),
            (Filter { open: Some(false), ..f() }, vec![40]),
            (Filter { holder: Some("u1".into()), ..f() }, (21..=30).collect()),
            (Filter { matters: vec!["03".into()], to: Some(Moment(12_000)), ..f() }, vec![3, 7, 11]),
            (
                Filter {
                    matters: vec!["0".into()],
                    places: vec!["460101".into()],
                    from: Some(Moment(35_000)),
                    ..f()
                },
                vec![35, 37, 39],
            ),
            (Filter { levels: vec![Level::Critical], ..f() }, vec![10, 20, 30, 40]),
            (
                Filter {
                    stages: vec![Stage::Dispatched, Stage::Closed],
                    levels: vec![Level::Critical],
                    ..f()
                },
                vec![30, 40],
            ),
            (
                Filter {
                    stages: vec![Stage::Dispatched],
                    units: vec!["u1".into()],
                    matters: vec!["01".into()],
                    ..f()
                },
                vec![21, 25, 29],
            ),
            (Filter { late: Some(true), ..f() }, vec![]),
            (Filter { late: Some(false), disputed: Some(false), matters: vec!["1".into()], ..f() }, vec![]),
        ];
        for (filter, expected) in cases {
            assert_eq!(all(&store, &filter, Sort::Oldest, 3), expected, "{filter:?}");
            assert_eq!(store.count(&filter).unwrap(), expected.len() as u64, "{filter:?}");
        }
    });
}

#[test]
fn a_queue_holds_what_waits_and_lets_go_of_what_is_done() {
    on_both(|fresh| {
        let store = fresh.open();
        let level = |id| if id % 3 == 0 { Level::Urgent } else { Level::Ordinary };
        let loaded: Vec<_> =
            (1..=9).map(|id| New::order(id).with(|new| new.level = level(id)).commit(&store)).collect();
        let waits = |what: &[Awaiting], units: Option<&[&str]>| Filter {
            waits: Some(Waits {
                what: what.to_vec(),
                units: units.map(|units| units.iter().map(|unit| (*unit).into()).collect()),
                due_before: None,
            }),
            ..Filter::default()
        };
        let acceptance = waits(&[Awaiting::Acceptance], None);
        assert_eq!(all(&store, &acceptance, Sort::Urgent, 2), [3, 6, 9, 1, 2, 4, 5, 7, 8]);
        let first = made::commit(&store, made::dispatch(&loaded[0], "u1"));
        made::commit(&store, made::dispatch(&loaded[1], "u2"));
        assert_eq!(all(&store, &acceptance, Sort::Oldest, 9), [3, 4, 5, 6, 7, 8, 9]);
        assert_eq!(all(&store, &waits(&[Awaiting::Signature], None), Sort::Due, 1), [1, 2]);
        assert_eq!(all(&store, &waits(&[Awaiting::Signature], Some(&["u2"])), Sort::Due, 1), [2]);
        assert!(all(&store, &waits(&[], None), Sort::Due, 1).is_empty());
        let signed = made::commit(&store, made::sign(&first));
        let both = waits(&[Awaiting::Signature, Awaiting::Reply], None);
        assert_eq!(all(&store, &both, Sort::Newest, 9), [2, 1]);
        assert_eq!(store.count(&both).unwrap(), 2);
        assert_eq!(store.count_up_to(&acceptance, 3).unwrap(), 3);

        let page = store.list(&both, Sort::Oldest, None, 9).unwrap();
        assert_eq!(page.orders[0].awaiting, signed.order.awaited());
        assert_eq!(page.orders[0].holder, Some("u1".into()));
        // Once it was due it is found by that, and what never is, is not.
        let before = |at: i64| {
            let mut filter = both.clone();
            filter.waits.as_mut().unwrap().due_before = Some(Moment(at));
            all(&store, &filter, Sort::Due, 9)
        };
        let due = signed.order.awaited()[0].due.unwrap().0;
        assert_eq!((before(due), before(due + 1)), (vec![], vec![1]));
        made::assert_sound(&store);
    });
}

#[test]
fn several_codes_of_a_kind_may_be_asked_for() {
    on_both(|fresh| {
        let store = fresh.open();
        for id in 1..=12 {
            let new = New::order(id).with(|new| {
                new.matter = format!("0{}", id % 4);
                new.place = format!("46010{}", id % 3);
                new.level = if id % 2 == 0 { Level::Urgent } else { Level::Ordinary };
            });
            made::commit(&store, made::dispatch(&new.commit(&store), &format!("u{}", id % 3)));
        }
        let f = Filter::default;
        let cases: Vec<(Filter, Vec<i64>)> = vec![
            (Filter { units: vec!["u1".into(), "u2".into()], ..f() }, vec![1, 2, 4, 5, 7, 8, 10, 11]),
            (Filter { matters: vec!["00".into(), "03".into()], ..f() }, vec![3, 4, 7, 8, 11, 12]),
            (
                Filter { places: vec!["460100".into(), "460102".into()], ..f() },
                vec![2, 3, 5, 6, 8, 9, 11, 12],
            ),
            (Filter { levels: vec![Level::Urgent, Level::Ordinary], ..f() }, (1..=12).collect()),
            (
                Filter {
                    levels: vec![Level::Urgent],
                    units: vec!["u0".into(), "u1".into()],
                    open: Some(true),
                    ..f()
                },
                vec![4, 6, 10, 12],
            ),
            (Filter { returned: Some(true), ..f() }, vec![]),
            (Filter { called: Some(false), supervised: Some(false), ..f() }, (1..=12).collect()),
        ];
        for (filter, expected) in cases {
            assert_eq!(all(&store, &filter, Sort::Oldest, 3), expected, "{filter:?}");
            assert_eq!(store.count(&filter).unwrap(), expected.len() as u64, "{filter:?}");
        }
    });
}

#[test]
fn what_is_due_is_known() {
    on_both(|fresh| {
        let store = fresh.open();
        for id in 1..=3 {
            New::order(id).commit(&store);
        }
        assert!(store.due(Moment(made::DAY), 9).unwrap().is_empty());
        assert_eq!(store.due(Moment(made::DAY + 2000), 9).unwrap(), [OrderId(1), OrderId(2)]);
        assert_eq!(store.due(Moment(made::DAY + 9000), 1).unwrap(), [OrderId(1)]);
    });
}
