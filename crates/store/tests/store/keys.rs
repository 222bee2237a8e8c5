//! Keys: found wanting at once, and changed in use.

use domain::ids::{CitizenId, OrderId};
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

/// Everything in a database that is sealed with another key than the active
/// one.
fn old_seals(fresh: &store::testing::Fresh, ring: &Keyring) -> u64 {
    let (active, _) = ring.names().find(|(_, is_active)| *is_active).unwrap();
    fresh.sealed_but_with(active)
}

#[test]
fn keys_are_changed_while_others_write() {
    on_both(|fresh| {
        let path = fresh.folder.path().join("keys.toml");
        let open = || Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
        let (one, other) = (open(), open());
        let write = |store: &Store, ids: std::ops::Range<i64>| {
            for id in ids {
                let mut change = New::order(id).with(|new| new.phone = Some(format!("138{id:08}"))).change();
                change.attachments = vec![crate::attachments::photo("a1", 1)];
                store.commit(vec![change]).unwrap();
            }
        };
        write(&other, 1..100);
        std::thread::scope(|scope| {
            scope.spawn(|| write(&other, 100..300));
            one.rotate_key(&|_| {}).unwrap();
        });
        // It does not know yet, and goes on with the old key.
        write(&other, 300..310);
        assert!(old_seals(fresh, &Keyring::open(&path).unwrap()) >= 20);
        assert!(one.leftovers().unwrap() >= 20);
        assert!(other.refresh_keys().unwrap());
        assert!(!other.refresh_keys().unwrap());
        write(&other, 310..320);
        let mut resealed = 0;
        loop {
            let done = one.reseal_leftovers(7).unwrap();
            assert!(done <= 7);
            if done == 0 {
                break;
            }
            resealed += done;
        }
        assert!(resealed >= 20, "{resealed}");
        assert_eq!(one.leftovers().unwrap(), 0);
        assert_eq!(old_seals(fresh, &Keyring::open(&path).unwrap()), 0);
        for store in [&one, &other] {
            for id in 1..320 {
                assert_eq!(store.citizen(CitizenId(id)).unwrap().unwrap().phone, format!("138{id:08}"));
                let attachment = store.attachment(OrderId(id), "a1").unwrap().unwrap();
                assert_eq!(attachment.key, Some([1; 16]));
            }
        }
        made::assert_sound(&one);
    });
}

#[test]
fn two_who_change_keys_keep_each_others() {
    let fresh = store::testing::Fresh::sqlite();
    let path = fresh.folder.path().join("keys.toml");
    let open = || Store::open(&fresh.url, Keyring::open(&path).unwrap()).unwrap();
    let stores = [open(), open()];
    New::order(1).with(|new| new.phone = Some("1".into())).commit(&stores[0]);
    std::thread::scope(|scope| {
        for store in &stores {
            scope.spawn(|| store.rotate_key(&|_| {}).unwrap());
        }
    });
    assert_eq!(Keyring::open(&path).unwrap().names().count(), 3);
    assert_eq!(open().citizen(CitizenId(1)).unwrap().unwrap().phone, "1");
}

#[test]
fn a_key_file_without_the_key_that_signs_gets_it_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keys.toml");
    let ring = Keyring::open(&path).unwrap();
    assert!(ring.is_from_file());
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, _) = text.split_once("[sign]").unwrap();
    std::fs::write(&path, before).unwrap();
    Keyring::open(&path).unwrap();
    let with = std::fs::read_to_string(&path).unwrap();
    assert!(with.starts_with(before.trim_end()) && with.contains("private"), "nothing else changes");
    Keyring::open(&path).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), with);
    std::fs::write(&path, format!("{before}[sign]\nid = \"k\"\nprivate = \"00\"\n")).unwrap();
    assert!(matches!(Keyring::open(&path), Err(StoreError::KeyFile { .. })));
}

/// A program that stands for a key service: it keeps its ring in a file, and
/// adds the key that lies ready beside it.
#[cfg(unix)]
fn key_program(folder: &std::path::Path) -> String {
    let [now, next] = ["now", "next"].map(|name| folder.join(name).display().to_string());
    let program = folder.join("keys.sh");
    std::fs::write(&program, format!("case $1 in add) cp {next} {now};; esac\ncat {now}\n")).unwrap();
    let shown = folder.join("now");
    let fresh = store::testing::Fresh::sqlite();
    let store = Store::open(&fresh.url, Keyring::open(&shown).unwrap()).unwrap();
    let first = std::fs::read(&shown).unwrap();
    store.rotate_key(&|_| {}).unwrap();
    std::fs::rename(&shown, folder.join("next")).unwrap();
    std::fs::write(&shown, first).unwrap();
    format!("sh {}", program.display())
}

#[test]
#[cfg(unix)]
fn keys_come_from_a_program_too() {
    on_both(|fresh| {
        let program = key_program(fresh.folder.path());
        let ring = Keyring::from_command(&program).unwrap();
        assert!(!ring.is_from_file());
        let store = Store::open(&fresh.url, ring.clone()).unwrap();
        let running = Store::open(&fresh.url, ring.clone()).unwrap();
        New::order(1).with(|new| new.phone = Some("1".into())).commit(&store);
        assert_eq!(store.rotate_key(&|_| {}).unwrap(), 1);
        assert_eq!(running.citizen(CitizenId(1)).unwrap().unwrap().phone, "1");
        assert_eq!(Keyring::from_command(&program).unwrap().names().count(), 2);
    });
}

#[test]
#[cfg(unix)]
fn a_program_that_fails_is_quoted_but_never_what_it_prints() {
    let failing = |program: &str| match Keyring::from_command(program) {
        Err(error @ StoreError::KeyProgram { .. }) => error.to_string(),
        other => panic!("{:?}", other.err()),
    };
    let said = failing("echo 5ec4e7; echo the module is locked >&2; exit 3 #");
    assert!(said.contains("the module is locked") && !said.contains("5ec4e7"), "{said}");
    let said = failing("echo 'active = \"5ec4e7\"' #");
    assert!(!said.contains("5ec4e7"), "{said}");
    assert!(failing("no-such-program-at-all").contains("`show` failed"));
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
