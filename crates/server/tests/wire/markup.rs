//! The pages as such: light, well formed, closed to what others write.

use std::collections::HashSet;

use serde_json::json;

use crate::pages::{Browser, text};
use crate::world::{World, header};

/// The most that a page may weigh with all that comes with it.
const MOST: usize = 100_000;

/// The pages that everybody may read.
const OPEN: &[&str] =
    &["/", "/appeals/new", "/orders", "/knowledge", "/cases", "/accessibility", "/privacy", "/x"];

/// Elements without an end.
const VOID: &[&str] = &["meta", "link", "img", "input", "br", "circle"];

/// Texts that would be markup, wherever they are not text.
const HOSTILE: &[&str] = &[
    "路灯<script>alert(1)</script>",
    "路灯\"><img src=x onerror=alert(1)>",
    "路灯' onfocus='alert(1)",
    "</textarea><svg onload=alert(1)>",
    "{{7*7}}{% raw %}<%= 1 %>",
];

/// What is wrong with the marks of a page: each that begins ends, in order.
fn faults(page: &str) -> Option<String> {
    let mut open: Vec<String> = Vec::new();
    let mut ids = HashSet::new();
    for piece in page.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else { return Some(format!("{piece:.40} has no end")) };
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Some(format!("</{name}> ends what was not begun last"));
            }
        } else if !tag.starts_with('!') {
            let name = tag.split([' ', '\n', '/']).next().unwrap_or_default().to_owned();
            if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next())
                && !ids.insert(id.to_owned())
            {
                return Some(format!("the id {id} is there twice"));
            }
            if tag.matches('"').count() % 2 != 0 {
                return Some(format!("<{tag}> has a loose quotation mark"));
            }
            if [" style=", " onclick=", " onload=", "javascript:"].iter().any(|bad| tag.contains(bad)) {
                return Some(format!("<{tag}> runs or styles inline"));
            }
            if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
                open.push(name);
            }
        }
    }
    (!open.is_empty()).then(|| format!("{open:?} do not end"))
}

#[test]
fn every_page_is_light_well_formed_and_runs_nothing_of_its_own() {
    let world = World::new();
    let mut browser = Browser::new(&world);
    let number = browser.appeal(&[("story", "路灯不亮")]);
    let own = [format!("/orders/{number}"), format!("/orders/{number}/receipt")];
    let around: usize = ["/portal/style.css", "/portal/script.js", "/portal/sign.svg"]
        .iter()
        .map(|file| browser.get(file).bytes.len())
        .sum();
    for look in ["?lang=zh&print=normal", "?lang=en&print=large"] {
        for path in OPEN.iter().copied().chain(own.iter().map(String::as_str)) {
            let ask = world.ask("", "GET", &format!("{path}{look}")).header("accept", "text/html");
            let ask = ask.header("cookie", &browser.cookies_of(path));
            let answer = ask.send();
            let page = text(&answer);
            assert_eq!(faults(&page), None, "{path}{look}");
            assert!(page.len() + around < MOST, "{path} weighs {}", page.len() + around);
            let policy = header(&answer, "content-security-policy");
            assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{path}: {policy}");
            for part in ["<html lang=", "<title>", "<h1", "<main", "class=\"skip\"", "<nav"] {
                assert!(page.contains(part), "{path} has no {part}");
            }
        }
    }
}

#[test]
fn what_others_write_is_text_on_every_page() {
    let world = World::new();
    for hostile in HOSTILE {
        let mut browser = Browser::new(&world);
        let said = [
            ("story", *hostile),
            ("demand", *hostile),
            ("spot", *hostile),
            ("name", *hostile),
            ("kind", *hostile),
        ];
        let number = browser.appeal(&said);
        let wrong = [("story", *hostile), ("phone", *hostile), ("place", *hostile), ("once", *hostile)];
        let mut pages = vec![text(&browser.send("/appeals/new", &wrong, &[]))];
        pages.push(text(&browser.done(&format!("/orders/{number}/supplements"), &[("text", hostile)])));
        let unsure = [("text", *hostile), ("once", "z")];
        pages.push(text(&browser.send(&format!("/orders/{number}/withdrawals"), &unsure, &[])));
        pages.push(text(&browser.send("/orders", &[("number", hostile), ("code", hostile)], &[])));
        world.done("operator", &number, "questions", json!({"question": {"text": hostile}}));
        pages.push(text(&browser.get(&format!("/orders/{number}"))));
        let encoded: String = hostile.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for path in ["/knowledge?q=", "/knowledge?matter=", "/cases?before=", "/orders?number=", "/?lang="] {
            pages.push(text(&browser.get(&format!("{path}{encoded}"))));
        }
        pages.push(text(&world.ask("", "GET", &format!("/{encoded}")).header("accept", "text/html").send()));
        for page in pages {
            assert_eq!(faults(&page), None, "{hostile}");
            let ours = |tag: &str| page.matches(tag).count();
            assert_eq!(ours("<script"), 1, "{hostile}");
            assert!(
                ours("<img") <= 1 && ours("onerror=alert(1)>") == 0 && ours("<svg onload") == 0,
                "{hostile}"
            );
        }
    }
}
