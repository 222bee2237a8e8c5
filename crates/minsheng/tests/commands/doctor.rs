//! What the doctor finds.

use domain::Moment;
use serde_json::Value;
use store::{Keyring, NewHook, Store};

use super::{Place, said};

impl Place {
    /// What the doctor finds, and whether it is well.
    fn examined(&self) -> (bool, Vec<String>) {
        let output = self.run(&["doctor", "--json"]);
        let printed = said(&output);
        let told: Value = serde_json::from_str(printed.trim().lines().last().unwrap()).unwrap();
        assert_eq!(output.status.success(), told["ok"], "{printed}");
        let found = ["wrong", "notes"].into_iter().flat_map(|state| told[state].as_array().unwrap());
        let lines = found.map(|finding| {
            format!("{}: {}", finding["what"].as_str().unwrap(), finding["said"].as_str().unwrap())
        });
        (output.status.success(), lines.collect())
    }

    fn finds(&self, piece: &str) -> bool {
        self.examined().1.iter().any(|line| line.contains(piece))
    }

    fn store(&self) -> Store {
        let url = format!("sqlite:{}", self.path("minsheng.db").display()).parse().unwrap();
        Store::open(&url, Keyring::open(&self.path("keys.toml")).unwrap()).unwrap()
    }
}

/// Each setting that is weak, and what the doctor says of it.
const WEAK: &[(&str, &str)] = &[
    ("secure_cookie = false", "secure_cookie is off"),
    ("second_factor = \"none\"", "second_factor leaves out"),
    ("second_factor = \"auditor\"", "second_factor leaves out"),
    ("session_hours = 25", "session_hours is above 24"),
    ("idle_minutes = 61", "idle_minutes is above 60"),
    ("hooks_private = true", "hooks_private is on"),
];

#[test]
fn what_is_weak_is_wrong_only_where_others_reach_it() {
    let place = Place::empty();
    place.does(&["seed", "--password", "three quiet lamps"]);
    for (line, expected) in WEAK {
        place.file("minsheng.toml", line);
        let (well, found) = place.examined();
        assert!(well && found.iter().any(|said| said.contains(expected)), "{line}: {found:?}");
    }
    place.file("minsheng.toml", "proxies = \"127.0.0.1\"\nsecure_cookie = false");
    let (well, found) = place.examined();
    assert!(!well && found.iter().any(|said| said.contains("secure_cookie is off")), "{found:?}");
}

#[test]
fn passwords_do_not_go_over_the_wire_in_clear() {
    let place = Place::seeded();
    place.file("minsheng.toml", "listen = \"0.0.0.0:12345\"");
    assert!(place.finds("0.0.0.0:12345: listened on without TLS"));
    place.file("minsheng.toml", "listen = \"0.0.0.0:12345\"\nproxies = \"10.0.0.2\"");
    assert!(!place.finds("without TLS"));
    place.file("minsheng.toml", "listen = \"nowhere\"");
    assert!(place.finds("is not an address and a port"));
}

#[test]
fn a_log_and_an_outbox_that_say_too_much_are_noted() {
    let place = Place::seeded();
    place.file("minsheng.toml", "log = \"server=debug,info\"\noutbox_in_clear = true");
    assert!(place.finds("log is `server=debug,info`"));
    assert!(place.finds("outbox_in_clear is on"));
}

#[test]
fn people_who_share_a_password_are_found() {
    let place = Place::seeded();
    assert!(place.finds("people have one and the same password"));
    assert!(place.finds("admin1"), "an administrator without a one-time code is named");
    let store = place.store();
    let mut people = store.people().unwrap();
    people.iter_mut().for_each(|person| person.active = person.login == "operator1");
    store.put_people(people).unwrap();
    let (_, found) = place.examined();
    assert!(!found.iter().any(|said| said.starts_with("people:")), "{found:?}");
}

#[test]
#[cfg(unix)]
fn what_others_can_read_is_found() {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let place = Place::seeded();
    let folder = place.path("");
    mode(&folder, 0o700);
    mode(&place.path("minsheng.db"), 0o644);
    assert!(!place.finds("can be read by others"));
    mode(&folder, 0o755);
    assert!(place.finds("minsheng.db"));
    mode(&place.path("minsheng.db"), 0o600);
    assert!(!place.finds("can be read by others"));
    mode(&place.path("keys.toml"), 0o640);
    let (well, found) = place.examined();
    assert!(!well && found.iter().any(|said| said.contains("chmod 600")), "{found:?}");
}

#[test]
fn a_backup_beside_the_keys_and_an_old_key_are_noted() {
    let place = Place::seeded();
    place.does(&["backup", "whole.backup"]);
    assert!(place.finds("whole.backup looks like a backup"));
    assert!(!place.finds("older than a year"));
    let keys = std::fs::File::options().append(true).open(place.path("keys.toml")).unwrap();
    let long_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(400 * 86_400);
    keys.set_modified(long_ago).unwrap();
    assert!(place.finds("older than a year"));
    place.does(&["key", "rotate"]);
    assert!(!place.finds("older than a year"));
}

#[test]
fn hooks_that_fail_and_their_dead_letters_are_noted() {
    let place = Place::seeded();
    let store = place.store();
    let hook = NewHook {
        name: "mayor".to_owned(),
        url: "https://hooks.example/12345".to_owned(),
        secret: vec![7; 32],
        events: Vec::new(),
        created_at: Moment(0),
    };
    store.put_hook(hook).unwrap();
    assert!(!place.finds("mayor"));
    store.fail_hook("mayor", 3, Moment(0), "answered 500").unwrap();
    assert!(place.finds("mayor has failed 3 times (answered 500)"));
    store.bury("mayor", 1, 12, "answered 500", Moment(0)).unwrap();
    assert!(place.finds("1 dead letters of mayor"));
    store.set_hook_active("mayor", false).unwrap();
    assert!(place.finds("mayor is switched off"));
}
