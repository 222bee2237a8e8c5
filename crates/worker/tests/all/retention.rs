//! What is removed when its time is up, and what stays.

use domain::codes::EvidenceKind;
use domain::handling::Attach;
use domain::ids::OrderId;
use domain::intake::AnswerAtOnce;
use domain::policy::Packs;
use domain::text_ref::Evidence;
use domain::{Moment, Stage};
use store::testing::on_both;
use store::{CallEvent, Identity, Look, NewAttachment, NewSession, RequestRow, Store};

use crate::city::{START, appeal, appeal_of, by_phone, desk, handler, operator, seeded, worker};

fn day(days: i64) -> Moment {
    START.plus_millis(days * 86_400_000)
}

fn closed(store: &Store) -> OrderId {
    let desk = desk(store);
    let id = appeal(&desk, by_phone());
    desk.perform(id, &operator(), START, |_, texts| AnswerAtOnce { answer: texts.seal("已告知") }.into())
        .unwrap();
    id
}

#[test]
fn identities_and_texts_of_archived_orders_go_when_their_time_is_up() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let id = closed(&store);
        let citizen = store.order(id).unwrap().unwrap().order.appeals[0].citizen.unwrap();
        let said = |store: &Store| {
            store.texts(id).unwrap().into_values().flatten().any(|text| text.contains("打桩"))
        };
        for at in [day(0), day(1_000)] {
            worker(fresh, &store, None).once(at).unwrap();
        }
        assert_eq!(store.order(id).unwrap().unwrap().order.stage, Stage::Archived);
        assert!(store.citizen(citizen).unwrap().is_some() && said(&store));

        worker(fresh, &store, None).once(day(1_200)).unwrap();
        assert!(store.citizen(citizen).unwrap().is_none() && said(&store), "identities go first");

        worker(fresh, &store, None).once(day(3_800)).unwrap();
        assert!(!said(&store));
        let version = store.order(id).unwrap().unwrap().order.version;
        worker(fresh, &store, None).once(day(3_900)).unwrap();
        let order = store.order(id).unwrap().unwrap().order;
        assert_eq!(order.version, version, "what is erased is not erased again");
        let basis = store.texts(id).unwrap().into_values().flatten().last().unwrap();
        assert!(basis.contains("个人信息保护法"), "the basis stays: {basis}");
        let report = store.verify(&|_| {}).unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    });
}

#[test]
fn the_key_of_a_file_goes_although_the_texts_stay() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let desk = desk(&store);
        let loaded = store.order(appeal(&desk, Identity::default())).unwrap().unwrap();
        let id = loaded.order.id;
        let hash = "ab".repeat(32);
        let evidence =
            Evidence { kind: EvidenceKind::Photo, hash: hash.clone(), taken_at: None, position: None };
        let act = Attach { part: 0, evidence }.into();
        let mut change = desk::decide(&loaded, &act, &desk.city().context(&operator(), START)).unwrap();
        change.attachments.push(NewAttachment {
            hash: hash.clone(),
            kind: "photo".into(),
            media_type: "image/jpeg".into(),
            bytes: 9,
            taken_at: None,
            position: None,
            key: [7; 16],
        });
        store.commit(vec![change]).unwrap();
        desk.perform(id, &operator(), START, |_, texts| AnswerAtOnce { answer: texts.seal("已告知") }.into())
            .unwrap();
        let key = || store.attachment(id, &hash).unwrap().unwrap().key;
        worker(fresh, &store, None).once(day(1_000)).unwrap();
        assert!(key().is_some());
        worker(fresh, &store, None).once(day(1_200)).unwrap();
        assert!(key().is_none());
        let texts = store.texts(id).unwrap();
        assert!(texts.values().flatten().any(|text| text.contains("打桩")));
        let report = store.verify(&|_| {}).unwrap();
        assert!(report.faults.is_empty(), "{:?}", report.faults);
    });
}

#[test]
fn an_identity_stays_as_long_as_a_younger_order_needs_it() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let id = closed(&store);
        worker(fresh, &store, None).once(day(1_000)).unwrap();
        let citizen = store.order(id).unwrap().unwrap().order.appeals[0].citizen.unwrap();
        appeal_of(&desk(&store), citizen, None);
        worker(fresh, &store, None).once(day(1_200)).unwrap();
        assert!(store.citizen(citizen).unwrap().is_some());
    });
}

#[test]
fn rows_go_when_their_time_is_up() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let look = Look {
            at: START,
            login: "li".into(),
            role: "operator".into(),
            unit: "U00".into(),
            session: 1,
            order: Some(OrderId(1)),
            what: "order".into(),
            purpose: "handling".into(),
            detail: String::new(),
            orders: Vec::new(),
        };
        store.log_looks(vec![look]).unwrap();
        let ring = CallEvent {
            source: "switch".into(),
            external: "1".into(),
            event: "ended".into(),
            at: START,
            phone: None,
            login: None,
            recording: None,
        };
        let call = store.note_call_event(ring).unwrap();
        let row = RequestRow { key: "k".into(), fingerprint: "f".into(), status: 200, answer: "a".into() };
        store.put_request(row, START).unwrap();
        handler(&store, "li", "U00", "");
        let session = NewSession {
            token_hash: [7; 32],
            login: "li".into(),
            at: START,
            ends_at: day(1),
            about: String::new(),
        };
        let mark = store.open_session(session).unwrap().mark;
        let there = |at| {
            worker(fresh, &store, None).once(at).unwrap();
            [
                store.request("k").unwrap().is_some(),
                !store.session_by_mark(&mark).unwrap().is_empty(),
                store.call(call.id).unwrap().is_some(),
                !store.looks(&Default::default(), None, 9).unwrap().looks.is_empty(),
            ]
        };
        assert_eq!(there(day(6)), [true; 4]);
        assert_eq!(there(day(8)), [false, true, true, true]);
        assert_eq!(there(day(190)), [false, false, true, true]);
        assert_eq!(there(day(731)), [false, false, false, true]);
        assert_eq!(there(day(1_097)), [false; 4]);
    });
}

/// `MINSHENG_BLESS=1 cargo test -p worker` writes the page anew.
#[test]
fn the_page_on_retention_is_that_of_the_national_policy() {
    let national = include_str!("../../../../city/policies/national.toml").to_owned();
    let packs = Packs::parse(&[("national".to_owned(), national)]).unwrap();
    let policy = packs.all().next().unwrap();
    let page = worker::retention_document(policy).unwrap();
    for (class, _) in policy.retention.as_ref().unwrap().all() {
        assert!(page.contains(&format!("| {class} |")), "{class} is not in the table");
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/retention.md");
    if std::env::var_os("MINSHENG_BLESS").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(page == written, "docs/retention.md is out of date: run the test with MINSHENG_BLESS=1");
}
