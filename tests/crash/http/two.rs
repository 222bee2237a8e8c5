//! Two people act on one order at the same instant, a thousand times over.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use store::Store;
use tests::{city, load};

use super::client::{Answer, Ask, Client};
use super::people;
use super::process::{Doors, Process};
use crate::database::Database;

/// So many pairs act at once, each on an order of its own …
const PAIRS: usize = 4;

/// … so many times.
const TIMES: u32 = 250;

/// The two: log-in, act, its noun.
const TWO: [(&str, &str, &str); 2] =
    [("supervisor", "note", "notes"), ("supervisor2", "remind", "reminders")];

#[test]
fn two_at_once_on_sqlite() {
    race(&Database::sqlite(), 1);
}

#[test]
fn two_at_once_on_postgres() {
    if let Some(database) = Database::postgres("http_two") {
        race(&database, 1);
    }
}

#[test]
fn two_at_once_through_two_processes() {
    if let Some(database) = Database::postgres("http_two_two") {
        race(&database, 2);
    }
}

fn race(database: &Database, processes: usize) {
    people::seed(&database.open());
    let processes: Vec<Process> = (0..processes).map(|_| Process::start(database, 0)).collect();
    let doors = &Doors::of(&processes);
    let raced: Vec<Raced> = std::thread::scope(|scope| {
        let pairs: Vec<_> = (0..PAIRS).map(|pair| scope.spawn(move || Raced::new(doors, pair))).collect();
        pairs.into_iter().map(|pair| pair.join().expect("no pair panics")).collect()
    });
    drop(processes);

    let store = database.open();
    raced.iter().for_each(|raced| raced.check(&store));
    let winners: Vec<usize> = raced.iter().flat_map(|raced| raced.winners.clone()).collect();
    let first = winners.iter().filter(|&&winner| winner == 0).count();
    assert_eq!(winners.len(), PAIRS * TIMES as usize);
    assert!(first > 0 && first < winners.len(), "it was always the same one who won: {first}");
    assert_eq!(store.verify(&|_| {}).expect("a store that can be read").faults, []);
    eprintln!("two at once {} times; the first of them won {first} times", winners.len());
}

/// One order, and who won each race for it.
struct Raced {
    number: String,
    winners: Vec<usize>,
}

impl Raced {
    fn new(doors: &Doors, pair: usize) -> Self {
        let number = register(doors, pair);
        let barrier = Barrier::new(TWO.len());
        let (number, barrier) = (&number, &barrier);
        let told: Vec<Vec<Answer>> = std::thread::scope(|scope| {
            let racers = (0..TWO.len()).map(|who| {
                scope.spawn(move || {
                    let client = Client::new();
                    let act = |version| {
                        barrier.wait();
                        client.post(doors.port(who), &ask(number, who, version)).expect("an answer")
                    };
                    (1..=TIMES).map(act).collect::<Vec<_>>()
                })
            });
            let racers: Vec<_> = racers.collect();
            racers.into_iter().map(|racer| racer.join().expect("no racer panics")).collect()
        });
        let winners = (1..=TIMES).map(|version| {
            let at = version as usize - 1;
            winner(version, [&told[0][at], &told[1][at]])
        });
        Self { winners: winners.collect(), number: number.clone() }
    }

    /// The journal has what the winners did, in their order, and nothing else.
    fn check(&self, store: &Store) {
        let id = store.id_of(&self.number).expect("a store that can be read").expect("the order is there");
        let history = store.history(id).expect("a journal that can be read");
        let acts: Vec<&str> = history.iter().map(|entry| entry.act.as_str()).collect();
        let won = self.winners.iter().map(|&winner| TWO[winner].1);
        assert_eq!(acts, std::iter::once("register").chain(won).collect::<Vec<_>>(), "{}", self.number);
    }
}

fn register(doors: &Doors, pair: usize) -> String {
    let appeal = json!({"title": "路灯不亮", "content": load::say(20), "matter": city::matter(1)});
    let (path, body) = ("/api/operator/orders".to_owned(), appeal.to_string().into_bytes());
    let ask = Ask { by: "operator", path, version: None, key: Some(format!("pair-{pair}")), body };
    let told = Client::new().insist(doors, &AtomicUsize::default(), &ask).json();
    told["number"].as_str().expect("an order's number").to_owned()
}

fn ask(number: &str, who: usize, version: u32) -> Ask<'static> {
    static ASKED: AtomicUsize = AtomicUsize::new(0);
    let (by, act, noun) = TWO[who];
    let text = json!({"text": load::say(8)});
    let said =
        if act == "note" { json!({"part": 0, "text": text, "evidence": []}) } else { json!({"text": text}) };
    Ask {
        by,
        path: format!("/api/supervisor/orders/{number}/{noun}"),
        version: Some(version),
        key: Some(format!("race-{}", ASKED.fetch_add(1, Ordering::Relaxed))),
        body: said.to_string().into_bytes(),
    }
}

/// Who won; the other was told what happened since.
fn winner(expected: u32, answers: [&Answer; 2]) -> usize {
    let winner = usize::from(answers[0].status != 201);
    let (won, lost) = (answers[winner].json(), answers[1 - winner].json());
    let statuses = [answers[winner].status, answers[1 - winner].status];
    assert_eq!(statuses, [201, 412], "version {expected}: {won} {lost}");
    assert_eq!(won["version"], expected + 1);
    let told = ["code", "expected", "version"].map(|field| &lost[field]);
    let changed: [Value; 3] = ["changed".into(), expected.into(), (expected + 1).into()];
    assert_eq!(told, changed.each_ref());
    let since = lost["since"].as_array().expect("what happened since");
    assert_eq!(since.len(), 1, "{lost}");
    assert_eq!((&since[0]["seq"], &since[0]["act"]), (&(expected + 1).into(), &TWO[winner].1.into()));
    winner
}
