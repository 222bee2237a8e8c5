//! Attachments, and signatures under what binds.

use domain::ids::OrderId;
use domain::{Event, Moment};
use store::testing::on_both;
use store::{Change, Keyring, Loaded, NewAttachment, Store};

use crate::made::{self, New};

pub fn photo(hash: &str, key: u8) -> NewAttachment {
    NewAttachment {
        hash: hash.into(),
        kind: "photo".into(),
        media_type: "image/jpeg".into(),
        bytes: 12_345,
        taken_at: Some(Moment(7)),
        position: Some((20_000_000, -110_000_000)),
        key: [key; 16],
    }
}

fn erase_texts(loaded: &Loaded) -> Change {
    let (basis, text) = made::sealed("当事人申请");
    let texts = vec![loaded.order.first_appeal().title.hash.clone()];
    let mut change = made::next(loaded, "erase", vec![Event::Erased { texts, identities: false, basis }]);
    change.texts.push(text);
    change
}

#[test]
fn an_attachment_is_lost_with_its_key() {
    on_both(|fresh| {
        let path = fresh.folder.path().join("keys.toml");
        let store = Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
        let mut change = New::order(1).change();
        change.attachments = vec![photo("a1", 1), photo("b2", 2)];
        let loaded = made::commit(&store, change);
        let mut other = New::order(2).change();
        other.attachments = vec![photo("a1", 3)];
        made::commit(&store, other);

        let all = store.attachments(OrderId(1)).unwrap();
        assert_eq!(all.iter().map(|one| one.key).collect::<Vec<_>>(), [Some([1; 16]), Some([2; 16])]);
        let one = store.attachment(OrderId(1), "b2").unwrap().unwrap();
        assert_eq!(one, all[1]);
        assert_eq!(
            (one.bytes, one.position, one.taken_at),
            (12_345, Some((20_000_000, -110_000_000)), Some(Moment(7)))
        );
        assert!(!format!("{one:?}{:?}", photo("a1", 77)).contains("77, 77"));
        assert_eq!(store.attachment(OrderId(1), "c3").unwrap(), None);
        assert_eq!(store.rotate_key(&|_| {}).unwrap(), 3);
        assert_eq!(store.attachments(OrderId(1)).unwrap(), all);

        made::commit(&store, erase_texts(&loaded));
        for erased in store.attachments(OrderId(1)).unwrap() {
            assert_eq!((erased.key, erased.position, erased.taken_at), (None, None, None));
            assert!(erased.erased_at.is_some());
        }
        assert_eq!(store.attachment(OrderId(2), "a1").unwrap().unwrap().key, Some([3; 16]));
        made::assert_sound(&store);
    });
}

fn ruling(loaded: &Loaded) -> Change {
    made::next(loaded, "rule", vec![Event::Accepted])
}

#[test]
fn what_binds_is_signed_and_anybody_can_check_it() {
    on_both(|fresh| {
        let store = fresh.open();
        let loaded = made::commit(&store, ruling(&New::order(1).commit(&store)));
        made::commit(&store, made::dispatch(&loaded, "u1"));
        let signatures = store.signatures(OrderId(1)).unwrap();
        let [signature] = signatures.as_slice() else { panic!("{signatures:?}") };
        assert_eq!(signature.seq, 2);
        assert!(store.check_signature(OrderId(1), signature).unwrap());
        assert!(!store.check_signature(OrderId(2), signature).unwrap());
        assert!(
            !store.check_signature(OrderId(1), &store::Signature { seq: 3, ..signature.clone() }).unwrap()
        );
        let mut forged = signature.clone();
        forged.signature[40] ^= 1;
        assert!(!store.check_signature(OrderId(1), &forged).unwrap());
        let elsewhere = store::testing::Fresh::sqlite();
        let strange = elsewhere.open();
        made::commit(&strange, ruling(&New::order(1).commit(&strange)));
        let other = strange.signatures(OrderId(1)).unwrap().remove(0);
        assert!(!store.check_signature(OrderId(1), &other).unwrap(), "with another's key");
        made::assert_sound(&store);
    });
}

#[test]
fn what_was_written_before_there_were_signatures_needs_none() {
    on_both(|fresh| {
        let store = fresh.open();
        let loaded = made::commit(&store, ruling(&New::order(1).commit(&store)));
        drop(store);
        fresh.make_first_schema();
        let store = fresh.open();
        made::assert_sound(&store);
        made::commit(&store, ruling(&loaded));
        made::assert_sound(&store);
        fresh.tamper("DELETE FROM signatures");
        let faults = store.verify(&|_| {}).unwrap().faults;
        assert_eq!(faults.len(), 1, "only the later one: {faults:?}");
    });
}
