//! Calls, hooks and their dead letters.

use domain::Moment;
use domain::ids::{CitizenId, OrderId};
use store::testing::on_both;
use store::{CallEvent, NewCallOut, NewHook, PLATFORM};

use crate::made::{self, New};

pub fn told(call: &str, event: &str, at: i64) -> CallEvent {
    CallEvent {
        source: "switch".into(),
        external: call.into(),
        event: event.into(),
        at: Moment(at),
        phone: Some("13800138000".into()),
        login: (event == "answered").then(|| "li".into()),
        recording: (event == "recorded").then(|| "rec/1".into()),
    }
}

#[test]
fn a_call_is_followed_whatever_the_switch_repeats_or_tells_late() {
    on_both(|fresh| {
        let store = fresh.open();
        let ringing = store.note_call_event(told("c1", "ringing", 10)).unwrap();
        assert_eq!((ringing.state.as_str(), ringing.direction.as_str()), ("ringing", "in"));
        assert_eq!(store.note_call_event(told("c1", "ringing", 11)).unwrap(), ringing);
        store.note_call_event(told("c1", "ended", 30)).unwrap();
        let late = store.note_call_event(told("c1", "answered", 20)).unwrap();
        assert_eq!((late.state.as_str(), late.login.as_str()), ("ended", "li"));
        let whole = store.note_call_event(told("c1", "recorded", 31)).unwrap();
        assert_eq!(
            (whole.id, whole.started_at, whole.answered_at, whole.ended_at, whole.recording.as_deref()),
            (ringing.id, Moment(10), Some(Moment(20)), Some(Moment(30)), Some("rec/1"))
        );
        assert_eq!(store.call_phone(whole.id).unwrap().as_deref(), Some("13800138000"));
        let events = store.call_events_after(0, 9).unwrap();
        let named: Vec<&str> = events.iter().map(|(_, _, event)| event.as_str()).collect();
        assert_eq!(named, ["ringing", "ended", "answered", "recorded"]);
        assert_eq!(events[0].1, whole);
        assert_eq!(store.call_events_after(events[2].0, 9).unwrap(), events[3..]);

        assert!(store.link_call(whole.id, Some(OrderId(4)), None).unwrap());
        assert!(store.link_call(whole.id, None, Some(CitizenId(9))).unwrap());
        assert!(!store.link_call(whole.id + 99, None, None).unwrap());
        let linked = store.call(whole.id).unwrap().unwrap();
        assert_eq!((linked.order, linked.citizen), (Some(OrderId(4)), Some(CitizenId(9))));
        assert_eq!(store.calls_of_order(OrderId(4)).unwrap(), [linked]);
        assert_eq!(store.call(whole.id + 99).unwrap(), None);
    });
}

#[test]
fn a_call_out_is_made_once_and_told_of_by_its_name() {
    on_both(|fresh| {
        let store = fresh.open();
        let new = |external: &str| NewCallOut {
            login: "wu".into(),
            order: OrderId(1),
            citizen: CitizenId(2),
            reason: "回访".into(),
            at: Moment(5),
            external: external.into(),
            job: None,
        };
        let call = store.new_call_out(new("k1")).unwrap();
        assert_eq!(
            (call.state.as_str(), call.direction.as_str(), call.source.as_str()),
            ("asked", "out", PLATFORM)
        );
        assert_eq!(store.new_call_out(NewCallOut { login: "li".into(), ..new("k1") }).unwrap(), call);
        assert_ne!(store.new_call_out(new("")).unwrap().id, store.new_call_out(new("")).unwrap().id);
        let answered =
            CallEvent { source: PLATFORM.into(), external: "k1".into(), ..told("c1", "answered", 8) };
        let answered = store.note_call_event(answered).unwrap();
        assert_eq!(
            (answered.id, answered.login.as_str(), answered.direction.as_str()),
            (call.id, "wu", "out")
        );
    });
}

#[test]
fn the_number_of_a_call_goes_with_the_citizen() {
    on_both(|fresh| {
        let store = fresh.open();
        let new = New::order(1).with(|new| new.phone = Some("13800138000".into()));
        let loaded = new.commit(&store);
        let call = store.note_call_event(told("c1", "ringing", 1)).unwrap();
        store.link_call(call.id, Some(OrderId(1)), Some(CitizenId(1))).unwrap();
        let (basis, text) = made::sealed("当事人申请");
        let erased = domain::Event::Erased { texts: Vec::new(), identities: true, basis };
        let mut change = made::next(&loaded, "erase", vec![erased]);
        change.texts.push(text);
        made::commit(&store, change);
        assert_eq!(store.call_phone(call.id).unwrap(), None);
    });
}

fn new_hook(name: &str) -> NewHook {
    NewHook {
        name: name.into(),
        url: "https://example.org/hook".into(),
        secret: b"secret".to_vec(),
        events: vec!["register".into(), "close".into()],
        created_at: Moment(1),
    }
}

#[test]
fn a_hook_is_told_by_one_at_a_time_and_goes_on_behind_what_it_was_told() {
    on_both(|fresh| {
        let stores = [fresh.open(), fresh.open()];
        let store = &stores[0];
        New::order(1).commit(store);
        store.put_hook(new_hook("a")).unwrap();
        store.put_hook(new_hook("b")).unwrap();
        let hook = store.hooks().unwrap().remove(0);
        assert_eq!(
            (hook.secret.as_slice(), hook.events.as_slice()),
            (&b"secret"[..], &new_hook("a").events[..])
        );
        assert!(store.entries_after(hook.pos, 9).unwrap().is_empty(), "it begins at the end");
        assert!(!format!("{hook:?}{:?}", new_hook("a")).contains("115, 101"));

        let claim =
            |which: usize, at| stores[which].claim_hook(Moment(at), 100).unwrap().map(|hook| hook.name);
        assert_eq!(claim(0, 0), None, "not yet due");
        let both: [Option<String>; 2] = [claim(0, 10), claim(1, 10)];
        assert_eq!(both, [Some("a".into()), Some("b".into())]);
        assert_eq!(claim(0, 109), None, "both are claimed");
        store.fail_hook("a", 3, Moment(500), "503").unwrap();
        store.advance_hook("b", hook.pos + 5, Moment(300)).unwrap();
        assert_eq!(claim(1, 299), None);
        assert_eq!(claim(1, 300).as_deref(), Some("b"));
        store.advance_hook("b", hook.pos + 1, Moment(900)).unwrap();
        let [a, b] = store.hooks().unwrap().try_into().unwrap();
        assert_eq!((a.attempts, a.last_error.as_deref(), a.pos), (3, Some("503"), hook.pos));
        assert_eq!((b.attempts, b.last_error, b.pos), (0, None, hook.pos + 5), "never back");

        store.bury("a", hook.pos + 1, 4, "gone", Moment(600)).unwrap();
        let letter = store.hook_letters("a", 9).unwrap().remove(0);
        assert_eq!((letter.pos, letter.attempts, letter.error.as_str()), (hook.pos + 1, 4, "gone"));
        store.note_redelivered(letter.id, Moment(700)).unwrap();
        assert_eq!(store.letter(letter.id).unwrap().unwrap().redelivered_at, Some(Moment(700)));
        let a = store.hooks().unwrap().remove(0);
        assert_eq!((a.attempts, a.last_error, a.pos), (0, None, hook.pos + 1));

        assert!(store.set_hook_active("a", false).unwrap());
        assert_eq!(claim(0, 399), None, "b is claimed, a is not active");
        store.put_hook(NewHook { url: "https://example.org/other".into(), ..new_hook("b") }).unwrap();
        let b = store.hooks().unwrap().remove(1);
        assert_eq!((b.url.as_str(), b.pos), ("https://example.org/other", hook.pos + 5));
        assert!(store.remove_hook("b").unwrap() && !store.remove_hook("b").unwrap());
    });
}
