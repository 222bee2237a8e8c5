//! Keys: found wanting at once, and changed in use.

use domain::ids::CitizenId;
use store::testing::on_both;
use store::{Keyring, Store, StoreError};

use crate::made::{self, New};

#[test]
fn a_strange_key_file_is_named() {
    on_both(|fresh| {
        fresh.open();
        let strange = Store::open(&fresh.url, Keyring::in_memory()).err();
        assert!(matches!(strange, Some(StoreError::KeyMissing { .. })), "{strange:?}");
    });
    let fresh = store::testing::Fresh::sqlite();
    let path = fresh.folder.path().join("keys.toml");
    Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let index = text.lines().find(|line| line.starts_with("index")).unwrap();
    std::fs::write(&path, text.replace(index, &format!("index = \"{}\"", "0".repeat(64)))).unwrap();
    let wrong = Store::open(&fresh.url, Keyring::open(&path).unwrap()).err();
    assert_eq!(wrong, Some(StoreError::KeyWrong { id: "index".into() }));
    std::fs::write(&path, "active = 1").unwrap();
    assert!(matches!(Keyring::open(&path), Err(StoreError::KeyFile { .. })));
}

#[test]
#[cfg(unix)]
fn the_key_file_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    Keyring::open(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_key_is_rotated_in_use() {
    on_both(|fresh| {
        let path = fresh.folder.path().join("keys.toml");
        let store = Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
        for id in 1..=1200 {
            let phone = format!("138{id:08}");
            store.submit(vec![New::order(id).with(|new| new.phone = Some(phone)).change()]).unwrap();
        }
        assert_eq!(store.rotate_key(&|_| {}).unwrap(), 1200);
        assert_eq!(store.rotate_key(&|_| {}).unwrap(), 1200);
        let reopened = Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
        for store in [store, reopened] {
            assert_eq!(store.citizen(CitizenId(700)).unwrap().unwrap().phone, "13800000700");
            assert_eq!(store.citizens_by_phone("+86 138-0000-0700").unwrap(), [CitizenId(700)]);
            made::assert_sound(&store);
        }
    });
}

#[test]
fn a_process_that_runs_learns_of_a_key_that_another_added() {
    let fresh = store::testing::Fresh::sqlite();
    let path = fresh.folder.path().join("keys.toml");
    let one = Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
    let other = Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
    New::order(1).with(|new| new.phone = Some("1".into())).commit(&one);
    other.rotate_key(&|_| {}).unwrap();
    assert_eq!(one.citizen(CitizenId(1)).unwrap().unwrap().phone, "1");
}
