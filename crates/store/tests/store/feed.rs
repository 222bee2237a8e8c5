//! Following the journal.

use domain::Moment;
use postgres::NoTls;
use store::testing::{Fresh, on_both};
use store::{DatabaseUrl, Feed, FeedStart, Store};

use crate::made::{self, New};

/// The orders whose entries a feed gives at a moment.
fn next(feed: &mut Feed, store: &Store, at: i64) -> Vec<i64> {
    let followed = feed.next(store, Moment(at), 100).unwrap();
    followed.iter().map(|followed| followed.entry.order.0).collect()
}

#[test]
fn every_entry_is_met_once_whoever_committed_it() {
    on_both(|fresh| {
        let stores = [fresh.open(), fresh.open()];
        New::order(1).commit(&stores[0]);
        let mut from_now = stores[0].feed(FeedStart::End).unwrap();
        let mut from_start = stores[0].feed(FeedStart::After(0)).unwrap();
        assert!(next(&mut from_now, &stores[0], 0).is_empty());
        for id in 2..=9 {
            New::order(id).commit(&stores[id as usize % 2]);
        }
        let mut met = next(&mut from_now, &stores[0], 0);
        met.sort_unstable();
        assert_eq!(met, (2..=9).collect::<Vec<_>>());
        assert!(next(&mut from_now, &stores[0], 0).is_empty());
        let mut all = Vec::new();
        for _ in 0..5 {
            all.extend(from_start.next(&stores[1], Moment(0), 2).unwrap());
        }
        assert_eq!(all.len(), 9);
        assert!(all.is_sorted_by_key(|followed| followed.pos));
        let behind = stores[0].entries_after(all[5].pos, 100).unwrap();
        assert_eq!(behind, all[6..]);
        assert_eq!(from_start.safe(), all[8].pos);
    });
}

#[test]
fn what_becomes_visible_late_is_met_too() {
    let Some(fresh) = Fresh::postgres() else { return };
    let DatabaseUrl::Postgres(config) = &fresh.url else { unreachable!() };
    let store = fresh.open();
    New::order(1).commit(&store);
    let mut feed = store.feed(FeedStart::End).unwrap();
    let begun_at = feed.safe();
    // Another process has taken positions, and its transaction goes on.
    let copy = "INSERT INTO journal (order_id, seq, at, act, actor, body, hash) \
                SELECT 70 + n, 1, at, act, actor, replace(body, '\"order\":1,', '\"order\":' || 70 + n || ','), hash \
                FROM journal, generate_series(1, 3) AS n WHERE order_id = 1";
    let mut other = config.connect(NoTls).unwrap();
    let mut late = other.transaction().unwrap();
    late.execute(copy, &[]).unwrap();
    made::commit(&store, New::order(2).change());
    assert_eq!(next(&mut feed, &store, 0), [2]);
    assert_eq!(feed.safe(), begun_at, "before the gap");
    // Who begins in the meantime must not miss it either.
    let mut begun_late = store.feed(FeedStart::End).unwrap();
    assert!(next(&mut begun_late, &store, 0).is_empty());
    assert!(next(&mut feed, &store, 29_000).is_empty());
    late.commit().unwrap();
    New::order(3).commit(&store);
    assert_eq!(feed.next(&store, Moment(30_000), 2).unwrap().len(), 2);
    assert_eq!(next(&mut feed, &store, 30_000), [73, 3]);
    assert_eq!(next(&mut begun_late, &store, 30_000), [71, 72, 73, 3]);
    assert!(next(&mut feed, &store, 31_000).is_empty());
    assert_eq!(feed.safe(), begun_at + 5);
    // One that fails leaves a gap for ever; it is not waited for for ever.
    let mut failing = other.transaction().unwrap();
    failing.execute(&copy.replace("70", "80"), &[]).unwrap();
    failing.rollback().unwrap();
    New::order(4).commit(&store);
    assert_eq!(next(&mut feed, &store, 40_000), [4]);
    assert_eq!(feed.safe(), begun_at + 5);
    assert!(next(&mut feed, &store, 70_001).is_empty());
    assert_eq!(feed.safe(), begun_at + 9);
}
