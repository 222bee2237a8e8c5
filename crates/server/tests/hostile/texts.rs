//! Texts that mean something to somebody on their way: to a database, to a
//! search, to a table calculator, to a line of a header. Here they are texts
//! and nothing else. (OWASP ASVS 1.2)

use serde_json::json;
use store::testing::Fresh;

use crate::world::{World, header};

/// Each begins as no masking touches it.
const TEXTS: &[&str] = &[
    "路灯'; DROP TABLE orders; --",
    "路灯\" OR \"1\"=\"1",
    "路灯\\'; SELECT 1; --",
    "路灯%_[a-z]*?",
    "路灯 NEAR(\"a\" *) OR ^b -c :*",
    "路灯 ' & !'a' | (",
    "路灯\r\nSet-Cookie: a=b",
    "路灯<script>alert(1)</script>",
    "路灯${jndi:ldap://x}{{7*7}}",
    "路灯\u{202e}\u{200b}\u{feff}",
];

fn on_both(test: impl Fn(World)) {
    let options = || server::Options {
        calls_a_minute: 1_000_000,
        strangers_a_minute: 1_000_000,
        ..server::Options::default()
    };
    test(World::on(Fresh::sqlite(), options()));
    if let Some(fresh) = Fresh::postgres() {
        test(World::on(fresh, options()));
    }
}

#[test]
fn what_is_said_is_kept_as_it_was_said() {
    on_both(|world| {
        for text in TEXTS {
            let number = world.register(json!({"title": text, "content": text, "demand": text}));
            let order = world.get("supervisor", &format!("/api/orders/{number}")).json["order"].clone();
            assert_eq!(order["appeals"][0]["content"]["text"], *text);
        }
        let listed = world.get("supervisor", "/api/orders").json["items"].as_array().unwrap().len();
        assert_eq!(listed, TEXTS.len());
    });
}

/// The journal knows a text by its hash; nobody outside can make it speak of
/// one that was never said.
#[test]
fn a_text_is_told_and_never_referred_to() {
    let world = World::new();
    let number = world.register(json!({}));
    world.dispatch(&number);
    world.done("handler", &number, "signings", json!({"part": 1}));
    let reference = json!({"hash": "0".repeat(64), "chars": 5});
    let note = world.act("handler", &number, "notes", json!({"part": 1, "text": reference}));
    assert_eq!(note.status, 400, "{}", note.json);
    let deep = json!({"text": {"text": "x"}, "part": 1, "evidence": [[{"more": reference}], reference]});
    assert_eq!(world.act("handler", &number, "notes", deep).status, 400);
    world.done("handler", &number, "notes", json!({"part": 1, "text": {"text": "x"}, "evidence": []}));
    let nothing =
        world.act("handler", &number, "notes", json!({"part": 1, "text": {"text": null}, "evidence": []}));
    assert_eq!(
        (nothing.status.as_u16(), &nothing.json["code"]),
        (422, &json!("text_missing")),
        "{}",
        nothing.json
    );
}

#[test]
fn a_search_knows_words_and_no_operators() {
    on_both(|world| {
        let number = world.register(json!({"content": "路灯三天不亮了"}));
        for text in TEXTS {
            let answer = world.get("supervisor", &format!("/api/orders/search?q={}", encoded(text)));
            assert_eq!(answer.status, 200, "{text}: {}", answer.json);
        }
        let found = |q: &str| {
            let answer = world.get("supervisor", &format!("/api/orders/search?q={}", encoded(q)));
            answer.json["items"].as_array().unwrap().iter().any(|line| line["number"] == number.as_str())
        };
        assert!(found("路灯"));
        for operator in
            ["路灯 OR 没有的词", "路灯 -路灯 没有的词", "没有的词*", "*", "%", "'路灯' | '没有的词'"]
        {
            assert!(!found(operator), "{operator}");
        }
    });
}

#[test]
fn a_filter_is_a_value_and_never_a_pattern_or_a_statement() {
    on_both(|world| {
        world.register(json!({}));
        let count = |query: &str| {
            world.get("supervisor", &format!("/api/orders/count?{query}")).json["count"].as_u64().unwrap()
        };
        assert_eq!(count("matter=001"), 1);
        for pattern in ["%", "_01", "00_", "0%", "*", "' OR '1'='1", "001' --", "001\0"] {
            assert_eq!(count(&format!("matter={}", encoded(pattern))), 0, "{pattern}");
            assert_eq!(count(&format!("place={}", encoded(pattern))), 0, "{pattern}");
            assert_eq!(count(&format!("unit={}", encoded(pattern))), 0, "{pattern}");
        }
    });
}

#[test]
fn what_is_taken_out_holds_no_formula() {
    let world = World::new();
    let formulas = [
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1",
        "－1",
        "＠A",
    ];
    for formula in formulas {
        world.register(json!({"title": formula}));
    }
    let answer = world.post("supervisor", "/api/supervisor/exports", json!({"reason": "安全检查"}));
    assert_eq!(answer.status, 200, "{}", answer.json);
    let text = String::from_utf8(answer.bytes).unwrap();
    let danger = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let mut file = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<csv::StringRecord> = file.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), formulas.len());
    let cells: Vec<&str> = rows.iter().flatten().collect();
    let found = cells.iter().find(|cell| cell.starts_with(danger));
    assert_eq!(found, None);
    for formula in formulas.iter().filter(|formula| !formula.starts_with(['\t', '\r', '\n'])) {
        assert!(cells.contains(&format!("'{formula}").as_str()), "{formula}");
    }
}

#[test]
fn no_answer_bears_a_header_that_a_caller_wrote() {
    let world = World::new();
    let evil = encoded("\r\nset-cookie: minsheng=planted\r\nx-evil: 1");
    let number = world.register(json!({"title": "a\r\nx-evil: 1"}));
    for path in [
        format!("/api/orders/{evil}"),
        format!("/api/orders/{number}/attachments/{evil}"),
        format!("/api/orders?after={evil}"),
        format!("/{evil}"),
    ] {
        let answer = world.get("supervisor", &path);
        assert!(
            answer.headers.get("x-evil").is_none() && answer.headers.get("set-cookie").is_none(),
            "{path}"
        );
        assert!(answer.status.is_client_error(), "{path}");
    }
    let export = world.post("supervisor", "/api/supervisor/exports", json!({"reason": "a\r\nx-evil: 1"}));
    assert_eq!(header(&export, "x-evil"), "");
}

/// A problem says where and what kind of thing was wrong, never what it was:
/// callers log what they are answered.
#[test]
fn a_problem_does_not_repeat_what_it_was_told() {
    let world = World::new();
    let told = "13912345678";
    let appeals = [
        json!({"content": "c", "caller": told}),
        json!({"content": "c", "caller": {"name": 13912345678_i64}}),
        json!({"content": "c", "caller": {"phone": [told]}}),
        json!({"content": "c", "kind": told}),
        json!({"content": "c", "level": {told: 1}}),
        json!({"content": "c", "received_at": told}),
        json!({"content": {"13912345678": told}}),
        json!(told),
    ];
    for appeal in appeals {
        let answer = world.post("operator", "/api/operator/orders", appeal.clone());
        assert!(answer.status.is_client_error(), "{appeal}: {}", answer.json);
        assert!(!String::from_utf8_lossy(&answer.bytes).contains(told), "{appeal}: {}", answer.json);
    }
    let number = world.register(json!({}));
    let note = world.act("operator", &number, "refusals", json!({"text": 13912345678_i64, "part": told}));
    assert_eq!(note.status, 400);
    assert!(!note.json.to_string().contains(told), "{}", note.json);
    let query = world.get("operator", &format!("/api/orders?open={told}&from={told}x"));
    assert_eq!(query.status, 400);
    assert!(!query.json.to_string().contains(told), "{}", query.json);
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
