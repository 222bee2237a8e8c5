//! What has had its time.

use domain::ids::OrderId;
use domain::{Event, Moment};
use store::testing::on_both;
use store::{Change, Loaded, Store};

use crate::made::{self, New};

fn archive(store: &Store, loaded: &Loaded) -> Loaded {
    made::commit(store, made::next(loaded, "archive", vec![Event::Archived]))
}

fn erase(loaded: &Loaded, texts: bool, identities: bool) -> Change {
    let (basis, text) = made::sealed("到期");
    let reply = &loaded.order.replies[0];
    let appeal = loaded.order.first_appeal();
    let named = [&appeal.title, &appeal.content, &reply.public, &reply.internal];
    let texts = if texts { named.iter().map(|text| text.hash.clone()).collect() } else { Vec::new() };
    let mut change = made::next(loaded, "erase", vec![Event::Erased { texts, identities, basis }]);
    change.texts.push(text);
    change
}

#[test]
fn orders_whose_time_is_up_are_named_until_they_are_erased() {
    on_both(|fresh| {
        let store = fresh.open();
        let new = |id: i64| New::order(id).with(|new| new.phone = Some(format!("1380000{id:04}")));
        let old = archive(&store, &made::live(&store, &new(1), "u1"));
        let mut change = new(2).change();
        // The same citizen again.
        let Event::Registered { appeal, .. } = &mut change.entry.events[0] else { unreachable!() };
        appeal.citizen = Some(domain::ids::CitizenId(1));
        let mut again = Change::new(None, change.entry).unwrap();
        again.texts = change.texts;
        let mut younger = made::commit(&store, again);
        made::live(&store, &new(3), "u1");
        archive(&store, &made::live(&store, &new(90_000), "u1"));
        let before = Moment(1_000_000);
        let texts = |most| store.texts_to_erase(before, most).unwrap();
        let identities = || store.identities_to_erase(before, 9).unwrap();
        assert_eq!(texts(9), [OrderId(1)], "3 is not archived, 90000 is too young");
        assert!(texts(0).is_empty());
        assert!(identities().is_empty(), "their other order is open");
        younger = made::commit(&store, made::reply(&younger, "已办理"));
        let younger = archive(&store, &made::commit(&store, made::close(&younger)));
        // What was closed first comes first.
        let both = vec![OrderId(2), OrderId(1)];
        assert_eq!((texts(9), identities()), (both.clone(), both));
        let old = made::commit(&store, erase(&old, true, false));
        assert_eq!((texts(9), identities().len()), (vec![OrderId(2)], 2));
        made::commit(&store, erase(&old, false, true));
        made::commit(&store, erase(&younger, true, true));
        assert!(texts(9).is_empty() && identities().is_empty());
        assert_eq!(store.citizen(domain::ids::CitizenId(1)).unwrap(), None);
        made::assert_sound(&store);
    });
}

#[test]
fn what_is_kept_for_a_while_is_removed_piece_by_piece() {
    on_both(|fresh| {
        let store = fresh.open();
        crate::backup::fill_rest(&store);
        let (early, late) = (Moment(0), Moment(i64::MAX));
        type Purge = fn(&Store, Moment, usize) -> store::Result<u64>;
        let all: [(&str, Purge); 7] = [
            ("looks", Store::purge_looks),
            ("sessions", Store::purge_sessions),
            ("login failures", Store::purge_login_failures),
            ("requests", Store::purge_requests),
            ("calls", Store::purge_calls),
            ("letters", Store::purge_letters),
            ("jobs", Store::purge_done_jobs),
        ];
        for (what, purge) in all {
            assert_eq!(purge(&store, early, 9).unwrap(), 0, "{what}");
            assert_eq!(purge(&store, late, 1).unwrap(), 1, "{what}");
            assert_eq!(purge(&store, late, 9).unwrap(), 1, "{what}");
            assert_eq!(purge(&store, late, 9).unwrap(), 0, "{what}");
        }
        assert!(store.call_events_after(0, 9).unwrap().is_empty());
        assert_eq!(store.claim_jobs(Moment(1_000_000), 1, 9).unwrap().len(), 1, "what is not done stays");
    });
}
