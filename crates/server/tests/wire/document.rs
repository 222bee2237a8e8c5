//! The OpenAPI document.

use std::collections::HashSet;

use serde_json::Value;
use server::route::Answers;

use crate::world::World;

/// The document that is checked in.
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/openapi.json");

#[test]
fn the_document_is_the_one_that_is_checked_in() {
    let world = World::new();
    let document: Value = serde_json::from_str(world.app.document()).unwrap();
    let text = format!("{}\n", serde_json::to_string_pretty(&document).unwrap());
    if std::env::var_os("MINSHENG_BLESS").is_some() {
        std::fs::write(DOCUMENT, &text).unwrap();
    }
    let known = std::fs::read_to_string(DOCUMENT).unwrap_or_default();
    // In which order fields stand depends on how the program was built.
    let known: Value = serde_json::from_str(&known).unwrap_or_default();
    assert!(
        known == document,
        "docs/openapi.json is not up to date: run MINSHENG_BLESS=1 bin/test -p server"
    );
}

#[test]
fn it_names_every_route_once_and_every_shape() {
    let world = World::new();
    let document: Value = serde_json::from_str(world.app.document()).unwrap();
    let mut ids = HashSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap();
            assert!(ids.insert(id.to_owned()), "{method} {path}: {id} is there twice");
            assert!(!operation["summary"].as_str().unwrap().is_empty());
        }
    }
    let pages = world.app.routes().iter().filter(|route| matches!(route.answer, Answers::Page)).count();
    assert_eq!(ids.len() + pages, world.app.routes().len());
    let shapes = document["components"]["schemas"].as_object().unwrap();
    let text = document.to_string();
    for found in text.split("\"#/components/schemas/").skip(1) {
        let name = found.split('"').next().unwrap();
        assert!(shapes.contains_key(name), "there is no shape {name}");
    }
    assert!(!text.contains("#/$defs/"));
    // Two types of one name would be told apart by a number, which says nothing.
    let numbered: Vec<_> =
        shapes.keys().filter(|name| name.ends_with(|last: char| last.is_ascii_digit())).collect();
    assert!(numbered.is_empty(), "give these types names of their own: {numbered:?}");
}
