//! Made-up orders and acts. Nothing is decided here: the store takes what the
//! domain says, so any entry that folds will do.

use domain::codes::*;
use domain::ids::{CitizenId, OrderId};
use domain::order::{Appeal, Basis, Outcome, Part, PartState, Reply};
use domain::time::{Counting, Limit};
use domain::{Actor, Entry, Event, Moment};
use store::{Change, Identity, Loaded, NewCitizen, NewText, Store, text};

pub const DAY: i64 = 86_400_000;

/// A text with a salt that depends on nothing but itself.
pub fn sealed(body: &str) -> (domain::text_ref::TextRef, NewText) {
    let mut salt = [0; 16];
    for (at, byte) in body.bytes().enumerate() {
        salt[at % 16] ^= byte;
    }
    text::seal(body, salt)
}

/// What can be chosen of a new order.
#[derive(Debug, Clone)]
pub struct New {
    pub id: i64,
    pub title: String,
    pub content: String,
    pub matter: String,
    pub place: String,
    pub level: Level,
    pub at: i64,
    pub phone: Option<String>,
}

impl New {
    pub fn order(id: i64) -> Self {
        Self {
            id,
            title: format!("路灯不亮{id}"),
            content: "小区门口的路灯坏了一个月，晚上出行不便".into(),
            matter: "0102".into(),
            place: "460106".into(),
            level: Level::Ordinary,
            at: id * 1000,
            phone: None,
        }
    }

    pub fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    /// The registration.
    pub fn change(&self) -> Change {
        let (title, title_text) = sealed(&self.title);
        let (content, content_text) = sealed(&self.content);
        let at = Moment(self.at);
        let citizen = self.phone.as_ref().map(|_| CitizenId(self.id));
        let appeal = Appeal {
            citizen,
            channel: Channel::Phone,
            received_at: at,
            title,
            content,
            demand: None,
            address: None,
            when: None,
            wants_callback: true,
            from: None,
        };
        let registered = Event::Registered {
            number: format!("N{:08}", self.id),
            appeal: Box::new(appeal),
            kind: Kind::Complaint,
            matter: self.matter.as_str().into(),
            place: self.place.as_str().into(),
            accused: Vec::new(),
            accused_people: Vec::new(),
            confidentiality: Confidentiality::Open,
            level: self.level,
            sensitivities: Vec::new(),
            links: Vec::new(),
        };
        let events = vec![
            registered,
            clock(ClockKind::Triage, 0, at.plus_millis(DAY)),
            clock(ClockKind::Citizen, 0, at.plus_millis(9 * DAY)),
        ];
        let entry =
            Entry { order: OrderId(self.id), seq: 1, at, by: operator(), act: "register".into(), events };
        let mut change = Change::new(None, entry).expect("a registration");
        change.texts = vec![title_text, content_text];
        if let Some(phone) = &self.phone {
            let identity = Identity { name: "王某".into(), phone: phone.clone(), ..Identity::default() };
            change.citizens.push(NewCitizen { id: CitizenId(self.id), kind: "person".into(), identity });
        }
        change
    }

    /// Registers it.
    pub fn commit(&self, store: &Store) -> Loaded {
        commit(store, self.change())
    }
}

pub fn commit(store: &Store, change: Change) -> Loaded {
    store.commit(vec![change]).expect("nobody else writes").remove(0)
}

pub fn operator() -> Actor {
    Actor::staff(Role::Operator, "li", None)
}

fn clock(kind: ClockKind, part: u16, due: Moment) -> Event {
    Event::ClockStarted {
        kind,
        part,
        from: None,
        limit: Some(Limit::Days(1, Counting::Working)),
        due: Some(due),
        warn_at: Vec::new(),
        red_at: None,
    }
}

/// The next entry of an order, a minute after the last.
pub fn next(loaded: &Loaded, act: &str, events: Vec<Event>) -> Change {
    let order = &loaded.order;
    let at = order.changed_at.plus_minutes(1);
    let entry =
        Entry { order: order.id, seq: order.version + 1, at, by: operator(), act: act.into(), events };
    Change::new(Some(loaded.clone()), entry).expect("it is registered")
}

pub fn dispatch(loaded: &Loaded, unit: &str) -> Change {
    let at = loaded.order.changed_at.plus_minutes(1);
    let no = loaded.order.parts.len() as u16 + 1;
    let part = Part {
        no,
        duty: Duty::Lead,
        unit: unit.into(),
        handed_down: Vec::new(),
        task: None,
        basis: Basis::Directory { entry: "D1".into(), version: 1 },
        manner: Manner::Direct,
        copy_to: None,
        state: PartState::AwaitingSign,
        dispatched_at: at,
        return_until: at.plus_millis(DAY),
        bound: false,
        signed_at: None,
        silence_at: None,
        by_silence: false,
        contacted_at: None,
        acted: false,
        evidence: Vec::new(),
    };
    let opened = Event::PartOpened { part: Box::new(part) };
    let triaged = Event::ClockStopped { kind: ClockKind::Triage, part: 0 };
    let handling = clock(ClockKind::Handling, no, at.plus_millis(5 * DAY));
    next(loaded, "dispatch", vec![opened, triaged, handling])
}

pub fn sign(loaded: &Loaded) -> Change {
    let part = loaded.order.parts.len() as u16;
    next(loaded, "sign", vec![Event::Signed { part, by_silence: false }])
}

pub fn supplement(loaded: &Loaded, body: &str) -> Change {
    let (reference, text) = sealed(body);
    let mut change = next(loaded, "supplement", vec![Event::Supplemented { text: reference }]);
    change.texts.push(text);
    change
}

pub fn reply(loaded: &Loaded, body: &str) -> Change {
    let (public, public_text) = sealed(body);
    let (internal, internal_text) = sealed(&format!("内部：{body}"));
    let reply = Reply {
        internal,
        public,
        conclusion: Conclusion::Solved,
        basis: Vec::new(),
        evidence: Vec::new(),
        by: operator(),
        at: loaded.order.changed_at.plus_minutes(1),
        round: loaded.order.round,
        review: None,
    };
    let mut change = next(loaded, "reply", vec![Event::Replied { reply: Box::new(reply) }]);
    change.texts = vec![public_text, internal_text];
    change
}

pub fn close(loaded: &Loaded) -> Change {
    let at = loaded.order.changed_at.plus_minutes(1);
    let outcome =
        Outcome::Handled { conclusion: Conclusion::Solved, solved: Some(Solved::Yes), unresolved: None };
    let closed =
        Event::Closed { outcome, review_until: at.plus_millis(5 * DAY), archive_at: at.plus_millis(9 * DAY) };
    next(loaded, "close", vec![closed])
}

/// A whole life, committed act by act.
pub fn live(store: &Store, new: &New, unit: &str) -> Loaded {
    let mut loaded = new.commit(store);
    loaded = commit(store, dispatch(&loaded, unit));
    loaded = commit(store, sign(&loaded));
    loaded = commit(store, reply(&loaded, "您好，路灯已经修复，感谢您的反映"));
    commit(store, close(&loaded))
}

/// Fails with every fault named.
pub fn assert_sound(store: &Store) {
    let report = store.verify(&|_| {}).expect("it can be verified");
    let faults: Vec<String> = report.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
