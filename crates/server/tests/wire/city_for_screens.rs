//! The city as screens have it.

use serde_json::json;
use store::{Matter, Place};

use crate::world::{header, worlds};

#[test]
fn a_screen_gets_the_city_once_and_then_asks_whether_it_changed() {
    for world in worlds() {
        let matter = |code: &str, parent: &str, level: i64| Matter {
            code: code.to_owned(),
            name: format!("事项{code}"),
            parent: parent.to_owned(),
            level,
            urgency: "urgent".to_owned(),
            keywords: "路灯 不亮".to_owned(),
        };
        world.store.put_matters(vec![matter("00", "", 1), matter("001", "00", 2)]).unwrap();
        let place = Place {
            code: "p1".to_owned(),
            name: "一区".to_owned(),
            parent: String::new(),
            level: 1,
            lat_e6: Some(30_935_000),
            lon_e6: None,
        };
        world.store.put_places(vec![place]).unwrap();

        let city = world.get("handler", "/api/city");
        assert_eq!(city.status, 200);
        assert_eq!(city.json["id"], "testing");
        assert_eq!(city.json["hotline_unit"], "hotline");
        let units = city.json["units"].as_array().unwrap();
        let village = units.iter().find(|unit| unit["code"] == "village").unwrap();
        assert_eq!(village["parent"], "unit-001");
        assert_eq!(
            city.json["matters"][1],
            json!({"code": "001", "name": "事项001", "parent": "00", "level": 2, "urgency": "urgent",
                "keywords": ["路灯", "不亮"]})
        );
        assert_eq!(city.json["places"][0]["lat"], 30.935);
        let numbers = city.json["policy"]["numbers"].as_array().unwrap();
        let handling = numbers.iter().find(|number| number["path"] == "limits.handling.ordinary").unwrap();
        assert!(handling["value"].as_str().unwrap().contains("days"));
        assert!(!handling["basis"].as_str().unwrap().is_empty());

        let tag = header(&city, "etag");
        let again = world.ask("handler", "GET", "/api/city").header("if-none-match", &tag).send();
        assert_eq!((again.status.as_u16(), again.bytes.len()), (304, 0));
        let proxied = format!("\"x\", W/{tag}");
        let again = world.ask("operator", "GET", "/api/city").header("if-none-match", &proxied).send();
        assert_eq!(again.status, 304);
        world.store.put_matters(vec![matter("002", "", 1)]).unwrap();
        let changed = world.ask("handler", "GET", "/api/city").header("if-none-match", &tag).send();
        assert_eq!(changed.status, 200);
    }
}
