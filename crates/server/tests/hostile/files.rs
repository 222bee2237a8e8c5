//! Uploads: nothing that a browser runs is taken, and nothing is handed out
//! as something that a browser runs. (OWASP ASVS 5.2, 5.4)

use serde_json::json;

use crate::world::{Answer, World, header};

/// A picture of one dot.
pub const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\
    \rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

fn put(world: &World, number: &str, bytes: &[u8], media_type: &str) -> Answer {
    let path = format!("/api/operator/orders/{number}/attachments");
    let ask = world.ask("operator", "POST", &path).header("if-match", "*");
    ask.header("content-type", media_type).bytes(bytes.to_vec()).send()
}

#[test]
fn what_a_browser_would_run_is_not_taken() {
    let world = World::new();
    let number = world.register(json!({}));
    let bad: &[&[u8]] = &[
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"<html><body onload=alert(1)>",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        b"<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        b"#!/bin/sh\necho",
        b"MZ\x90\0\x03",
        b"\x7fELF\x02\x01\x01",
        b"PK\x03\x04\x14\0\0\0\x08\0zip of something",
        b"",
    ];
    for bytes in bad {
        // What the header says of it counts for nothing.
        let answer = put(&world, &number, bytes, "image/png");
        assert_eq!(answer.status, 422, "{}: {}", String::from_utf8_lossy(bytes), answer.json);
    }
}

#[test]
fn what_reads_like_a_program_is_handed_out_as_something_to_keep() {
    let world = World::new();
    let number = world.register(json!({}));
    for bytes in [b"alert(1)".as_slice(), b"=cmd|' /C calc'!A0"] {
        assert_eq!(put(&world, &number, bytes, "text/javascript").status, 201);
    }
    let page = world.get("operator", &format!("/api/orders/{number}"));
    for attached in page.json["order"]["attachments"].as_array().unwrap() {
        let hash = attached["evidence"]["hash"].as_str().unwrap();
        let shown = world.get("operator", &format!("/api/orders/{number}/attachments/{hash}"));
        assert_eq!(header(&shown, "content-disposition"), "attachment");
        assert!(header(&shown, "content-type").starts_with("text/plain"), "{:?}", shown.headers);
        assert_eq!(header(&shown, "x-content-type-options"), "nosniff");
    }
}

#[test]
fn a_picture_with_a_page_behind_it_is_a_picture() {
    let world = World::new();
    let number = world.register(json!({}));
    let both = [PNG, b"<script>alert(1)</script>"].concat();
    let answer = put(&world, &number, &both, "text/html");
    if answer.status == 422 {
        return;
    }
    let page = world.get("operator", &format!("/api/orders/{number}"));
    let hash = page.json["order"]["attachments"][0]["evidence"]["hash"].as_str().unwrap().to_owned();
    let shown = world.get("operator", &format!("/api/orders/{number}/attachments/{hash}"));
    assert_eq!(header(&shown, "content-type"), "image/png");
    assert_eq!(header(&shown, "x-content-type-options"), "nosniff");
    assert!(header(&shown, "content-security-policy").contains("sandbox"));
    assert!(!shown.bytes.windows(8).any(|bytes| bytes == b"<script>"), "what lies behind the picture goes");
}
