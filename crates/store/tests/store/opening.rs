//! Opening a database.

use store::testing::{Fresh, on_both};
use store::{DatabaseUrl, Store, StoreError};

use crate::made::{self, New};

#[test]
fn a_database_is_created_once_and_opened_again() {
    on_both(|fresh| {
        let last = made::live(&fresh.open(), &New::order(1), "u1");
        let store = fresh.open();
        assert_eq!(store.by_number("N00000001").unwrap(), Some(last));
        made::assert_sound(&store);
    });
}

#[test]
fn several_processes_may_open_a_new_database_at_once() {
    on_both(|fresh| {
        std::thread::scope(|scope| {
            for id in 1..=4 {
                scope.spawn(move || New::order(id).commit(&fresh.open()));
            }
        });
        made::assert_sound(&fresh.open());
    });
}

#[test]
fn a_newer_schema_is_refused() {
    on_both(|fresh| {
        fresh.open();
        fresh.tamper("UPDATE meta SET value = '99' WHERE name = 'schema'");
        let refused = Store::open(&fresh.url, fresh.ring.clone()).err();
        assert!(matches!(refused, Some(StoreError::NewerSchema { found: 99, .. })), "{refused:?}");
    });
}

#[test]
fn a_place_that_is_none_is_named() {
    for url in ["", "sqlite:", "mysql://x", "/tmp/x.db", "postgres://h:port/x"] {
        assert!(matches!(url.parse::<DatabaseUrl>(), Err(StoreError::Url(_))), "{url}");
    }
    let url = DatabaseUrl::Sqlite("/nowhere/at/all.db".into());
    let error = Store::open(&url, Fresh::sqlite().ring.clone()).err().unwrap();
    assert!(error.to_string().contains("/nowhere/at/all.db"), "{error}");
}

#[test]
fn a_lost_server_connection_is_opened_anew() {
    let Some(fresh) = Fresh::postgres() else { return };
    let store = fresh.open();
    New::order(1).commit(&store);
    for id in 2..=5 {
        fresh.tamper(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE datname = current_database() AND pid <> pg_backend_pid()",
        );
        New::order(id).commit(&store);
    }
    // A reader may meet a connection that is dead without knowing it: once.
    let readers: Vec<_> = (0..3).map(|_| store.count(&store::Filter::default())).collect();
    assert_eq!(readers.last(), Some(&Ok(5)));
    made::assert_sound(&store);
}
