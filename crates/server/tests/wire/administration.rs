//! Running the platform.

use serde_json::{Value, json};

use crate::world::World;

#[test]
fn people_come_change_and_go() {
    let world = World::new();
    let path = "/api/administrator/people/li.lei";
    let person =
        json!({"name": "李雷", "role": "operator", "unit": "hotline", "password": "three quiet lamps"});
    assert_eq!(
        world
            .put("administrator", path, json!({"name": "李雷", "role": "operator", "unit": "hotline"}))
            .status,
        422
    );
    assert_eq!(world.put("administrator", path, person.clone()).status, 204);
    let log_in =
        || world.post("", "/api/sessions", json!({"login": "li.lei", "password": "three quiet lamps"}));
    let token = log_in().json["token"].as_str().unwrap().to_owned();
    let alive = || {
        world.ask("", "GET", "/api/me").header("authorization", &format!("Bearer {token}")).send().status
            == 200
    };
    assert!(alive());
    // Another role: the old session, with the old rights, is over.
    let mut promoted = person.clone();
    promoted["role"] = json!("dispatcher");
    promoted["password"] = Value::Null;
    assert_eq!(world.put("administrator", path, promoted).status, 204);
    assert!(!alive());
    let mut gone = person.clone();
    gone["active"] = json!(false);
    assert_eq!(world.put("administrator", path, gone).status, 204);
    assert_eq!(log_in().status, 401);
    for (field, bad) in [
        ("role", "citizen"),
        ("unit", "nowhere"),
        ("name", ""),
        ("password", "123456789012"),
        ("email", "a b@c"),
    ] {
        let mut person = person.clone();
        person[field] = json!(bad);
        assert_eq!(world.put("administrator", path, person).status, 422, "{field}");
    }
    let people = world.get("administrator", "/api/administrator/people");
    assert!(!String::from_utf8(people.bytes).unwrap().contains("argon2"));
}

#[test]
fn systems_get_keys_that_are_shown_once() {
    let world = World::new();
    let made = world.put("administrator", "/api/administrator/systems/province", json!({"role": "intake"}));
    assert_eq!(made.status, 201);
    let key = made.json["key"].as_str().unwrap().to_owned();
    let ask = || {
        let ask =
            world.ask("", "GET", "/api/outside/appeals/x").header("authorization", &format!("Bearer {key}"));
        ask.send().status.as_u16()
    };
    assert_eq!(ask(), 404);
    let listed = world.get("administrator", "/api/administrator/systems");
    assert!(!String::from_utf8(listed.bytes).unwrap().contains(&key));
    assert_eq!(world.delete("administrator", "/api/administrator/systems/province").status, 204);
    assert_eq!(ask(), 401);
    assert_eq!(world.delete("administrator", "/api/administrator/systems/province").status, 404);
}

#[test]
fn hooks_lead_only_where_they_may() {
    let world = World::new();
    let put = |url: &str, events: Value| {
        world.put("administrator", "/api/administrator/hooks/paper", json!({"url": url, "events": events}))
    };
    for bad in ["ftp://x", "javascript:alert(1)", "https://", "http://news.example/"] {
        assert_eq!(put(bad, json!([])).status, 422, "{bad}");
    }
    assert_eq!(put("https://news.example/hook", json!(["order.nothing"])).status, 422);
    let made = put("https://news.example/hook", json!(["order.reply", "order.*"]));
    assert_eq!(made.status, 201, "{}", made.json);
    assert!(made.json["secret"].as_str().unwrap().starts_with("whsec_"));
    let hooks = world.get("administrator", "/api/administrator/hooks").json;
    assert_eq!((hooks[0]["name"].as_str(), hooks[0]["active"].as_bool()), (Some("paper"), Some(true)));
    assert_eq!(world.get("administrator", "/api/administrator/hooks/paper/letters").json, json!([]));
    assert_eq!(
        world
            .post("administrator", "/api/administrator/hooks/paper/redeliveries", json!({"letter": 1}))
            .status,
        404
    );
    assert_eq!(world.delete("administrator", "/api/administrator/hooks/paper").status, 204);
    assert_eq!(world.get("administrator", "/api/administrator/hooks/paper/letters").status, 404);
}

#[test]
fn an_administrator_sees_no_appeal() {
    let world = World::new();
    let number = world.register(json!({}));
    assert_eq!(world.get("administrator", &format!("/api/orders/{number}")).status, 403);
    assert_eq!(world.get("administrator", "/api/orders").status, 403);
}
