//! Lists.

use domain::codes::Level;
use domain::ids::OrderId;
use domain::{Moment, Stage};
use store::testing::on_both;
use store::{Filter, Sort, Store};

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
            (Filter { unit: Some("u2".into()), ..f() }, (31..=40).collect()),
            (Filter { unit: Some("u2".into()), open: Some(true), ..f() }, (31..=39).collect()),
            (Filter { open: Some(false), ..f() }, vec![40]),
            (Filter { holder: Some("u1".into()), ..f() }, (21..=30).collect()),
            (Filter { matter: Some("03".into()), to: Some(Moment(12_000)), ..f() }, vec![3, 7, 11]),
            (
                Filter {
                    matter: Some("0".into()),
                    place: Some("460101".into()),
                    from: Some(Moment(35_000)),
                    ..f()
                },
                vec![35, 37, 39],
            ),
            (Filter { level: Some(Level::Critical), ..f() }, vec![10, 20, 30, 40]),
            (
                Filter {
                    stages: vec![Stage::Dispatched, Stage::Closed],
                    level: Some(Level::Critical),
                    ..f()
                },
                vec![30, 40],
            ),
            (
                Filter {
                    stages: vec![Stage::Dispatched],
                    unit: Some("u1".into()),
                    matter: Some("01".into()),
                    ..f()
                },
                vec![21, 25, 29],
            ),
            (Filter { late: Some(true), ..f() }, vec![]),
            (Filter { late: Some(false), disputed: Some(false), matter: Some("1".into()), ..f() }, vec![]),
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
