//! Tricks with paths: nothing outside the table of routes is reached, and no
//! name from outside becomes the name of a file. (OWASP ASVS 5.3)

use axum::body::Body;
use axum::http::Request;
use serde_json::json;
use server::guard;
use tower::ServiceExt as _;

use crate::files::PNG;
use crate::world::{World, runtime};

#[test]
fn what_is_not_in_the_table_is_not_there() {
    let world = World::new();
    let long = format!("/api/orders/{}", "a".repeat(50_000));
    let paths = [
        "/api/../health",
        "/api/orders/../../health",
        "/api/orders/..",
        "/api/orders/%2e%2e",
        "/api/orders/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/api/orders/..%5c..%5cwindows",
        "/api/orders/%00",
        "/api/orders/%ff%fe",
        "/api/orders/%",
        "/api/orders/%zz",
        "//api//orders",
        "/api//orders",
        "/api/orders/",
        "/API/orders",
        "/api/orders;a=b",
        "/api/orders%2fcount",
        "/.git/config",
        "/keys.toml",
        long.as_str(),
    ];
    for path in paths {
        let request = Request::builder().uri(path).header("authorization", "Bearer token of supervisor");
        let request = request.body(Body::empty()).unwrap();
        let response =
            runtime().block_on(guard::router(&world.app).oneshot(request)).expect("the router answers");
        let status = response.status();
        assert!(status == 404 || status == 400, "{path}: {status}");
        assert_eq!(response.headers()["content-type"], "application/problem+json", "{path}");
    }
}

#[test]
fn the_name_of_a_file_is_its_hash_and_nothing_else() {
    let world = World::new();
    let number = world.register(json!({}));
    let path = format!("/api/operator/orders/{number}/attachments");
    let put = world.ask("operator", "POST", &path).header("if-match", "*").bytes(PNG.to_vec()).send();
    assert_eq!(put.status, 201, "{}", put.json);
    for name in ["..%2f..%2fkeys.toml", "%2fetc%2fpasswd", "%00", ".", "..", "%2e%2e", "x%00.png"] {
        let answer = world.get("operator", &format!("/api/orders/{number}/attachments/{name}"));
        assert_eq!(answer.status, 404, "{name}");
    }
    for entry in walk(&world.app.options().files) {
        let name = entry.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c)), "{name}");
    }
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
