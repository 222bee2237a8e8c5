//! More than anybody needs: it is refused before it takes room. (OWASP ASVS
//! 2.4, 4.2, 5.2)

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode};
use futures_util::stream;
use serde_json::json;
use server::guard;
use tower::ServiceExt as _;

use crate::world::{World, runtime, token};

const PIECE: usize = 64 * 1024;

/// Sends pieces without end; the status, and how many pieces were taken.
fn endless(world: &World, by: &str, path: &str, declared: Option<usize>) -> (StatusCode, usize) {
    let taken = Arc::new(AtomicUsize::new(0));
    let count = taken.clone();
    let pieces = stream::repeat_with(move || {
        assert!(count.fetch_add(1, Ordering::SeqCst) < 4_000, "nobody stops it");
        Ok::<_, Infallible>(Bytes::from_static(&[b' '; PIECE]))
    });
    let mut request = Request::builder().method("POST").uri(path).header("if-match", "*");
    request = request.header("content-type", "application/json");
    if !by.is_empty() {
        request = request.header("authorization", format!("Bearer {}", token(by)));
    }
    if let Some(bytes) = declared {
        request = request.header("content-length", bytes);
    }
    let request = request.body(Body::from_stream(pieces)).unwrap();
    let response = runtime().block_on(guard::router(&world.app).oneshot(request)).unwrap();
    (response.status(), taken.load(Ordering::SeqCst))
}

#[test]
fn a_body_without_end_is_cut_off_at_the_limit() {
    let world = World::new();
    let (status, taken) = endless(&world, "operator", "/api/operator/orders", None);
    assert_eq!(status, 413);
    assert!(taken <= 512 * 1024 / PIECE + 2, "{taken}");
}

#[test]
fn a_body_that_says_that_it_is_too_large_is_not_read_at_all() {
    let world = World::new();
    let number = world.register(json!({}));
    let upload = format!("/api/operator/orders/{number}/attachments");
    assert_eq!(endless(&world, "operator", "/api/operator/orders", Some(513 * 1024)), (status(413), 0));
    assert_eq!(endless(&world, "operator", &upload, Some(101 << 20)), (status(413), 0));
    // A length that lies is no way around the limit.
    assert_eq!(endless(&world, "operator", "/api/operator/orders", Some(10)).0, 413);
}

#[test]
fn of_a_file_from_somebody_who_may_not_send_it_nothing_is_read() {
    let world = World::new();
    let number = world.register(json!({}));
    let path = |role: &str| format!("/api/{role}/orders/{number}/attachments");
    assert_eq!(endless(&world, "", &path("operator"), None), (status(401), 0));
    assert_eq!(endless(&world, "leader", &path("operator"), None), (status(403), 0));
    assert_eq!(endless(&world, "operator", &path("handler"), Some(50 << 20)), (status(403), 0));
}

#[test]
fn an_appeal_may_be_long_but_not_endless() {
    let world = World::new();
    world.register(json!({"content": "长".repeat(10_000)}));
    world.register(json!({"content": "长".repeat(100_000)}));
    let appeal = json!({"content": "长".repeat(100_001)});
    let answer = world.post("operator", "/api/operator/orders", appeal);
    assert_eq!(answer.status, 422, "{}", answer.json);
    assert_eq!(answer.json["code"], "text_too_long");
    let more = json!({"content": "c", "caller": {"name": "王", "phone": "1", "more": {"address": "长".repeat(100_001)}}});
    assert_eq!(world.post("operator", "/api/operator/orders", more).status, 422);
}

#[test]
fn what_is_nested_too_deep_is_not_understood() {
    let world = World::new();
    for bytes in [b"[".repeat(200_000), b"{\"content\":".repeat(40_000)] {
        let ask = world.ask("operator", "POST", "/api/operator/orders");
        let answer = ask.header("content-type", "application/json").bytes(bytes).send();
        assert_eq!(answer.status, 400, "{}", answer.json);
    }
}

#[test]
fn a_list_is_never_longer_than_a_page() {
    let world = World::new();
    for limit in ["0", "201", "18446744073709551615"] {
        let answer = world.get("supervisor", &format!("/api/orders?limit={limit}"));
        assert_eq!(answer.status, 200, "{limit}: {}", answer.json);
    }
    assert_eq!(world.get("supervisor", &format!("/api/orders/search?q={}", "a".repeat(201))).status, 400);
}

fn status(code: u16) -> StatusCode {
    StatusCode::from_u16(code).unwrap()
}
