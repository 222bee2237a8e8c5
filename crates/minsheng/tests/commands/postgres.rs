//! The same commands on PostgreSQL, and the way from one engine to the other.

use postgres::{Client, NoTls};

use super::Place;

/// A database of the test server that lasts as long as this value.
struct Database {
    server: String,
    name: String,
}

impl Database {
    /// None, with a notice, when no test server is named.
    fn fresh(name: &str) -> Option<Self> {
        let Ok(server) = std::env::var("MINSHENG_TEST_POSTGRES") else {
            eprintln!("MINSHENG_TEST_POSTGRES names no server: PostgreSQL is left out");
            return None;
        };
        let name = format!("commands_{name}_{}", std::process::id());
        execute(&server, &format!("CREATE DATABASE {name}"));
        Some(Self { server, name })
    }

    fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').expect("a URL with a database");
        format!("{server}/{}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        execute(&self.server, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
    }
}

fn execute(server: &str, sql: &str) {
    Client::connect(server, NoTls).and_then(|mut client| client.batch_execute(sql)).unwrap();
}

#[test]
fn a_city_moves_from_one_engine_to_the_other_and_back() {
    let (Some(first), Some(second)) = (Database::fresh("first"), Database::fresh("second")) else { return };
    let place = Place::empty();
    let week = ["simulate", "--orders", "120", "--days", "2", "--policy", "weifang", "--seed", "5"];
    let on = |url: &str, arguments: &[&str]| place.tells(&[arguments, &["--database", url]].concat());

    let here = on(&first.url(), &week);
    assert_eq!(here["open"], 0);
    assert_eq!(on(&first.url(), &["verify"])["orders"], 120);
    place.does(&["seal", "--database", &first.url()]);
    place.does(&["backup", "whole.backup", "--database", &first.url()]);

    let file = format!("sqlite:{}", place.path("moved.db").display());
    place.does(&["restore", "whole.backup", "--database", &file]);
    assert_eq!(on(&file, &["verify"])["seals"], 1);
    place.does(&["backup", "again.backup", "--database", &file]);
    place.does(&["restore", "again.backup", "--database", &second.url()]);
    assert_eq!(on(&second.url(), &["verify"])["entries"], on(&first.url(), &["verify"])["entries"]);

    let mut there = place.tells(&week);
    there["seconds"] = here["seconds"].clone();
    assert_eq!(there, here, "the same seed gives the same lives on either engine");
}
