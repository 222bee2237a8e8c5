//! Searching: words, phrases, where they stand, and more of the like.

use serde_json::{Value, json};

use crate::world::{World, worlds};

fn found(world: &World, by: &str, query: &str) -> Vec<Value> {
    let escaped: String = query.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let answer = world.get(by, &format!("/api/orders/search?snippets=true&q={escaped}"));
    assert_eq!(answer.status, 200, "{}", answer.json);
    answer.json["items"].as_array().unwrap().clone()
}

/// A snippet with what is lit in brackets.
fn lit(snippet: &Value) -> String {
    let pieces = snippet["pieces"].as_array().unwrap().iter();
    let show = |piece: &Value| {
        let text = piece["text"].as_str().unwrap();
        if piece["lit"] == true { format!("[{text}]") } else { text.to_owned() }
    };
    pieces.map(show).collect()
}

#[test]
fn what_is_found_shows_where_it_stands_with_nothing_of_the_citizen() {
    for world in worlds() {
        let story = "我叫王小明，电话13800138000。地铁2号线出口的电缆垂到人行道上，孩子上学要绕着走。";
        let number = world.register(json!({"title": "电缆", "content": story, "address": "和平路 12 号"}));
        world.register(json!({"title": "别的", "content": "号线的电缆，不在地铁", "demand": "2"}));
        let words = found(&world, "supervisor", "地铁 电缆");
        assert_eq!(words.len(), 2);
        let one = words.iter().find(|line| line["number"] == number).unwrap();
        assert_eq!(one["found"][0]["in"], "appeal");
        let shown = lit(&one["found"][0]);
        assert!(shown.contains("[地铁]") && shown.contains("[电缆]"), "{shown}");
        assert!(!shown.contains("王小明") && !shown.contains("13800138000"), "{shown}");

        let phrase = found(&world, "supervisor", "“地铁2号线”");
        assert_eq!(phrase.len(), 1);
        assert_eq!(phrase[0]["number"], number);
        assert!(lit(&phrase[0]["found"][0]).contains("[地铁2号线]"));
        assert_eq!(found(&world, "supervisor", "和平路").len(), 1, "the address is searched, too");

        // Without being asked for, nothing is shown.
        let plain = world.get("supervisor", "/api/orders/search?q=%E5%9C%B0%E9%93%81").json;
        assert!(plain["items"][0].get("found").is_none());
    }
}

#[test]
fn more_of_the_like_is_found_and_the_order_is_not_its_own_like() {
    for world in worlds() {
        let one =
            world.register(json!({"content": "幸福里小区三号楼电梯困人，电梯一直没有年检", "place": "p1"}));
        let same = world.register(json!({"content": "幸福里的电梯又困人了，三号楼", "place": "p1"}));
        let alike = world.get("dispatcher", &format!("/api/orders/{one}/alike"));
        assert_eq!(alike.status, 200, "{}", alike.json);
        let numbers: Vec<&str> =
            alike.json.as_array().unwrap().iter().map(|line| line["number"].as_str().unwrap()).collect();
        assert!(numbers.contains(&same.as_str()) && !numbers.contains(&one.as_str()), "{numbers:?}");
        assert_eq!(world.get("handler", &format!("/api/orders/{one}/alike")).status, 404);
    }
}
