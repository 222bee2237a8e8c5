//! Webhooks: signed, in order, retried, buried, delivered again.

use domain::Moment;
use domain::ids::OrderId;
use domain::intake::Accept;
use standardwebhooks::Webhook;
use store::testing::on_both;
use store::{Identity, NewHook, Store};
use worker::hooks::{Failure, LetterError, Post, read_secret, redeliver, show_secret, signature};

use crate::city::{START, appeal, by_phone, desk, operator, seeded, worker};
use crate::http_server::HttpServer;

const SECRET: &[u8] = b"a secret of more than twenty-four bytes";

fn hook(store: &Store, name: &str, url: &str, events: &[&str]) {
    let events = events.iter().map(|&event| event.to_owned()).collect();
    let (name, url, secret) = (name.to_owned(), url.to_owned(), SECRET.to_vec());
    store.put_hook(NewHook { name, url, secret, events, created_at: START }).unwrap();
}

/// Orders that were registered and accepted: two entries each.
fn orders(store: &Store, count: usize) -> Vec<OrderId> {
    let desk = desk(store);
    let open = |_| {
        let id = appeal(&desk, Identity::default());
        desk.perform(id, &operator(), START, |_, _| Accept {}.into()).unwrap();
        id
    };
    (0..count).map(open).collect()
}

fn later(seconds: i64) -> Moment {
    START.plus_millis(seconds * 1_000)
}

#[test]
fn what_happens_is_told_signed_and_in_order_without_texts_and_names() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = HttpServer::start(&[]);
        hook(&store, "gis", &server.url, &[]);
        let desk = desk(&store);
        let id = appeal(&desk, by_phone());
        desk.perform(id, &operator(), later(60), |_, _| Accept {}.into()).unwrap();
        worker(fresh, &store, None).once(later(61)).unwrap();
        let got = server.got();
        let told: Vec<_> = got.iter().map(|got| got.event()["type"].as_str().unwrap().to_owned()).collect();
        assert_eq!(told, ["order.register", "order.accept"]);
        let accepted = got[1].event();
        assert_eq!(
            (&accepted["data"]["version"], &accepted["data"]["stage"]),
            (&2.into(), &"accepted".into())
        );
        assert_eq!(got[0].event()["data"]["stage"], "registered", "as it stood then");
        let received: jiff::Timestamp = accepted["timestamp"].as_str().unwrap().parse().unwrap();
        assert_eq!(Moment::from(received), later(60));
        for got in &got {
            let said = got.headers["webhook-timestamp"].to_str().unwrap().parse().unwrap();
            let theirs = Webhook::new(&show_secret(SECRET)).unwrap();
            let expected = theirs.sign(got.id(), said, got.body.as_bytes()).unwrap();
            assert_eq!(got.headers["webhook-signature"].to_str().unwrap(), expected);
            assert!(!got.body.contains("施工") && !got.body.contains("王女士"), "{}", got.body);
        }
    });
}

#[test]
fn a_hook_that_fails_gets_everything_later_and_in_order() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = HttpServer::start(&[204, 500, 302, 429]);
        hook(&store, "gis", &server.url, &["order.*"]);
        orders(&store, 2);
        let worker = worker(fresh, &store, None);
        worker.once(START).unwrap();
        assert_eq!(server.got().len(), 2, "the others wait behind the one that failed");
        worker.once(later(1)).unwrap();
        assert_eq!(server.got().len(), 2, "not before its time");
        for second in [6, 17, 40] {
            worker.once(later(second)).unwrap();
        }
        let (got, taken) = (server.got(), server.taken());
        assert_eq!(got.len(), 7, "a redirect is not followed");
        assert_eq!((got[1].id(), got[2].id()), (got[3].id(), got[4].id()), "the same name each time");
        let mut sorted = taken.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(taken, sorted);
        assert_eq!(taken.len(), 4);
        assert_eq!(store.hooks().unwrap()[0].attempts, 0);
    });
}

#[test]
fn what_is_never_taken_goes_to_the_dead_letters_and_can_be_delivered_again() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = HttpServer::start(&[503; 13]);
        hook(&store, "gis", &server.url, &["order.register", "order.accept"]);
        orders(&store, 1);
        let worker = worker(fresh, &store, None);
        for hour in 0..12 {
            worker.once(START.plus_minutes(hour * 61)).unwrap();
        }
        let [letter] = store.hook_letters("gis", 10).unwrap().try_into().unwrap();
        assert_eq!((letter.attempts, letter.error.as_str()), (12, "answered 503"));
        assert_eq!(server.got().len(), 13, "what came after it had its first attempt: {:?}", server.got());
        worker.once(START.plus_minutes(13 * 61)).unwrap();
        assert_eq!(server.taken().len(), 1, "the journal goes on behind a dead letter");

        let post = Post::new(true);
        redeliver(&store, &post, letter.id, later(100_000)).unwrap();
        assert_eq!(*server.taken().last().unwrap(), format!("msg_gis_{}", letter.pos));
        assert!(store.letter(letter.id).unwrap().unwrap().redelivered_at.is_some());
        let none = redeliver(&store, &post, 99, later(1)).unwrap_err();
        assert!(matches!(none, LetterError::NoLetter(99)));
    });
}

#[test]
fn a_hook_that_is_gone_is_switched_off() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let server = HttpServer::start(&[410]);
        hook(&store, "gis", &server.url, &[]);
        orders(&store, 1);
        let worker = worker(fresh, &store, None);
        worker.once(START).unwrap();
        worker.once(START.plus_minutes(600)).unwrap();
        assert_eq!(server.got().len(), 1);
        assert!(!store.hooks().unwrap()[0].active);
    });
}

#[test]
fn two_workers_tell_each_hook_each_thing_once() {
    on_both(|fresh| {
        let store = seeded(fresh);
        let servers = [HttpServer::start(&[]), HttpServer::start(&[])];
        hook(&store, "gis", &servers[0].url, &["order.accept"]);
        hook(&store, "oa", &servers[1].url, &[]);
        orders(&store, 40);
        let stores = [fresh.open(), fresh.open()];
        std::thread::scope(|scope| {
            for store in &stores {
                scope.spawn(|| worker(fresh, store, None).once(START).unwrap());
            }
        });
        // What one of them held when the other looked is told by now.
        worker(fresh, &store, None).once(later(1)).unwrap();
        assert_eq!(servers[0].taken().len(), 40);
        assert_eq!(servers[1].taken().len(), 80);
        for server in &servers {
            let positions: Vec<i64> =
                server.taken().iter().map(|id| id.rsplit('_').next().unwrap().parse().unwrap()).collect();
            assert!(positions.is_sorted_by(|one, other| one < other), "{positions:?}");
        }
    });
}

#[test]
fn hooks_do_not_lead_into_the_house() {
    let post = Post::new(false);
    let server = HttpServer::start(&[]);
    let send = |url: &str| post.send(url, SECRET, "msg_1", "{}", START).unwrap_err();
    for url in ["http://1.1.1.1/", "ftp://1.1.1.1/", "nonsense", "https://"] {
        assert!(matches!(send(url), Failure::Forbidden(_)), "{url}: {:?}", send(url));
    }
    let port = server.url.rsplit(':').next().unwrap();
    for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"] {
        let failure = send(&format!("https://{host}:{port}"));
        assert!(failure.to_string().contains("no public address"), "{host}: {failure}");
    }
    let not_tls = Post::new(true).send(&server.url.replace("http", "https"), SECRET, "msg_1", "{}", START);
    assert!(matches!(not_tls, Err(Failure::Silent(_))), "{not_tls:?}");
    assert!(server.got().is_empty());
}

#[test]
fn the_signature_is_that_of_the_published_example() {
    let secret = read_secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD").unwrap();
    let body = r#"{"email":"test@example.com","username":"test_user"}"#;
    let signed = signature(&secret, "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", 1_649_367_553, body);
    assert_eq!(signed, "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=");
    assert_eq!(show_secret(&secret), "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    for wrong in ["C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "whsec_", "whsec_c2hvcnQ=", "whsec_???"] {
        assert!(read_secret(wrong).is_err(), "{wrong}");
    }
}
