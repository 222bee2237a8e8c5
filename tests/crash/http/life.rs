//! What one client does: whole lives, act by act, each asked for until it is
//! answered.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use serde_json::{Value, json};
use tests::{city, load};

use super::book::Story;
use super::client::{Ask, Client};
use super::people::{INTAKE, handler, hash};
use super::process::Doors;

/// The acts after the registration: as the journal calls them, who performs
/// them (the unit's handler where nobody is named), their path.
const ACTS: [(&str, &str, &str); 7] = [
    ("accept", "operator", "operator/orders/{}/acceptances"),
    ("dispatch", "dispatcher", "dispatcher/orders/{}/dispatches"),
    ("sign", "", "handler/orders/{}/signings"),
    ("attach", "", "handler/orders/{}/attachments?part=1"),
    ("reply", "", "handler/orders/{}/replies"),
    ("review_reply", "reviewer", "reply-reviewer/orders/{}/reply-reviews"),
    ("call_back", "caller", "caller-back/orders/{}/callbacks"),
];

/// What all clients share.
pub struct Load {
    /// Where they ask.
    pub doors: Doors,
    /// How many calls were answered with success.
    pub answered: AtomicUsize,
    /// Whether it is enough.
    pub over: AtomicBool,
}

/// One client of a load.
pub struct Clerk<'a> {
    load: &'a Load,
    no: usize,
    unit: u16,
    client: Client,
    door: AtomicUsize,
}

impl<'a> Clerk<'a> {
    /// The client with a number.
    pub fn new(load: &'a Load, no: usize) -> Self {
        let unit = (no as u16) % load::UNITS + 1;
        Self { load, no, unit, client: Client::new(), door: AtomicUsize::new(no) }
    }

    /// Lives until it is enough; what was answered.
    pub fn work(&self) -> Vec<Story> {
        let is_over = || self.load.over.load(Ordering::Relaxed);
        let mut stories = Vec::new();
        while !is_over() {
            let mut story = self.register(stories.len());
            for (act, by, path) in ACTS {
                if is_over() {
                    break;
                }
                self.act(&mut story, act, by, path);
                if act == "reply" {
                    self.call(&mut story);
                }
            }
            stories.push(story);
        }
        stories
    }

    /// Every other appeal comes from another system, under its number there.
    fn register(&self, at: usize) -> Story {
        let name = format!("{}-{at}", self.no);
        let phone = format!("139{:04}{at:04}", self.no);
        let appeal = json!({
            "title": format!("路灯不亮 {name}"), "content": load::say(20), "matter": city::matter(self.unit),
            "caller": {"name": format!("诉求人 {name}"), "phone": phone},
        });
        let external = (at % 2 == 1).then(|| format!("ext-{name}"));
        let (by, path, body) = match &external {
            None => ("operator", "/api/operator/orders", appeal),
            Some(external) => {
                (INTAKE, "/api/outside/appeals", json!({"external": external, "appeal": appeal}))
            }
        };
        let key = external.is_none().then(|| format!("{name}-register"));
        let told = self.ask(by, path.to_owned(), None, key, body.to_string().into_bytes());
        let number = told["number"].as_str().expect("an order's number").to_owned();
        Story {
            name,
            phone,
            by: handler(self.unit),
            number,
            external,
            acts: vec!["register"],
            ..Story::default()
        }
    }

    fn act(&self, story: &mut Story, act: &'static str, by: &str, path: &str) {
        let by = if by.is_empty() { story.by.clone() } else { by.to_owned() };
        let version = (act != "attach").then_some(story.acts.len() as u32);
        let body = match act {
            "attach" => story.file(),
            _ => self.said(act, story).to_string().into_bytes(),
        };
        let path = format!("/api/{}", path.replace("{}", &story.number));
        let told = self.ask(&by, path, version, Some(format!("{}-{act}", story.name)), body);
        story.acts.push(act);
        assert_eq!(told["version"], story.acts.len(), "{act} of {}", story.number);
    }

    /// The callback needs the citizen's number in clear.
    fn call(&self, story: &mut Story) {
        let path = format!("/api/caller-back/orders/{}/calls", story.number);
        let body = json!({"reason": "回访"}).to_string().into_bytes();
        let told = self.ask("caller", path, None, Some(format!("{}-call", story.name)), body);
        assert_eq!(told["phone"], story.phone.as_str(), "{}", story.number);
        story.call = told["call"].as_i64();
    }

    /// What is said with an act.
    fn said(&self, act: &str, story: &Story) -> Value {
        let text = || json!({"text": load::say(8)});
        match act {
            "dispatch" => json!({
                "lead": city::code(self.unit), "assists": [], "manner": "direct", "copy_to": null,
                "basis": {"by": "directory", "entry": city::duty(self.unit), "version": city::DIRECTORY},
            }),
            "sign" => json!({"part": 1}),
            "reply" => json!({
                "part": 1, "internal": text(), "public": text(), "conclusion": "solved", "basis": [text()],
                "evidence": [{"kind": "document", "hash": store::hex(&hash(story.file()))}],
            }),
            "review_reply" => json!({"passed": true, "faults": [], "note": {"text": ""}}),
            "call_back" => json!({
                "appeal": 0, "outcome": "reached",
                "answers": {"contacted": true, "solved": "yes", "satisfied": "good", "reasons": []},
            }),
            _ => json!({}),
        }
    }

    fn ask(&self, by: &str, path: String, version: Option<u32>, key: Option<String>, body: Vec<u8>) -> Value {
        let ask = Ask { by, path, version, key, body };
        let answer = self.client.insist(&self.load.doors, &self.door, &ask);
        self.load.answered.fetch_add(1, Ordering::Relaxed);
        answer.json()
    }
}

/// Ends a load when it goes, also because the test fails: its clients would go
/// on for ever.
pub struct End<'a>(pub &'a AtomicBool);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}
