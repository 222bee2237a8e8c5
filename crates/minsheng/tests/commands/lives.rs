//! Whole lives, act by act.

use super::Place;

impl Place {
    fn registers(&self, by: &str, appeal: &str) -> String {
        self.tells(&["register", "--by", by, appeal])["number"].as_str().unwrap().to_owned()
    }

    fn acts(&self, by: &str, number: &str, act: &str) -> String {
        self.tells(&["act", "--by", by, number, act])["stage"].as_str().unwrap().to_owned()
    }
}

const NOISE: &str = r#"{"title": "夜间施工噪声", "content": "工地半夜还在打桩，整栋楼睡不着。",
    "demand": "夜里停工", "kind": "complaint", "name": "王女士", "phone": "19900000001"}"#;

const DISPATCH: &str = r#"{"act": "dispatch", "lead": "U02", "assists": [], "manner": "direct", "copy_to": null,
    "basis": {"by": "human", "reason": {"text": "目录无此事项"}}}"#;

const REPLY: &str = r#"{"act": "reply", "part": 1, "internal": {"text": "已约谈"}, "public": {"text": "夜间已停工"},
    "conclusion": "explained", "basis": [{"text": "噪声污染防治法"}], "evidence": []}"#;

#[test]
fn an_appeal_goes_through_its_whole_life() {
    let place = Place::seeded();
    let number = place.registers("operator1", NOISE);
    assert_eq!(place.acts("operator1", &number, r#"{"act": "accept"}"#), "accepted");
    assert_eq!(place.acts("dispatcher1", &number, DISPATCH), "dispatched");
    let refused = place.fails(&["act", "--by", "operator1", &number, r#"{"act": "sign", "part": 1}"#]);
    assert!(refused.contains("this act is for [Handler, Coordinator]"), "{refused}");
    let handler = handler(&place, "U02");
    assert_eq!(place.acts(&handler, &number, r#"{"act": "sign", "part": 1}"#), "handling");
    assert_eq!(place.acts(&handler, &number, REPLY), "replied");
    let pass = r#"{"act": "review_reply", "passed": true, "faults": [], "note": {"text": "通过"}}"#;
    assert_eq!(place.acts("reviewer1", &number, pass), "callback");
    let solved = r#"{"act": "call_back", "appeal": 0, "outcome": "reached",
        "answers": {"contacted": true, "solved": "yes", "satisfied": "good", "reasons": []}}"#;
    assert_eq!(place.acts("callback1", &number, solved), "callback");
    assert_eq!(place.acts("callback1", &number, r#"{"act": "close", "unresolved": null}"#), "closed");
    let early = place.fails(&["act", "--by", "callback1", &number, r#"{"act": "archive"}"#]);
    assert!(early.contains("a review may be asked for until"), "{early}");

    let story = place.does(&["story", &number]);
    assert!(story.contains("已解决，满意") && story.contains("⑥ 诉求人感受总时长"), "{story}");
    place.does(&["verify"]);
}

#[test]
fn two_appeals_become_one_order_and_one_becomes_two() {
    let place = Place::seeded();
    let first = place.registers("operator1", NOISE);
    let again = place.registers("operator2", &NOISE.replace("0001", "0002"));
    let merge = format!(r#"{{"act": "merge", "into": "{first}"}}"#);
    place.acts("operator2", &again, &merge);
    assert!(place.does(&["story", &again]).contains("并入他单"));
    let split = r#"{"act": "split", "keeps_a_matter": true, "matters":
        [{"title": "路灯", "content": "门口的路灯也不亮。", "kind": "help"}]}"#;
    assert_eq!(place.acts("operator1", &first, split), "registered");
    assert_eq!(place.tells(&["verify"])["orders"], 3);
    let twice = place.fails(&["act", "--by", "operator2", &again, &merge]);
    assert!(twice.contains("the order stands at closed"), "{twice}");
}

#[test]
fn what_must_be_erased_is_and_the_journal_still_verifies() {
    let place = Place::seeded();
    let number = place.registers("operator1", NOISE);
    let open = ["erase", &number, "--basis", "诉求人申请", "--by", "auditor1"];
    assert!(place.fails(&open).contains("the order stands at registered"));
    let answer = r#"{"act": "answer_at_once", "answer": {"text": "已告知举报电话"}}"#;
    place.acts("operator1", &number, answer);
    assert!(
        place
            .fails(&["erase", &number, "--basis", "x", "--by", "operator1"])
            .contains("not the log-in of an auditor")
    );
    place.does(&open);
    let story = place.does(&["story", &number]);
    assert!(story.contains("已依法清除") && !story.contains("打桩"), "{story}");
    place.does(&["verify"]);
    let bytes = std::fs::read(place.path("minsheng.db")).unwrap();
    assert!(
        !String::from_utf8_lossy(&bytes).contains("19900000001"),
        "the number stands in the file in clear"
    );
}

#[test]
fn a_receipt_holds_and_an_altered_one_does_not() {
    let place = Place::seeded();
    let number = place.registers("operator1", NOISE);
    place.does(&["seal"]);
    let receipt = place.does(&["receipt", &number]);
    let good = place.file("receipt.json", &receipt);
    place.does(&["receipt", "--check", &good]);
    let entry = receipt.lines().find(|line| line.contains("\"entry\"")).unwrap();
    let altered = receipt.replace(entry, &entry.replace(['1', '2', '3'], "4"));
    let bad = place.file("altered.json", &altered);
    assert!(place.fails(&["receipt", "--check", &bad]).contains("does NOT hold"));
}

#[test]
fn mistakes_are_answered_in_words() {
    let place = Place::seeded();
    let number = place.registers("operator1", NOISE);
    let act = |act: &str| place.fails(&["act", "--by", "operator1", &number, act]);
    assert!(act("{").contains("the act cannot be read"));
    assert!(act(r#"{"act": "fly"}"#).contains("Acts: accept, answer_at_once"));
    assert!(
        place
            .fails(&["act", "--by", "nobody", &number, r#"{"act": "accept"}"#])
            .contains("there is no log-in")
    );
    assert!(
        place
            .fails(&["act", "--by", "operator1", "12", r#"{"act": "accept"}"#])
            .contains("there is no order 12")
    );
    let long = format!(r#"{{"title": "长", "content": "{}"}}"#, "呼".repeat(10_000));
    place.registers("operator1", &long);
    let empty = place.fails(&["register", "--by", "operator1", r#"{"title": "空", "content": ""}"#]);
    assert!(empty.contains("content is empty"), "{empty}");
    let hostile =
        r#"{"title": "'; DROP TABLE orders; --", "content": "<script>alert(1)</script> {{7*7}} \u0000"}"#;
    place.registers("operator1", hostile);
    assert_eq!(place.tells(&["verify"])["orders"], 3);
}

fn handler(place: &Place, unit: &str) -> String {
    let people = place.does(&["user", "list"]);
    let line = people.lines().find(|line| line.contains("handler") && line.contains(&format!("  {unit} ")));
    line.unwrap().split_whitespace().next().unwrap().to_owned()
}
