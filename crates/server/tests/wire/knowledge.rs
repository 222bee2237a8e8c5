//! Articles, what is alike, joining, and published cases.

use domain::Moment;
use serde_json::json;
use store::{Article, Audience, Matter, Place, Store};

use crate::pages::{Browser, text};
use crate::world::{START, World, worlds};

fn article(code: &str, audience: Audience, title: &str, until: Option<i64>) -> Article {
    Article {
        code: code.to_owned(),
        audience,
        title: title.to_owned(),
        questions: vec!["路灯坏了报给谁".to_owned()],
        body: "由城管部门管养，请说清灯杆编号。".to_owned(),
        title_en: String::new(),
        body_en: String::new(),
        matter: "001".to_owned(),
        unit: "unit-001".to_owned(),
        source: "某条例第一条".to_owned(),
        from: Moment(START - 86_400_000),
        until: until.map(Moment),
        changed_at: Moment(START - 86_400_000),
        version: 1,
    }
}

fn stock(store: &Store) {
    store.put_article(article("lamp", Audience::Public, "路灯不亮找谁", None)).unwrap();
    store.put_article(article("old", Audience::Public, "路灯旧规定", Some(START - 1000))).unwrap();
    store.put_article(article("inner", Audience::Internal, "路灯工单怎么转", None)).unwrap();
    let place = |code: &str, parent: &str, level, name: &str| Place {
        code: code.to_owned(),
        name: name.to_owned(),
        parent: parent.to_owned(),
        level,
        lat_e6: Some(30_000_000 + i64::from(code.len() as i32)),
        lon_e6: Some(120_000_000),
    };
    let places = [
        place("W", "", 1, "某市"),
        place("W1", "W", 2, "东区"),
        place("W101", "W1", 3, "甲街道"),
        place("W10101", "W101", 4, "乙社区"),
        place("W102", "W1", 3, "丙街道"),
    ];
    store.put_places(places.to_vec()).unwrap();
    let matter = Matter {
        code: "001".to_owned(),
        name: "路灯".to_owned(),
        parent: String::new(),
        level: 1,
        urgency: String::new(),
        keywords: String::new(),
    };
    store.put_matters(vec![matter]).unwrap();
}

#[test]
fn articles_are_found_by_words_and_shown_to_whom_they_are_for() {
    for world in worlds() {
        stock(&world.store);
        let mut browser = Browser::new(&world);
        let q: String = "楼下路灯坏了".bytes().map(|byte| format!("%{byte:02X}")).collect();
        let found = text(&browser.get(&format!("/knowledge?q={q}")));
        assert!(found.contains("/knowledge/lamp"));
        assert!(!found.contains("/knowledge/old") && !found.contains("/knowledge/inner"));
        for (code, status) in [("lamp", 200), ("old", 404), ("inner", 404), ("none", 404)] {
            assert_eq!(browser.get(&format!("/knowledge/{code}")).status, status, "{code}");
        }
        assert!(text(&browser.get("/knowledge/lamp?lang=en")).contains("not in English yet"));
        // Staff see all of them, and that one is out of date.
        let items = world.get("operator", &format!("/api/articles?q={q}")).json["items"].clone();
        let expired = |code: &str| {
            let found = items.as_array().unwrap().iter().find(|item| item["code"] == code);
            found.map(|item| item["expired"] == true)
        };
        assert_eq!(
            (expired("lamp"), expired("old"), expired("inner")),
            (Some(false), Some(true), Some(false))
        );
        assert_eq!(world.get("", "/api/articles").status, 401);

        browser.done("/knowledge/lamp/votes", &[("helpful", "yes")]);
        browser.done("/knowledge/lamp/votes", &[("helpful", "yes")]);
        assert_eq!(world.store.article_votes("lamp").unwrap().helpful, 1, "one browser votes once");
        assert_eq!(browser.send("/knowledge/lamp/corrections", &[("text", "")], &[]).status, 422);
        browser.done("/knowledge/lamp/corrections", &[("text", "电话错了，我的是13912345678")]);
        let open = world.get("knowledge_editor", "/api/article-corrections").json["items"].clone();
        assert_eq!((&open[0]["article"], open.as_array().unwrap().len()), (&json!("lamp"), 1));
        assert!(!open.to_string().contains("13912345678"));
        let settle = format!("/api/article-corrections/{}/settlements", open[0]["id"]);
        assert_eq!(world.post("knowledge_editor", &settle, json!({})).status, 204);
        assert_eq!(world.post("knowledge_editor", &settle, json!({})).status, 404);
        assert_eq!(world.post("operator", &settle, json!({})).status, 403);
    }
}

const STORY: &str = "和平路口的路灯三天不亮，晚上老人摔了一跤";

#[test]
fn operators_see_what_is_alike_and_why() {
    for world in worlds() {
        stock(&world.store);
        let same = world.register(json!({"content": STORY, "matter": "001", "place": "W10101"}));
        world.register(json!({"content": "小学门口早晚高峰堵车严重", "matter": "002", "place": "W101",
            "caller": {"name": "李四", "phone": "13700137000"}}));
        let asked = json!({
            "story": "路灯不亮好几天了，和平路口，老人晚上出门摔倒", "place": "W101", "matter": "001", "phone": "13800138000",
        });
        let answer = world.post("operator", "/api/operator/likenesses", asked.clone());
        assert_eq!(answer.status, 200, "{}", answer.json);
        let orders = answer.json["orders"].as_array().unwrap();
        assert_eq!(orders.len(), 1, "{}", answer.json);
        assert_eq!(orders[0]["number"], same);
        let reasons: Vec<&str> = orders[0]["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .map(|reason| reason["reason"].as_str().unwrap())
            .collect();
        assert_eq!(reasons, ["same_caller", "same_place", "same_matter", "shared_words"]);
        assert_eq!(answer.json["articles"][0]["code"], "lamp");
        let nothing = world.post("operator", "/api/operator/likenesses", json!({"story": ""}));
        assert_eq!(nothing.json["orders"], json!([]));
        assert_eq!(world.post("handler", "/api/operator/likenesses", asked).status, 403);
    }
}

/// The tickets of what is offered while an appeal is written.
fn offers(browser: &mut Browser, story: &str, place: &str) -> Vec<String> {
    let page = text(&browser.send("/appeals/alike", &[("story", story), ("place", place)], &[]));
    let radios = page.split("name=\"join\" value=\"").skip(1);
    radios
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .filter(|ticket| !ticket.is_empty())
        .collect()
}

#[test]
fn a_citizen_joins_what_is_the_same_and_is_answered_all_the_same() {
    for world in worlds() {
        stock(&world.store);
        let first = world
            .register(json!({"title": "张三家门口", "content": STORY, "matter": "001", "place": "W10101"}));
        world.dispatch(&first);
        let mut browser = Browser::new(&world);
        let shown = text(&browser.send("/appeals/alike", &[("story", STORY), ("place", "W101")], &[]));
        assert!(shown.contains("路灯 · 东区甲街道") && shown.contains("1 人反映"));
        for hidden in [first.as_str(), "老人摔", "张三", "乙社区", "王小明"] {
            assert!(!shown.contains(hidden), "{hidden} is shown to everybody");
        }
        let ticket = offers(&mut browser, STORY, "W101").pop().unwrap();
        let said = [
            ("once", "k"),
            ("story", "路灯真的坏了"),
            ("place", "W101"),
            ("join", ticket.as_str()),
            ("phone", "13900139000"),
        ];
        let number = browser.appeal(&said);
        assert!(text(&browser.get(&format!("/orders/{number}/receipt"))).contains("已和同一件事合并办理"));
        let page = text(&browser.get(&format!("/orders/{number}")));
        assert!(page.contains("路灯真的坏了") && page.contains("unit-001"));
        assert!(!page.contains("老人摔了一跤"), "what another citizen said is shown");
        let order = world.get("supervisor", &format!("/api/orders/{first}")).json["order"].clone();
        assert_eq!(order["appeals"].as_array().unwrap().len(), 2);
        // It was another matter after all.
        let said = [("once", "r"), ("subject", "merge"), ("text", "不是同一盏灯")];
        assert!(page.contains("不是同一件事"));
        browser.done(&format!("/orders/{number}/reviews"), &said);
        let own = world.get("supervisor", &format!("/api/orders/{number}")).json["order"].clone();
        assert_eq!(own["reviews"][0]["what"], "merge");
        assert_eq!(world.get("supervisor", "/api/orders/count").json["count"], 2);
    }
}

#[test]
fn nobody_joins_what_was_not_offered_or_is_secret() {
    let world = World::new();
    stock(&world.store);
    let secret = json!({"content": STORY, "matter": "001", "place": "W101", "confidentiality": "from_units"});
    world.register(secret);
    world.register(json!({"content": STORY, "matter": "001", "place": "W101", "kind": "report"}));
    let open = world.register(json!({"content": STORY, "matter": "001", "place": "W101"}));
    let mut browser = Browser::new(&world);
    let found = offers(&mut browser, STORY, "W101");
    assert_eq!(found.len(), 1);
    let forged = [
        found[0].replacen(|c: char| c.is_ascii_digit(), "9", 1),
        open.clone(),
        "1".to_owned(),
        "1.2.3".to_owned(),
    ];
    for ticket in forged {
        let number = browser.appeal(&[("story", "路灯坏了"), ("join", &ticket)]);
        let order = world.get("supervisor", &format!("/api/orders/{number}")).json["order"].clone();
        assert_eq!((&order["stage"], &order["links"]), (&json!("registered"), &json!([])), "{ticket}");
    }
    world.pass(25 * 3_600_000);
    let late = browser.appeal(&[("story", "路灯坏了"), ("join", &found[0])]);
    let order = world.get("supervisor", &format!("/api/orders/{late}")).json["order"].clone();
    assert_eq!(order["stage"], "registered");
}

/// Has an order handled to its end.
fn settled(world: &World, more: serde_json::Value) -> String {
    let number = world.register(more);
    world.done("operator", &number, "instant-answers", json!({"answer": {"text": "按规定答复"}}));
    number
}

#[test]
fn a_settled_matter_is_published_and_taken_back() {
    for world in worlds() {
        stock(&world.store);
        let case =
            |title: &str, summary: &str| json!({"title": {"text": title}, "summary": {"text": summary}});
        let good = case("路灯三天修好", "某街道路灯不亮，城管当天到场，三天修好。");
        let open = world.register(json!({}));
        assert_eq!(world.act("supervisor", &open, "publications", good.clone()).json["code"], "wrong_stage");
        let kept = settled(&world, json!({"kind": "consultation", "confidentiality": "from_units"}));
        assert_eq!(
            world.act("supervisor", &kept, "publications", good.clone()).json["code"],
            "not_for_the_public"
        );

        let number = settled(&world, json!({"kind": "consultation", "place": "W10101", "matter": "001"}));
        for names in ["王小明反映路灯不亮", "电话 13800138000", "车牌沪A12345的车主"] {
            let refused = world.act("supervisor", &number, "publications", case("路灯", names));
            assert_eq!(
                (refused.status.as_u16(), &refused.json["field"]),
                (422, &json!("summary")),
                "{names}"
            );
        }
        assert_eq!(world.act("operator", &number, "publications", good.clone()).status, 404);
        world.done("supervisor", &number, "publications", good.clone());
        assert_eq!(world.act("supervisor", &number, "publications", good).json["code"], "already_asked");
        let mut browser = Browser::new(&world);
        let list = text(&browser.get("/cases"));
        assert!(list.contains("路灯三天修好") && list.contains("东区甲街道"));
        let path = list.split("href=\"/cases/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = text(&browser.get(&format!("/cases/{path}")));
        assert!(page.contains("城管当天到场") && !page.contains("门口的路灯") && !page.contains(&number));
        assert_eq!(world.store.verify(&|_| ()).unwrap().faults.len(), 0);
        world.done("supervisor", &number, "publication-withdrawals", json!({"reason": {"text": "表述不准"}}));
        assert_eq!(browser.get(&format!("/cases/{path}")).status, 404);
        assert!(!text(&browser.get("/cases")).contains("路灯三天修好"));
    }
}
