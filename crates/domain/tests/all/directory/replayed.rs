//! What a version would have done with past orders.

use domain::directory::*;

use super::TODAY;
use crate::fixture::*;

fn past(number: &str, matter: &str, first: &str, last: &str, returns: u32, disputes: u32) -> Past {
    Past {
        number: number.to_owned(),
        matter: matter.into(),
        place: "p1".into(),
        facts: Facts::default(),
        time: "2023-06-01T10:00".parse().expect("a time"),
        first: (!first.is_empty()).then(|| first.into()),
        last: (!last.is_empty()).then(|| last.into()),
        returns,
        disputes,
    }
}

#[test]
fn it_counts_what_it_puts_right_and_what_it_sends_astray() {
    let ownerships = vec![Ownership::Utility];
    let poles = Condition { ownerships, ..Condition::default() };
    let directory = Directory::new(
        9,
        vec![
            entry("a", "10", "u2"),
            entry("never", "77", "u4"),
            DirectoryEntry { condition: poles, ..entry("poles", "20", "u4") },
        ],
    );
    let mut replay = Replay::begin(&directory, TODAY);
    for order in [
        past("N1", "1001", "u1", "u2", 2, 1),
        past("N2", "1001", "u1", "u1", 0, 0),
        past("N3", "1001", "u2", "u2", 0, 0),
        past("N4", "1001", "u1", "u3", 1, 0),
        past("N5", "20", "u1", "u1", 0, 0),
        past("N6", "30", "u1", "u1", 0, 0),
        past("N7", "1001", "", "", 0, 0),
    ] {
        replay.take(&order);
    }
    let out = replay.end();
    assert_eq!((out.version, out.orders, out.named, out.unnamed, out.conditional), (9, 7, 4, 2, 1));
    assert_eq!((out.changed, out.right_at_once, out.astray), (3, 1, 1));
    assert_eq!((out.returns_saved, out.disputes_saved), (2, 1));
    assert_eq!(out.never_hit, ["never", "poles"]);
    let [moved] = out.moved.as_slice() else { panic!("one way") };
    assert_eq!((moved.from.as_str(), moved.to.as_str(), moved.orders), ("u1", "u2", 3));
    assert_eq!((moved.right, moved.astray, moved.example.as_str()), (1, 1, "N1"));
}
