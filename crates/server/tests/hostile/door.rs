//! What stands before every route: headers, methods, addresses, how often.
//! (OWASP ASVS 2.4, 3.4, 4.1)

use std::net::{IpAddr, SocketAddr};

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::json;
use server::{Options, guard};
use tower::ServiceExt as _;

use crate::files::PNG;
use crate::world::{Answer, World, header, runtime};

/// A call of nobody from an address, with what proxies say of it.
fn from(world: &World, address: &str, forwarded: &[&str]) -> (StatusCode, HeaderMap) {
    let peer: SocketAddr = format!("{address}:40000").parse().unwrap();
    let mut request = Request::builder().uri("/api/openapi.json").extension(ConnectInfo(peer));
    for hops in forwarded {
        request = request.header("x-forwarded-for", *hops);
    }
    let request = request.body(Body::empty()).unwrap();
    let response = runtime().block_on(guard::router(&world.app).oneshot(request)).unwrap();
    (response.status(), response.headers().clone())
}

fn limited(proxies: Vec<IpAddr>) -> World {
    World::with(Options { strangers_a_minute: 2, calls_a_minute: 3, proxies, ..Options::default() })
}

#[test]
fn who_asks_too_often_is_told_when_to_come_back() {
    let world = limited(Vec::new());
    for _ in 0..3 {
        assert_eq!(world.get("leader", "/api/me").status, 200);
    }
    let answer = world.get("leader", "/api/me");
    assert_eq!((answer.status.as_u16(), &answer.json["code"]), (429, &json!("too_many")));
    let seconds: u64 = header(&answer, "retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    // Others are not made to wait for it; nor is who only asks whether it lives.
    assert_eq!(world.get("handler", "/api/me").status, 200);
    for _ in 0..10 {
        assert_eq!(world.get("", "/health").status, 200);
    }
}

#[test]
fn an_address_is_believed_only_when_a_proxy_of_ours_says_it() {
    // Nobody stands in front: whatever the header says, the address is the same.
    let world = limited(Vec::new());
    let each: Vec<u16> =
        (0..4).map(|at| from(&world, "192.0.2.1", &[&format!("198.51.100.{at}")]).0.as_u16()).collect();
    assert_eq!(each, [200, 200, 429, 429]);

    // Our proxy tells who asks …
    let world = limited(vec!["192.0.2.9".parse().unwrap()]);
    let through = |hops: &[&str]| from(&world, "192.0.2.9", hops).0.as_u16();
    assert_eq!(
        [through(&["198.51.100.1"]), through(&["198.51.100.1"]), through(&["198.51.100.1"])],
        [200, 200, 429]
    );
    assert_eq!(through(&["198.51.100.2"]), 200);
    // … and what was there before it, the caller may have written.
    assert_eq!(through(&["203.0.113.7, 198.51.100.1"]), 429);
    assert_eq!(through(&["203.0.113.8", "198.51.100.1"]), 429);
    assert_eq!(through(&["203.0.113.9, 198.51.100.1, 192.0.2.9"]), 429);
    assert_eq!(through(&["nonsense, 198.51.100.1"]), 429);
    // Another machine that says the same is not our proxy.
    let stranger = |at: u8| from(&world, "192.0.2.8", &[&format!("198.51.100.{at}")]).0.as_u16();
    assert_eq!([stranger(11), stranger(12), stranger(13)], [200, 200, 429]);
}

#[test]
fn a_method_that_is_not_answered_is_a_problem_that_names_it() {
    let world = World::new();
    let odd = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"];
    for method in odd {
        let answer = world.ask("operator", method, "/api/operator/orders").send();
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.json["code"], "no_such_method", "{method}");
        assert_eq!(header(&answer, "allow"), "POST", "{method}");
    }
    let answer = world.ask("operator", "POST", "/api/orders").send();
    assert_eq!((answer.status.as_u16(), header(&answer, "allow").as_str()), (405, "GET,HEAD"));
    // A header cannot make one method another.
    let ask =
        world.ask("operator", "GET", "/api/sessions/current").header("x-http-method-override", "DELETE");
    assert_eq!(ask.send().status, 405);
    assert_eq!(world.get("operator", "/api/me").status, 200);
}

#[test]
fn every_answer_bears_the_headers_that_keep_browsers_safe() {
    let world = World::with(Options { strangers_a_minute: 7, ..Options::default() });
    let number = world.register(json!({}));
    let upload = format!("/api/operator/orders/{number}/attachments");
    let put = world.ask("operator", "POST", &upload).header("if-match", "*").bytes(PNG.to_vec()).send();
    let page = world.get("operator", &format!("/api/orders/{number}"));
    let hash = page.json["order"]["attachments"][0]["evidence"]["hash"].as_str().unwrap().to_owned();
    let mut answers = vec![
        put,
        page,
        world.get("operator", &format!("/api/orders/{number}/attachments/{hash}")),
        world.post("leader", "/api/leader/exports", json!({"reason": "看一看"})),
        world.get("", "/health"),
        world.get("", "/api/openapi.json"),
        world.get("", "/nowhere"),
        world.get("", "/api/me"),
        world.get("operator", "/api/orders?open=perhaps"),
        world.post("operator", "/api/auditor/leak-traces", json!({})),
        world.ask("operator", "DELETE", "/api/me").send(),
        world.delete("operator", "/api/sessions/current"),
    ];
    answers.extend((0..8).map(|_| world.get("", "/api/openapi.json")));
    let statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    for wanted in [200, 201, 204, 400, 401, 403, 404, 405, 429] {
        assert!(statuses.contains(&wanted), "{wanted} is not among {statuses:?}");
    }
    answers.iter().for_each(is_hardened);
}

fn is_hardened(answer: &Answer) {
    let says = |name: &str, value: &str| {
        assert!(header(answer, name).contains(value), "{} {name}: {}", answer.status, header(answer, name));
    };
    says("x-content-type-options", "nosniff");
    says("x-frame-options", "DENY");
    says("referrer-policy", "no-referrer");
    says("content-security-policy", "default-src 'none'");
    says("content-security-policy", "frame-ancestors 'none'");
    says("cross-origin-resource-policy", "same-origin");
    says("cache-control", "no-store");
    says("strict-transport-security", "max-age=63072000");
    // What it is made of is nobody's business.
    assert!(!answer.headers.contains_key("server") && !answer.headers.contains_key("x-powered-by"));
}
