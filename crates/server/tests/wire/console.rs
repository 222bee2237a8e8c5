//! The console's files, and how answers are compressed.

use serde_json::json;

use crate::world::{World, header};

#[test]
fn the_console_is_there_without_logging_in() {
    let world = World::new();
    let door = world.get("", "/console");
    assert_eq!((door.status.as_u16(), header(&door, "location").as_str()), (308, "/console/"));
    let page = world.get("", "/console/");
    assert_eq!(page.status, 200);
    assert_eq!(header(&page, "content-type"), "text/html; charset=utf-8");
    assert_eq!(header(&page, "cache-control"), "no-cache");
    assert!(header(&page, "content-security-policy").contains("script-src 'self';"));
    assert_eq!(header(&page, "x-content-type-options"), "nosniff");
    let screen = world.get("", "/console/orders/2026112301000000034?tab=story");
    assert_eq!(screen.bytes, page.bytes);
    assert_eq!(world.get("", "/console/assets/of-another-build.js").status, 404);
    assert_eq!(world.get("", "/console/..%2f..%2fetc%2fpasswd").bytes, page.bytes);
}

#[test]
fn what_is_read_is_compressed_and_what_may_hold_a_secret_is_not() {
    let world = World::new();
    let content = "路灯不亮".repeat(400);
    let number = world.register(json!({"content": content}));
    let path = format!("/api/orders/{number}");
    let plain = world.get("dispatcher", &path);
    assert_eq!(header(&plain, "content-encoding"), "");
    for way in ["gzip", "br", "zstd"] {
        let packed = world.ask("dispatcher", "GET", &path).header("accept-encoding", way).send();
        assert_eq!(header(&packed, "content-encoding"), way);
        assert!(packed.bytes.len() * 2 < plain.bytes.len(), "{way}: {}", packed.bytes.len());
    }
    let small = world.ask("dispatcher", "GET", "/api/me").header("accept-encoding", "br").send();
    assert_eq!(header(&small, "content-encoding"), "", "too short to gain anything");
    let look_up = world
        .ask("operator", "POST", "/api/operator/caller-lookups")
        .header("accept-encoding", "gzip, br")
        .json(&json!({"phone": "13800138000"}));
    let look_up = look_up.send();
    assert_eq!(look_up.status, 200);
    assert_eq!(header(&look_up, "content-encoding"), "", "answers to a post go out as they are");
    let refused = world.ask("", "GET", &path).header("accept-encoding", "br").send();
    assert_eq!(refused.status, 401);
    assert_eq!(header(&refused, "content-encoding"), "");
}
