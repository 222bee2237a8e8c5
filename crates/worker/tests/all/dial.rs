//! Calls that a switch is asked to make.

use domain::handling::Note;
use domain::ids::CitizenId;
use serde_json::json;
use store::testing::{Fresh, on_both};
use store::{NewCallOut, NewHook, NewJob, Store};
use worker::DIAL;

use crate::city::{PHONE, START, appeal, by_phone, desk, seeded, worker};
use crate::http_server::HttpServer;

/// A call that an act asks for.
fn asked(store: &Store) -> i64 {
    let desk = desk(store);
    let order = appeal(&desk, by_phone());
    let call = store
        .new_call_out(NewCallOut {
            login: "li".into(),
            order,
            citizen: CitizenId(1),
            reason: "核实".into(),
            at: START,
            external: "x".into(),
            job: None,
        })
        .unwrap();
    let loaded = store.order(order).unwrap().unwrap();
    let (reference, text) = store::text::seal("已请总机外呼", [1; 16]);
    let act = Note { part: 0, text: reference, evidence: Vec::new() }.into();
    let by = domain::Actor::staff(domain::codes::Role::Supervisor, "li", Some("U00"));
    let mut change = desk::decide(&loaded, &act, &desk.city().context(&by, START)).unwrap();
    change.texts.push(text);
    let payload = json!({"call": call.id}).to_string();
    change.jobs.push(NewJob { kind: DIAL.into(), target: String::new(), run_at: START, payload });
    store.commit(vec![change]).unwrap();
    call.id
}

fn switch(store: &Store, url: &str) {
    let (name, url, secret) = ("switch".to_owned(), url.to_owned(), vec![9; 32]);
    let events = vec!["call.requested".to_owned()];
    store.put_hook(NewHook { name, url, secret, events, created_at: START }).unwrap();
}

#[test]
fn a_switch_that_listens_is_asked_and_not_told_the_number() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = HttpServer::start(&[500]);
        switch(&store, &server.url);
        let call = asked(&store);
        let worker = worker(fresh, &store, None);
        worker.once(START).unwrap();
        worker.once(START.plus_millis(6_000)).unwrap();
        let got = server.got();
        assert_eq!(got.len(), 2, "it is asked again, and nothing else is told: {got:?}");
        assert_eq!(server.taken(), [format!("msg_switch_call_{call}")]);
        let event = got[1].event();
        assert_eq!((&event["type"], &event["data"]["login"]), (&"call.requested".into(), &"li".into()));
        assert!(!got[1].body.contains(PHONE), "{}", got[1].body);
    });
}

#[test]
fn nobody_is_called_who_was_to_be_called_long_ago() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    let server = HttpServer::start(&[]);
    switch(&store, &server.url);
    asked(&store);
    worker(&fresh, &store, None).once(START.plus_minutes(11)).unwrap();
    assert!(server.got().is_empty());
}

#[test]
fn without_a_switch_the_call_stands_in_the_outbox() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    let call = asked(&store);
    worker(&fresh, &store, None).once(START).unwrap();
    let filed = std::fs::read_to_string(fresh.folder.path().join("outbox.jsonl")).unwrap();
    let line = filed.lines().find(|line| line.contains("\"dial\"")).expect("the call");
    assert!(line.contains(&format!("\"to\":\"call:{call}\"")) && !line.contains(PHONE), "{line}");
}
