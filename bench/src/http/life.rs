//! The acts of a life as they are said on the wire: by whom, at which noun,
//! in which words. They are those of [`tests::life`].

use domain::codes::Role;
use serde_json::{Value, json};
use tests::city;
use tests::life::Step;

/// By whom an act is performed, and its noun.
pub fn by(step: Step) -> (Role, &'static str) {
    match step {
        Step::Register => (Role::Operator, ""),
        Step::Accept => (Role::Operator, "acceptances"),
        Step::Dispatch => (Role::Dispatcher, "dispatches"),
        Step::Sign => (Role::Handler, "signings"),
        Step::Reply => (Role::Handler, "replies"),
        Step::Review => (Role::ReplyReviewer, "reply-reviews"),
        Step::CallBack => (Role::CallerBack, "callbacks"),
        Step::Close => (Role::CallerBack, "closures"),
        Step::Archive => (Role::CallerBack, "archivings"),
    }
}

/// What is said with it, for an order that a unit has.
pub fn said(step: Step, unit: u16, say: &mut dyn FnMut(usize) -> String) -> Value {
    match step {
        Step::Register => json!({
            "title": say(6), "content": say(60), "demand": say(8), "channel": "phone", "kind": "help",
            "matter": city::matter(unit), "place": "p1", "level": "ordinary", "wants_callback": true,
        }),
        Step::Accept | Step::Archive => json!({}),
        Step::Dispatch => json!({
            "lead": city::code(unit), "assists": [], "manner": "direct", "copy_to": null,
            "basis": {"by": "directory", "entry": city::duty(unit), "version": city::DIRECTORY},
        }),
        Step::Sign => json!({"part": 1}),
        // A record of the platform itself: a photo would have to be attached
        // before, which is no act of this life.
        Step::Reply => json!({
            "part": 1, "internal": {"text": say(20)}, "public": {"text": say(40)}, "conclusion": "solved",
            "basis": [{"text": say(8)}],
            "evidence": [{"kind": "record", "hash": "f0".repeat(32), "taken_at": null, "position": null}],
        }),
        Step::Review => json!({"passed": true, "faults": [], "note": {"text": ""}}),
        Step::CallBack => json!({
            "appeal": 0, "outcome": "reached",
            "answers": {"contacted": true, "solved": "yes", "satisfied": "good", "reasons": []},
        }),
        Step::Close => json!({"unresolved": null}),
    }
}
