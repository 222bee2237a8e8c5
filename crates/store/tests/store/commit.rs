//! Committing: all or nothing, and one winner.

use domain::ids::OrderId;
use store::testing::{Fresh, on_both};
use store::{ImportRow, StoreError};

use crate::made::{self, New};

#[test]
fn an_order_is_folded_from_what_was_committed() {
    on_both(|fresh| {
        let store = fresh.open();
        let last = made::live(&store, &New::order(1), "u1");
        assert_eq!(store.order(OrderId(1)).unwrap().as_ref(), Some(&last));
        assert_eq!(store.by_number("N00000001").unwrap(), Some(last));
        let acts: Vec<String> =
            store.history(OrderId(1)).unwrap().into_iter().map(|entry| entry.act).collect();
        assert_eq!(acts, ["register", "dispatch", "sign", "reply", "close"]);
        assert_eq!(store.order(OrderId(2)).unwrap(), None);
        assert_eq!(store.texts(OrderId(1)).unwrap().len(), 4);
        made::assert_sound(&store);
    });
}

#[test]
fn a_change_against_an_old_version_is_refused() {
    on_both(|fresh| {
        let store = fresh.open();
        let first = New::order(1).commit(&store);
        made::commit(&store, made::dispatch(&first, "u1"));
        let late = store.commit(vec![made::dispatch(&first, "u2")]);
        assert_eq!(late, Err(StoreError::Conflict { order: OrderId(1), expected: 1 }));
        let again = store.commit(vec![New::order(1).change()]);
        assert_eq!(again, Err(StoreError::Conflict { order: OrderId(1), expected: 0 }));
        made::assert_sound(&store);
    });
}

#[test]
fn of_two_who_change_the_same_order_one_wins_every_time() {
    on_both(|fresh| {
        let store = fresh.open();
        let mut loaded = New::order(1).commit(&store);
        for _ in 0..1000 {
            let race = |unit| store.commit(vec![made::dispatch(&loaded, unit)]);
            let (one, other) = std::thread::scope(|scope| {
                let other = scope.spawn(|| race("u2"));
                (race("u1"), other.join().unwrap())
            });
            let expected = loaded.order.version;
            let (won, lost) = if one.is_ok() { (one, other) } else { (other, one) };
            assert_eq!(lost, Err(StoreError::Conflict { order: OrderId(1), expected }));
            loaded = won.unwrap().remove(0);
        }
        assert_eq!(store.order(OrderId(1)).unwrap(), Some(loaded));
        made::assert_sound(&store);
    });
}

#[test]
fn one_loser_takes_nobody_with_it() {
    on_both(|fresh| {
        let store = fresh.open();
        New::order(50).commit(&store);
        let waiting: Vec<_> =
            (1..=99).map(|id| store.submit(vec![New::order(id).change()]).unwrap()).collect();
        for (id, waiting) in (1..).zip(waiting) {
            let done = waiting.wait();
            let conflict = Err(StoreError::Conflict { order: OrderId(50), expected: 0 });
            if id == 50 { assert_eq!(done, conflict) } else { assert!(done.is_ok(), "{id}: {done:?}") }
        }
        made::assert_sound(&store);
    });
}

#[test]
fn the_changes_of_one_commit_stand_or_fall_together() {
    on_both(|fresh| {
        let store = fresh.open();
        New::order(2).commit(&store);
        let failed = store.commit(vec![New::order(1).change(), New::order(2).change()]);
        assert_eq!(failed, Err(StoreError::Conflict { order: OrderId(2), expected: 0 }));
        assert_eq!(store.order(OrderId(1)).unwrap(), None);
        made::assert_sound(&store);
    });
}

#[test]
fn one_commit_can_hold_several_acts_on_an_order() {
    on_both(|fresh| {
        let store = fresh.open();
        let registered = New::order(1).change();
        // The head is not known before the commit; the store chains it.
        let loaded = store::Loaded { order: registered.after.clone(), head: [0; 32] };
        let replied = made::reply(&loaded, "第一次答复");
        let loaded = store::Loaded { order: replied.after.clone(), head: [0; 32] };
        let again = made::reply(&loaded, "第二次回复");
        let last = store.commit(vec![registered, replied, again]).unwrap().pop();
        assert_eq!(store.order(OrderId(1)).unwrap(), last);
        let all = store::Filter::default();
        assert_eq!(store.search("第一次 第二次", &all, None, 9).unwrap().hits.len(), 1);
        made::assert_sound(&store);
    });
}

#[test]
fn a_change_that_does_not_follow_is_not_taken() {
    let fresh = Fresh::sqlite();
    let store = fresh.open();
    let loaded = New::order(1).commit(&store);
    let mut change = made::dispatch(&loaded, "u1");
    change.entry.seq = 7;
    assert!(matches!(store.commit(vec![change]), Err(StoreError::BadChange { .. })));
}

#[test]
fn nothing_is_imported_twice() {
    on_both(|fresh| {
        let store = fresh.open();
        let import = |id| {
            let mut change = New::order(id).change();
            change.import =
                Some(ImportRow { source: "letters".into(), key: "a".into(), recorded: "{}".into() });
            store.commit(vec![change])
        };
        assert!(import(1).is_ok());
        assert!(matches!(import(2), Err(StoreError::Taken(_))));
        assert_eq!(store.order(OrderId(2)).unwrap(), None);
        let known = store.known_keys("letters", &["a", "b"]).unwrap();
        assert_eq!(known.into_iter().collect::<Vec<_>>(), ["a"]);
        assert_eq!(store.imported(OrderId(0), 9).unwrap()[0].order, OrderId(1));
    });
}

#[test]
fn a_full_disk_refuses_clearly_and_loses_nothing() {
    let fresh = Fresh::sqlite();
    let store = fresh.open();
    store.limit_pages(200).unwrap();
    let mut written = Vec::new();
    let refused = (1..10_000).find_map(|id| match store.commit(vec![New::order(id).change()]) {
        Ok(mut loaded) => {
            written.extend(loaded.pop());
            None
        }
        Err(error) => Some(error),
    });
    assert_eq!(refused, Some(StoreError::Full));
    assert!(!written.is_empty());
    assert_eq!(store.count(&store::Filter::default()).unwrap(), written.len() as u64);
    made::assert_sound(&store);
    store.limit_pages(1_000_000).unwrap();
    let next = New::order(10_000).commit(&store);
    assert_eq!(store.order(OrderId(10_000)).unwrap(), Some(next));
    made::assert_sound(&store);
}
