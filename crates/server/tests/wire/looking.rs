//! Who looked, and who saw it first.

use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use futures_util::StreamExt as _;
use serde_json::json;
use server::guard;
use tower::ServiceExt as _;

use crate::world::{World, runtime, token};

#[test]
fn every_look_is_recorded_with_its_purpose() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    world.get("handler", &format!("/api/orders/{number}"));
    world.get("supervisor", "/api/orders");
    world.get("supervisor", "/api/orders/search?q=%E8%B7%AF%E7%81%AF");
    let looks = world.get("auditor", &format!("/api/auditor/looks?number={number}")).json;
    let seen: Vec<(&str, &str)> = looks["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|look| (look["login"].as_str().unwrap(), look["purpose"].as_str().unwrap()))
        .collect();
    assert_eq!(seen, [("supervisor", "search"), ("supervisor", "list"), ("handler", "read")]);
}

#[test]
fn a_leak_leads_to_those_who_saw_it() {
    let world = World::new();
    let number = world.register(json!({"content": "二单元三楼的王小明说电梯坏了，电话13800138000"}));
    world.register(json!({"content": "别处的电梯坏了"}));
    world.dispatch(&number);
    world.get("handler", &format!("/api/orders/{number}"));
    let mark = world.get("handler", "/api/me").json["watermark"]["mark"].as_str().unwrap().to_owned();
    let trace = |said: serde_json::Value| world.post("auditor", "/api/auditor/leak-traces", said);
    // As it was seen, with its masked places.
    let found =
        trace(json!({"excerpt": "二单元三楼的王**说电梯坏了，电话138****8000", "reason": "群众投诉泄露"}))
            .json;
    assert_eq!(found["orders"], json!([number]));
    assert!(found["looks"].as_array().unwrap().iter().any(|look| look["login"] == "handler"), "{found}");
    let found = trace(json!({"watermark": mark, "reason": "群众投诉泄露"})).json;
    assert_eq!(found["sessions"][0]["login"], "handler");
    assert_eq!(trace(json!({"excerpt": "王", "reason": "群众投诉泄露"})).status, 422);
    let looks = world.get("auditor", "/api/auditor/looks?login=auditor&what=clear").json;
    assert_eq!(looks["items"].as_array().unwrap().len(), 2);
}

/// Reads from a live stream until an event has a piece of text, or patience
/// ends.
fn listen(
    world: &World,
    by: &str,
    last: Option<&str>,
    wanted: &str,
    meanwhile: impl FnOnce() + Send,
) -> String {
    let mut request = Request::get("/api/live").header("authorization", format!("Bearer {}", token(by)));
    if let Some(last) = last {
        request = request.header("last-event-id", last);
    }
    let request = request.body(Body::empty()).unwrap();
    std::thread::scope(|scope| {
        let app = world.app.clone();
        scope.spawn(move || app.follow());
        let heard = runtime().block_on(async {
            let response = guard::router(&world.app).oneshot(request).await.unwrap();
            assert_eq!(response.status(), 200);
            let mut stream = response.into_body().into_data_stream();
            // The follower has to have begun: it looks several times a second.
            tokio::task::block_in_place(|| {
                world.app.until_followed();
                meanwhile();
            });
            let mut heard = String::new();
            let patience = tokio::time::timeout(Duration::from_secs(20), async {
                while let Some(Ok(piece)) = stream.next().await {
                    heard.push_str(&String::from_utf8_lossy(&piece));
                    if heard.contains(wanted) {
                        break;
                    }
                }
            });
            let _ = patience.await;
            heard
        });
        world.app.begin_to_stop();
        heard
    })
}

#[test]
fn what_happens_is_told_to_those_who_may_see_it() {
    let world = World::new();
    let foreign = world.register(json!({"matter": "002"}));
    let number = world.register(json!({}));
    world.dispatch(&number);
    let heard = listen(&world, "handler", None, "\"act\":\"sign\"", || {
        world.done("operator", &foreign, "acceptances", json!({}));
        world.done("handler", &number, "signings", json!({"part": 1}));
    });
    assert!(heard.contains("\"act\":\"sign\"") && heard.contains(&number), "{heard}");
    assert!(!heard.contains(&foreign), "{heard}");
}

#[test]
fn a_screen_that_was_away_is_told_what_it_missed() {
    let world = World::new();
    let number = world.register(json!({}));
    let heard = listen(&world, "operator", Some("0"), "\"act\":\"register\"", || {});
    assert!(heard.contains(&number) && heard.contains("id: "), "{heard}");
}

#[test]
fn a_session_that_is_ended_hears_no_more() {
    let world = World::new();
    let heard = listen(&world, "operator", None, "never", || {
        world.delete("administrator", "/api/administrator/people/operator/sessions");
        world.pass(10_000);
    });
    assert!(!heard.contains("never"));
    assert_eq!(world.get("operator", "/api/me").status, 401);
}
