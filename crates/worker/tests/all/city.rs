//! A small city with one citizen, and what happens there.

use desk::{City, Desk, Told};
use domain::Moment;
use domain::codes::{Channel, Kind, Level, Role};
use domain::ids::{CitizenId, OrderId};
use domain::person::Actor;
use domain::units::Unit;
use serde::Deserialize;
use store::testing::Fresh;
use store::{Account, Document, Identity, NewCitizen, Person, Store};
use worker::messages::{Mail, Templates};
use worker::{Config, Worker};

/// The moment at which everything begins: a Monday morning.
pub const START: Moment = Moment(1_772_413_200_000);

pub const PHONE: &str = "13800138000";

#[derive(Deserialize)]
struct Units {
    unit: Vec<Unit>,
}

/// A store with a city in it.
pub fn seeded(fresh: &Fresh) -> Store {
    let store = fresh.open();
    let units: Units = toml::from_str(include_str!("../../../../city/wanglan/units.toml")).unwrap();
    store.put_units(units.unit).unwrap();
    for (kind, name, body) in [
        ("city", "city", include_str!("../../../../city/wanglan/city.toml")),
        ("policy", "national", include_str!("../../../../city/policies/national.toml")),
        ("calendar", "china", include_str!("../../../../city/calendars/china.csv")),
    ] {
        let (kind, name, body) = (kind.to_owned(), name.to_owned(), body.to_owned());
        store.put_document(Document { kind, name, version: 1, body, in_force_from: Moment(0) }).unwrap();
    }
    store
}

/// A desk in the city.
pub fn desk(store: &Store) -> Desk {
    Desk::new(store.clone(), City::load(store, START).unwrap())
}

/// An appeal of a citizen of whom this is known.
pub fn appeal(desk: &Desk, identity: Identity) -> OrderId {
    let id = CitizenId(desk.store().next_citizen_ids(1).unwrap().start);
    appeal_of(desk, id, Some(NewCitizen { id, kind: "person".into(), identity }))
}

/// An appeal of a citizen, whom the store may know.
pub fn appeal_of(desk: &Desk, id: CitizenId, new: Option<NewCitizen>) -> OrderId {
    let told = Told {
        citizen: Some(id),
        channel: Channel::Phone,
        received_at: START,
        title: "夜间施工噪声".into(),
        content: "工地半夜还在打桩".into(),
        demand: String::new(),
        address: String::new(),
        when: String::new(),
        wants_callback: true,
        kind: Kind::Complaint,
        matter: "0102".into(),
        place: "4601".into(),
        accused: Vec::new(),
        accused_people: Vec::new(),
        confidentiality: None,
        level: Level::Ordinary,
        sensitivities: Vec::new(),
        links: Vec::new(),
    };
    desk.register(&told, new, &operator(), START).unwrap().order.id
}

pub fn by_phone() -> Identity {
    Identity { name: "王女士".into(), phone: PHONE.into(), ..Identity::default() }
}

pub fn operator() -> Actor {
    Actor::staff(Role::Operator, "li", Some("U00"))
}

/// Somebody who works for a unit, with an e-mail address.
pub fn handler(store: &Store, login: &str, unit: &str, email: &str) {
    let (login, unit) = (login.to_owned(), unit.to_owned());
    let account = Account { login: login.clone(), email: email.to_owned(), ..Account::default() };
    let person = Person {
        name: login.clone(),
        role: Role::Handler.code().to_owned(),
        login,
        unit,
        outsourced: false,
        password_hash: String::new(),
        active: true,
    };
    store.put_people(vec![person]).unwrap();
    store.put_account(account).unwrap();
}

pub fn templates(usual: &str) -> Templates {
    let files = [
        ("zh".to_owned(), include_str!("../../../../city/messages/zh.toml").to_owned()),
        ("en".to_owned(), include_str!("../../../../city/messages/en.toml").to_owned()),
    ];
    Templates::parse(&files, usual).unwrap()
}

pub fn config(fresh: &Fresh, mail: Option<Mail>) -> Config {
    Config {
        pause: std::time::Duration::from_secs(3_600),
        seal_every_millis: 86_400_000,
        outbox: fresh.folder.path().join("outbox.jsonl"),
        outbox_in_clear: false,
        mail,
        templates: templates("zh"),
        hooks_private: true,
    }
}

pub fn worker(fresh: &Fresh, store: &Store, mail: Option<Mail>) -> Worker {
    Worker::new(store.clone(), config(fresh, mail)).unwrap()
}
