//! Backup and restore.

use std::path::Path;

use domain::ids::{CitizenId, OrderId};
use domain::{Moment, Order};
use store::testing::Fresh;
use store::{
    Account, Filter, LockRule, NewHook, NewJob, NewSession, Person, Store, StoreError, System, Totp,
};

use crate::made::{self, New};

fn filled(fresh: &Fresh) -> Store {
    let store = fresh.open();
    for id in 1..=20 {
        made::live(&store, &New::order(id).with(|new| new.phone = Some(format!("1380013{id:04}"))), "u1");
    }
    store.seal(Moment(1)).unwrap();
    fill_rest(&store);
    store
}

/// Puts rows into every table that stands beside the orders: two into each
/// that is kept for a while only.
pub fn fill_rest(store: &Store) {
    let person = Person {
        login: "li".into(),
        name: "李".into(),
        role: "operator".into(),
        unit: "u1".into(),
        outsourced: false,
        password_hash: String::new(),
        active: true,
    };
    store.put_people(vec![person]).unwrap();
    store.put_model("unit", Moment(5), "{}".into(), vec![1, 2, 3]).unwrap();
    let totp = Some(Totp { secret: b"secret".to_vec(), confirmed: true, last_step: 4 });
    let (login, email) = ("li".to_owned(), String::new());
    store.put_account(Account { login, email, totp, ..Account::default() }).unwrap();
    let (role, unit) = ("operator".to_owned(), "u1".to_owned());
    let system = System { name: "s".into(), role, unit, token_hash: [9; 32], created_at: Moment(1) };
    store.put_system(system).unwrap();
    let secret = b"secret".to_vec();
    let hook = NewHook { name: "h".into(), url: "u".into(), secret, events: vec![], created_at: Moment(1) };
    store.put_hook(hook).unwrap();
    let job = || {
        let (kind, target, payload) = ("notice".to_owned(), String::new(), String::new());
        NewJob { kind, target, run_at: Moment(5), payload }
    };
    for n in 1..=2_u8 {
        let at = Moment(i64::from(n));
        let rule = LockRule { failures: 5, within_millis: 9, locked_millis: 9 };
        store.note_login_failure(&n.to_string(), at, &rule).unwrap();
        let (login, about) = ("li".to_owned(), String::new());
        store.open_session(NewSession { token_hash: [n; 32], login, at, ends_at: at, about }).unwrap();
        store.log_looks(vec![crate::looks::look(at.0, "li", Some(1), &[])]).unwrap();
        store.put_request(crate::looks::request(&n.to_string()), at).unwrap();
        store.note_call_event(crate::outside::told(&n.to_string(), "ringing", at.0)).unwrap();
        store.bury("h", 1, 1, "gone", at).unwrap();
        let mut change = New::order(1000 + i64::from(n)).change();
        change.attachments = vec![crate::attachments::photo("a1", n)];
        change.jobs = vec![job()];
        let loaded = made::commit(store, change);
        made::commit(store, made::next(&loaded, "rule", vec![domain::Event::Accepted]));
        let claimed = store.claim_jobs(Moment(5), 1, 9).unwrap();
        store.finish_jobs(claimed, at).unwrap();
    }
    let mut change = New::order(1003).change();
    change.jobs = vec![job()];
    made::commit(store, change);
}

fn folded(store: &Store) -> Vec<Order> {
    (1..=20).filter_map(|id| store.order(OrderId(id)).unwrap()).map(|loaded| loaded.order).collect()
}

#[test]
fn every_engine_restores_what_any_engine_saved() {
    let engines = || std::iter::once(Fresh::sqlite()).chain(Fresh::postgres());
    for from in engines() {
        let path = from.folder.path().join("backup");
        let saved = filled(&from);
        let rows = saved.backup(&path, &|_| {}).unwrap();
        for to in engines() {
            let restored = Store::restore(&to.url, from.ring.clone(), &path, &|_| {}).unwrap();
            assert_eq!(folded(&restored), folded(&saved));
            assert_eq!(restored.seals().unwrap(), saved.seals().unwrap());
            assert_eq!(restored.citizen(CitizenId(3)).unwrap(), saved.citizen(CitizenId(3)).unwrap());
            assert_eq!(restored.search("路灯", &Filter::default(), None, 50).unwrap().hits.len(), 23);
            made::assert_sound(&restored);
            let again = to.folder.path().join("again");
            assert_eq!(restored.backup(&again, &|_| {}).unwrap(), rows);
            assert!(
                content(&again) == content(&path),
                "a backup of the restored store is the same, byte for byte"
            );
            assert_eq!(restored.account("li").unwrap(), saved.account("li").unwrap());
            assert_eq!(restored.hooks().unwrap(), saved.hooks().unwrap());
            for order in [1001, 1002].map(OrderId) {
                assert_eq!(restored.attachments(order).unwrap(), saved.attachments(order).unwrap());
                assert_eq!(restored.signatures(order).unwrap(), saved.signatures(order).unwrap());
            }
            // Numbering goes on behind what was restored.
            made::live(&restored, &New::order(21), "u2");
            let call = restored.note_call_event(crate::outside::told("new", "ringing", 1)).unwrap();
            assert_eq!(restored.call_phone(call.id).unwrap().as_deref(), Some("13800138000"));
            made::assert_sound(&restored);
        }
    }
}

fn content(path: &Path) -> Vec<u8> {
    zstd::decode_all(std::fs::File::open(path).unwrap()).unwrap()
}

#[test]
fn a_damaged_backup_restores_nothing() {
    let from = Fresh::sqlite();
    let path = from.folder.path().join("backup");
    filled(&from).backup(&path, &|_| {}).unwrap();
    let whole = content(&path);
    let text = String::from_utf8(whole.clone()).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let last = lines.len() - 1;
    let damaged: Vec<(&str, Vec<u8>)> = vec![
        ("cut in the middle", whole[..whole.len() / 2].to_vec()),
        ("cut before its last line", lines[..last].concat().into_bytes()),
        ("a row is missing", [&lines[..last - 1], &lines[last..]].concat().concat().into_bytes()),
        ("a name is changed", text.replacen("u1", "u2", 1).into_bytes()),
        ("something follows", format!("{text}[]\n").into_bytes()),
        ("not a backup", b"{}\n".to_vec()),
        ("nothing", Vec::new()),
    ];
    for (what, bytes) in damaged {
        std::fs::write(&path, zstd::encode_all(&bytes[..], 1).unwrap()).unwrap();
        assert_refused(what, &from, &path);
    }
    let mut packed = zstd::encode_all(&whole[..], 1).unwrap();
    packed.truncate(packed.len() - 10);
    std::fs::write(&path, &packed).unwrap();
    assert_refused("cut while packed", &from, &path);
    std::fs::write(&path, b"no zstd at all").unwrap();
    assert_refused("not packed", &from, &path);
}

fn assert_refused(what: &str, from: &Fresh, path: &Path) {
    for to in std::iter::once(Fresh::sqlite()).chain(Fresh::postgres()) {
        let restored = Store::restore(&to.url, from.ring.clone(), path, &|_| {});
        assert!(matches!(restored, Err(StoreError::BadBackup { .. })), "{what}: {:?}", restored.err());
        assert_eq!(to.open().count(&Filter::default()).unwrap(), 0, "{what}");
    }
}

#[test]
fn only_an_empty_database_is_restored_into_and_only_with_its_keys() {
    let from = Fresh::sqlite();
    let path = from.folder.path().join("backup");
    filled(&from).backup(&path, &|_| {}).unwrap();
    let into_itself = Store::restore(&from.url, from.ring.clone(), &path, &|_| {});
    assert!(matches!(into_itself, Err(StoreError::NotEmpty { .. })));
    let to = Fresh::sqlite();
    let strange = Store::restore(&to.url, to.ring.clone(), &path, &|_| {});
    assert!(matches!(strange, Err(StoreError::KeyMissing { .. })));
}

#[test]
fn a_backup_is_of_one_moment_while_the_store_is_in_use() {
    store::testing::on_both(|fresh| {
        let store = filled(fresh);
        let path = fresh.folder.path().join("backup");
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                for id in 100..200 {
                    made::live(&store, &New::order(id), "u2");
                }
            });
            store.backup(&path, &|_| {}).unwrap();
            writer.join().unwrap();
        });
        let to = Fresh::sqlite();
        made::assert_sound(&Store::restore(&to.url, fresh.ring.clone(), &path, &|_| {}).unwrap());
    });
}
