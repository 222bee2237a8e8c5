//! The same file is added twice at the same instant: a double click, or a
//! retry that overtakes the first call. It is taken once, and it can be read.

use std::sync::Barrier;
use std::sync::atomic::AtomicUsize;

use serde_json::json;
use tests::{city, load};

use super::book::{Story, check_files};
use super::client::{Ask, Client};
use super::people;
use super::process::{Doors, Process};
use crate::database::Database;

const TIMES: usize = 30;

#[test]
fn the_same_file_twice_at_once_on_sqlite() {
    add_twice(&Database::sqlite(), 1);
}

#[test]
fn the_same_file_twice_at_once_on_postgres() {
    if let Some(database) = Database::postgres("http_files") {
        add_twice(&database, 2);
    }
}

fn add_twice(database: &Database, processes: usize) {
    people::seed(&database.open());
    let processes: Vec<Process> = (0..processes).map(|_| Process::start(database, 0)).collect();
    let doors = Doors::of(&processes);
    let stories: Vec<Story> = (0..TIMES).map(|no| twice(&doors, no)).collect();
    check_files(&stories, &Client::new(), doors.port(0));
}

fn twice(doors: &Doors, no: usize) -> Story {
    let appeal = json!({"title": "路灯不亮", "content": load::say(20), "matter": city::matter(1)});
    let name = format!("twice-{no}");
    let ask = Ask {
        by: "operator",
        path: "/api/operator/orders".to_owned(),
        version: None,
        key: Some(name.clone()),
        body: appeal.to_string().into_bytes(),
    };
    let told = Client::new().insist(doors, &AtomicUsize::default(), &ask).json();
    let number = told["number"].as_str().expect("an order's number").to_owned();
    let story = Story { name, number, by: "operator".to_owned(), acts: vec!["attach"], ..Story::default() };
    let barrier = Barrier::new(2);
    let add = |door: usize| {
        let ask = Ask {
            by: "operator",
            path: format!("/api/operator/orders/{}/attachments", story.number),
            version: None,
            key: Some(format!("file-{no}")),
            body: story.file(),
        };
        barrier.wait();
        Client::new().insist(doors, &AtomicUsize::new(door), &ask).bytes
    };
    let (one, other) = std::thread::scope(|scope| {
        let other = scope.spawn(|| add(1));
        (add(0), other.join().expect("nobody panics"))
    });
    assert_eq!(one, other, "both are told the same");
    story
}
