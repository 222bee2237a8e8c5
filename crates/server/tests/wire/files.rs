//! Attachments.

use serde_json::json;

use crate::world::{World, header};

/// A PNG of one pixel, with a comment of some bytes, so that each is another
/// file.
pub fn photo(comment: &[u8]) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut png, b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    chunk(&mut png, b"tEXt", &[b"Comment\0", comment].concat());
    // One row: no filter, one black pixel, in a stored block of zlib.
    chunk(&mut png, b"IDAT", &[0x78, 1, 1, 2, 0, 0xfd, 0xff, 0, 0, 0, 2, 0, 1]);
    chunk(&mut png, b"IEND", &[]);
    png
}

fn chunk(png: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    png.extend((data.len() as u32).to_be_bytes());
    let body = [&kind[..], data].concat();
    png.extend(&body);
    png.extend(crc(&body).to_be_bytes());
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u32| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[test]
fn a_photo_is_shown_without_what_it_says_of_itself() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let hash = world.attach("handler", &number, 1, &photo(b"taken by Wang"));
    let page = world.get("handler", &format!("/api/orders/{number}")).json;
    assert_eq!(page["order"]["attachments"][0]["evidence"]["hash"], hash);
    let path = format!("/api/orders/{number}/attachments/{hash}");
    let shown = world.get("supervisor", &path);
    assert_eq!((shown.status.as_u16(), header(&shown, "content-type").as_str()), (200, "image/png"));
    assert!(!String::from_utf8_lossy(&shown.bytes).contains("Wang"));
    assert_eq!(header(&shown, "x-content-type-options"), "nosniff");
    assert_eq!(world.get("handler2", &path).status, 404);
    let looks = world.get("auditor", &format!("/api/auditor/looks?number={number}&login=supervisor")).json;
    assert_eq!(
        (&looks["items"][0]["purpose"], &looks["items"][0]["detail"]),
        (&json!("attachment"), &json!(hash))
    );
}

#[test]
fn what_is_no_photo_sound_or_document_is_not_taken() {
    let world = World::new();
    let number = world.register(json!({}));
    let send = |bytes: &[u8]| {
        let path = format!("/api/operator/orders/{number}/attachments");
        world.ask("operator", "POST", &path).header("if-match", "*").bytes(bytes.to_vec()).send()
    };
    for bad in [&b""[..], b"<html><script>alert(1)</script></html>", b"MZ\x90\0", &photo(b"x")[..40]] {
        let answer = send(bad);
        assert_eq!((answer.status.as_u16(), &answer.json["code"]), (422, &json!("unfit_file")), "{bad:?}");
    }
    assert_eq!(send(&photo(b"a")).status, 201);
    let again = send(&photo(b"a"));
    assert_eq!((again.status.as_u16(), &again.json["code"]), (409, &json!("attached_already")));
}

#[test]
fn evidence_is_what_is_attached() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    let note = |hash: &str| {
        let evidence = json!({"kind": "photo", "hash": hash, "taken_at": 1, "position": [1, 1]});
        world.act(
            "handler",
            &number,
            "notes",
            json!({"part": 1, "text": {"text": "现场"}, "evidence": [evidence]}),
        )
    };
    let made_up = note(&"ab".repeat(32));
    assert_eq!((made_up.status.as_u16(), &made_up.json["code"]), (422, &json!("not_attached")));
    let hash = world.attach("handler", &number, 1, &photo(b"site"));
    assert_eq!(note(&hash).status, 201);
    let page = world.get("handler", &format!("/api/orders/{number}")).json;
    let noted = page["history"].as_array().unwrap().last().unwrap();
    let evidence = &noted["events"][0]["noted"]["evidence"][0];
    assert_eq!(evidence["hash"], hash);
    assert!(evidence.get("taken_at").is_none() && evidence.get("position").is_none(), "{evidence}");
}

#[test]
fn the_same_upload_with_a_key_is_one_file() {
    let world = World::new();
    let number = world.register(json!({}));
    let send = || {
        let path = format!("/api/operator/orders/{number}/attachments");
        world.ask("operator", "POST", &path).header("idempotency-key", "u1").bytes(photo(b"once")).send()
    };
    let first = send();
    assert_eq!(first.status, 201, "{}", first.json);
    assert_eq!(send().json, first.json);
}
