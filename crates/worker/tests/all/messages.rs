//! Notices on their way to citizens and units.

use domain::codes::{Manner, Role};
use domain::dispatch::Dispatch;
use domain::intake::{Accept, AnswerAtOnce};
use domain::person::Actor;
use serde_json::Value;
use store::Identity;
use store::testing::{Fresh, on_both};
use worker::messages::Mail;

use crate::city::{START, appeal, by_phone, config, desk, handler, operator, seeded, worker};
use crate::smtp_server::SmtpServer;

fn mail(server: &SmtpServer) -> Mail {
    Mail {
        server: server.url.clone(),
        from: "望澜12345 <hotline@city.example>".into(),
        sms: Some("{phone}@sms.example".into()),
    }
}

fn filed(fresh: &Fresh) -> Vec<Value> {
    let text = std::fs::read_to_string(fresh.folder.path().join("outbox.jsonl")).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn without_a_mail_server_everything_goes_to_a_file_that_names_nobody() {
    on_both(|fresh| {
        let store = seeded(fresh);
        appeal(&desk(&store), by_phone());
        let worker = worker(fresh, &store, None);
        assert_eq!(worker.once(START).unwrap(), 1);
        assert_eq!(worker.once(START.plus_minutes(10)).unwrap(), 0, "what is told is told once");
        let [line] = filed(fresh).try_into().unwrap();
        assert_eq!((&line["channel"], &line["to"]), (&"sms".into(), &"citizen:1".into()));
        let code = store.receipt(domain::ids::OrderId(1)).unwrap().unwrap().code;
        let text = line["text"].as_str().unwrap();
        assert!(text.contains(line["order"].as_str().unwrap()) && text.contains(&code), "{text}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode =
                std::fs::metadata(fresh.folder.path().join("outbox.jsonl")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    });
}

#[test]
fn a_file_for_a_sending_program_names_the_number() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    appeal(&desk(&store), by_phone());
    let config = worker::Config { outbox_in_clear: true, ..config(&fresh, None) };
    worker::Worker::new(store, config).unwrap().once(START).unwrap();
    assert_eq!(filed(&fresh)[0]["to"], crate::city::PHONE);
}

#[test]
fn a_citizen_is_told_by_short_message_or_mail_in_the_language_they_chose() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = SmtpServer::start(&[]);
        let more = [("email", "wang@mail.example"), ("language", "en")];
        let more = more.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        let desk = desk(&store);
        appeal(&desk, by_phone());
        appeal(&desk, Identity { more, ..Identity::default() });
        appeal(&desk, Identity { name: "无名".into(), ..Identity::default() });
        assert_eq!(worker(fresh, &store, Some(mail(&server))).once(START).unwrap(), 3);
        let got = server.got();
        assert_eq!(got.len(), 2, "who left neither number nor address is not told: {got:?}");
        assert_eq!(got[0].to, ["13800138000@sms.example"]);
        assert_eq!(got[1].to, ["wang@mail.example"]);
        assert!(got[1].header("Subject").contains("registered"), "{}", got[1].mail);
        assert!(filed(fresh).is_empty());
    });
}

#[test]
fn a_mail_that_fails_is_sent_later_under_the_same_name() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = SmtpServer::start(&["451 try again later", "421 closing"]);
        appeal(&desk(&store), by_phone());
        let worker = worker(fresh, &store, Some(mail(&server)));
        assert_eq!(worker.once(START).unwrap(), 0);
        assert_eq!(worker.once(START.plus_millis(4_000)).unwrap(), 0, "not before its time");
        assert_eq!(worker.once(START.plus_millis(6_000)).unwrap(), 0);
        assert_eq!(worker.once(START.plus_millis(20_000)).unwrap(), 1);
        let [got] = server.got().try_into().unwrap();
        let number = store.order(domain::ids::OrderId(1)).unwrap().unwrap().order.number;
        assert_eq!(got.header("Message-ID"), format!("<1.{number}@city.example>"));
    });
}

#[test]
fn a_message_that_never_goes_is_given_up_and_counted() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    let nobody = SmtpServer::start(&["550 no"; 20]);
    appeal(&desk(&store), by_phone());
    let worker = worker(&fresh, &store, Some(mail(&nobody)));
    for hour in 0..20 {
        worker.once(START.plus_minutes(hour * 61)).unwrap();
    }
    assert_eq!(store.jobs_given_up().unwrap(), 1);
}

#[test]
fn the_people_of_a_unit_are_told_each_and_a_unit_without_any_is_recorded() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = SmtpServer::start(&[]);
        handler(&store, "zhao", "U02", "zhao@unit.example");
        handler(&store, "qian", "U02", "gone@unit.example");
        handler(&store, "sun", "U02", "sun@unit.example");
        let desk = desk(&store);
        for unit in ["U02", "U03"] {
            let id = appeal(&desk, Identity::default());
            desk.perform(id, &operator(), START, |_, _| Accept {}.into()).unwrap();
            let dispatcher = Actor::staff(Role::Dispatcher, "fang", Some("U00"));
            desk.perform(id, &dispatcher, START, |_, texts| {
                let basis =
                    domain::order::Basis::Human { reason: texts.seal("目录无此事项"), overrides: None };
                let manner = Manner::Direct;
                Dispatch { lead: unit.into(), assists: Vec::new(), basis, manner, copy_to: None }.into()
            })
            .unwrap();
        }
        worker(fresh, &store, Some(mail(&server))).once(START).unwrap();
        let told: Vec<String> = server.got().into_iter().flat_map(|got| got.to).collect();
        assert_eq!(told, ["sun@unit.example", "zhao@unit.example"]);
        let [line] = filed(fresh).try_into().unwrap();
        assert_eq!((&line["channel"], &line["to"]), (&"unit".into(), &"unit:U03".into()));
    });
}

#[test]
fn an_end_is_told_in_its_own_words() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    let desk = desk(&store);
    let id = appeal(&desk, by_phone());
    desk.perform(id, &operator(), START, |_, texts| AnswerAtOnce { answer: texts.seal("已告知") }.into())
        .unwrap();
    worker(&fresh, &store, None).once(START).unwrap();
    let told = filed(&fresh);
    let text = told[1]["text"].as_str().unwrap();
    assert!(text.contains("当场答复") && text.contains("月"), "{text}");
}

#[test]
fn settings_that_cannot_be_used_are_named_without_their_secrets() {
    let fresh = Fresh::sqlite();
    let store = seeded(&fresh);
    let refused = |server: &str, from: &str, sms: &str| {
        let mail = Mail { server: server.into(), from: from.into(), sms: Some(sms.into()) };
        worker::Worker::new(store.clone(), config(&fresh, Some(mail))).err().unwrap().to_string()
    };
    let said = refused("gopher://me:secret@host", "a@b.example", "{phone}@c.example");
    assert!(said.starts_with("smtp: ") && !said.contains("secret"), "{said}");
    assert!(refused("smtps://host", "nobody", "{phone}@c.example").starts_with("mail_from: "));
    assert!(refused("smtps://host", "a@b.example", "c@c.example").contains("lacks {phone}"));
}
