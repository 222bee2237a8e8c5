//! The process is killed with SIGKILL at random moments, again and again, on
//! one and the same database.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::database::Database;
use crate::ledger::Ledger;

/// How often, on SQLite and on PostgreSQL.
const ROUNDS: (usize, usize) = (8, 4);

#[test]
fn killed_on_sqlite() {
    kill_again_and_again(&Database::sqlite(), rounds().unwrap_or(ROUNDS.0));
}

#[test]
fn killed_on_postgres() {
    if let Some(database) = Database::postgres("killed") {
        kill_again_and_again(&database, rounds().unwrap_or(ROUNDS.1));
    }
}

/// More of them, by the environment.
pub fn rounds() -> Option<usize> {
    let rounds = std::env::var("MINSHENG_CRASH_ROUNDS").ok()?;
    Some(rounds.parse().expect("MINSHENG_CRASH_ROUNDS is a number"))
}

fn kill_again_and_again(database: &Database, rounds: usize) {
    let ledger = Ledger::default();
    for round in 0..rounds {
        let before = ledger.len();
        let mut load = start(database, &["lives"]);
        // A random moment, after a random amount of work that was
        // acknowledged for certain.
        let enough = before + 1 + random(400);
        let lines = BufReader::new(load.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let mut killed = false;
        for line in lines {
            if ledger.note_line(&line) >= enough && !killed {
                std::thread::sleep(Duration::from_micros(random(20_000) as u64));
                load.kill().expect("it runs until it is killed");
                killed = true;
            }
        }
        load.wait().expect("a child");
        assert!(killed, "round {round}: the load ended by itself");
        ledger.check(&database.open());
    }
    eprintln!("killed {rounds} times; {} acknowledged acts are all there", ledger.len());
}

/// Starts the load in a process of its own.
pub fn start(database: &Database, what: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_crash-load"))
        .arg(&database.url)
        .arg(&database.keys)
        .args(what)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the load starts")
}

/// A number below another.
pub fn random(below: usize) -> usize {
    use std::hash::{BuildHasher as _, RandomState};
    RandomState::new().hash_one(0) as usize % below
}
