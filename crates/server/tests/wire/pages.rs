//! The portal: what citizens do by forms, without a script.

use axum::http::StatusCode;
use serde_json::json;

use crate::files::photo;
use crate::world::{Answer, World, header};

/// What a browser keeps and sends of the portal: cookies, by path.
pub struct Browser<'a> {
    pub world: &'a World,
    cookies: Vec<(String, String)>,
}

impl<'a> Browser<'a> {
    pub fn new(world: &'a World) -> Self {
        Self { world, cookies: Vec::new() }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        let answer = self.world.ask("", "GET", path).header("cookie", &self.cookies_for(path)).send();
        self.keep(&answer);
        answer
    }

    /// Sends a form with files.
    pub fn send(&mut self, path: &str, fields: &[(&str, &str)], files: &[&[u8]]) -> Answer {
        let mut body = Vec::new();
        for (name, text) in fields {
            body.extend(
                format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
                    .bytes(),
            );
        }
        for file in files {
            let head = "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"x\"\r\n\
                        content-type: application/octet-stream\r\n\r\n";
            body.extend(head.bytes());
            body.extend(*file);
            body.extend(b"\r\n");
        }
        body.extend(b"--edge--\r\n");
        let ask =
            self.world.ask("", "POST", path).header("content-type", "multipart/form-data; boundary=edge");
        let ask = ask.header("sec-fetch-site", "same-origin").header("cookie", &self.cookies_for(path));
        let answer = ask.bytes(body).send();
        self.keep(&answer);
        answer
    }

    /// Sends a form and goes where it leads.
    pub fn done(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.send(path, fields, &[]);
        assert_eq!(answer.status, 303, "{path}: {}", text(&answer));
        self.get(&header(&answer, "location"))
    }

    fn keep(&mut self, answer: &Answer) {
        for cookie in answer.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let pair = cookie.split(';').next().unwrap().to_owned();
            let path = cookie.split("Path=").nth(1).unwrap().split(';').next().unwrap().to_owned();
            let name = pair.split('=').next().unwrap().to_owned();
            self.cookies.retain(|(known, at)| !(known.starts_with(&format!("{name}=")) && *at == path));
            if !cookie.contains("Max-Age=0") {
                self.cookies.push((pair, path));
            }
        }
    }

    /// What it would send to a page.
    pub fn cookies_of(&self, path: &str) -> String {
        self.cookies_for(path)
    }

    fn cookies_for(&self, path: &str) -> String {
        let sent = self.cookies.iter().filter(|(_, at)| path.starts_with(at.as_str()));
        sent.map(|(pair, _)| pair.as_str()).collect::<Vec<_>>().join("; ")
    }

    /// Registers an appeal by the form; its number.
    pub fn appeal(&mut self, fields: &[(&str, &str)]) -> String {
        let answer = self.send("/appeals/new", fields, &[]);
        assert_eq!(answer.status, 303, "{}", text(&answer));
        let place = header(&answer, "location");
        place.split('/').nth(2).unwrap().to_owned()
    }
}

pub fn text(answer: &Answer) -> String {
    String::from_utf8(answer.bytes.clone()).unwrap()
}

const STORY: &str = "楼下的路灯三天不亮，老人出门看不见路";

#[test]
fn an_appeal_is_brought_and_followed_without_a_script() {
    let world = World::new();
    let mut browser = Browser::new(&world);
    let form = browser.get("/appeals/new");
    assert_eq!(form.status, 200);
    let page = text(&form);
    assert!(page.contains("<html lang=\"zh-CN\""));
    let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let said = [
        ("once", once.as_str()),
        ("sent", "1"),
        ("story", STORY),
        ("demand", "修好"),
        ("spot", "和平路 12 号"),
        ("name", "王小明"),
        ("phone", "138 0013 8000"),
        ("show", "no"),
        ("callback", "yes"),
    ];
    let sent = browser.send("/appeals/new", &said, &[&photo(b"lamp")]);
    assert_eq!(sent.status, 303, "{}", text(&sent));
    let place = header(&sent, "location");
    let number = place.split('/').nth(2).unwrap().to_owned();
    // Twice pressed is once registered, and nothing in an address gives access.
    let again = browser.send("/appeals/new", &said, &[&photo(b"lamp")]);
    assert_eq!(header(&again, "location"), place);
    assert!(!place.contains(&world.code(&number)));

    let receipt = text(&browser.get(&place));
    assert!(receipt.contains(&number) && receipt.contains(&world.code(&number)));
    let order = text(&browser.get(&format!("/orders/{number}")));
    for shown in [STORY, "事发地点：</b>和平路 12 号", "第 1 天", "诉求已登记", "补充情况或照片"]
    {
        assert!(order.contains(shown), "{shown}");
    }
    let file = order.split(&format!("src=\"/orders/{number}/files/")).nth(1).unwrap();
    let file = file.split('"').next().unwrap();
    let photo = browser.get(&format!("/orders/{number}/files/{file}"));
    assert_eq!((photo.status.as_u16(), header(&photo, "content-type").as_str()), (200, "image/png"));
    let proof = browser.get(&format!("/orders/{number}/proof"));
    assert_eq!(proof.json["number"], number);

    let seen = world.get("supervisor", &format!("/api/orders/{number}")).json;
    assert_eq!(seen["order"]["confidentiality"], "from_units");
    assert_eq!(seen["order"]["appeals"][0]["address"]["text"], "和平路 12 号");
    assert_eq!(seen["order"]["appeals"][0]["wants_callback"], true);
    assert_eq!(seen["callers"][0]["phone"], "138****8000");
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_comes_back() {
    let world = World::new();
    let mut browser = Browser::new(&world);
    let wrong =
        browser.send("/appeals/new", &[("story", ""), ("demand", "修好路灯"), ("phone", "call me")], &[]);
    assert_eq!(wrong.status, 422);
    let page = text(&wrong);
    for shown in ["有 2 处要改", "href=\"#story\"", "href=\"#phone\"", "修好路灯", "call me"] {
        assert!(page.contains(shown), "{shown}");
    }
    let script = b"<script>alert(1)</script>";
    let unfit = browser.send("/appeals/new", &[("story", STORY)], &[script.as_slice()]);
    assert_eq!(unfit.status, 422);
    assert!(text(&unfit).contains("格式不能用") && text(&unfit).contains(STORY));
    let long = "字".repeat(10_001);
    let long = browser.send("/appeals/new", &[("story", &long)], &[]);
    assert_eq!(long.status, 422);
    let fits = "字".repeat(10_000);
    browser.appeal(&[("story", &fits)]);
    assert_eq!(world.get("supervisor", "/api/orders/count").json["count"], 1);
}

#[test]
fn what_a_citizen_can_do_is_done_by_forms() {
    let world = World::new();
    let mut browser = Browser::new(&world);
    let number =
        browser.appeal(&[("story", STORY), ("kind", "help"), ("phone", "13800138000"), ("callback", "yes")]);
    let at = |noun: &str| format!("/orders/{number}/{noun}");
    let page = browser.done(&at("supplements"), &[("once", "a"), ("text", "在三号楼")]);
    assert!(text(&page).contains("已补充") && text(&page).contains("在三号楼"));
    let page = browser.done(&at("reminders"), &[("once", "b"), ("text", "")]);
    assert!(text(&page).contains("已催办"));
    assert!(browser.send(&at("supplements"), &[("once", "c"), ("text", "")], &[]).status == 422);
    let unsure = browser.send(&at("withdrawals"), &[("once", "d"), ("text", "不用了")], &[]);
    assert_eq!(unsure.status, 422);
    assert!(text(&unsure).contains("不用了"), "what was typed is lost");

    let classified =
        json!({"kind": "help", "matter": "001", "place": "", "accused": [], "accused_people": []});
    world.done("operator", &number, "classifications", classified);
    world.dispatch(&number);
    world.done("handler", &number, "signings", json!({"part": 1}));
    let reply = json!({
        "part": 1, "internal": {"text": "无"}, "public": {"text": "按规定答复，联系电话13912345678"},
        "conclusion": "answered", "basis": [{"text": "某条例第一条"}], "evidence": [],
    });
    world.done("handler", &number, "replies", reply);
    let early = text(&browser.get(&format!("/orders/{number}")));
    assert!(!early.contains("按规定答复"), "an answer is shown before it was checked");
    let early = browser.send(&at("callbacks"), &[("once", "e"), ("good", "1")], &[]);
    assert_eq!(early.status, 409);
    assert!(text(&early).contains("不能这样操作"));
    let passed = json!({"passed": true, "faults": [], "note": {"text": ""}});
    world.done("reply_reviewer", &number, "reply-reviews", passed);
    let page = text(&browser.get(&format!("/orders/{number}")));
    assert!(page.contains("按规定答复") && !page.contains("13912345678"));
    assert!(page.contains("请您评价"));
    assert_eq!(browser.send(&at("callbacks"), &[("once", "f"), ("solved", "yes")], &[]).status, 422);
    let said =
        [("once", "g"), ("contacted", "yes"), ("solved", "no"), ("satisfied", "bad"), ("reason", "slow")];
    let page = browser.done(&at("callbacks"), &said);
    assert!(text(&page).contains("谢谢您的评价"));
    let twice = browser.send(&at("callbacks"), &[("once", "h"), ("good", "1")], &[]);
    assert!(twice.status == 409 && text(&twice).contains("您已经评价过了"));
    let order = world.get("supervisor", &format!("/api/orders/{number}")).json["order"].clone();
    assert_eq!(order["callbacks"][0]["answers"]["solved"], "no");
}

#[test]
fn a_withdrawal_is_the_citizens_alone() {
    let world = World::new();
    let mut browser = Browser::new(&world);
    let number = browser.appeal(&[("story", STORY)]);
    let path = format!("/orders/{number}/withdrawals");
    let page = browser.done(&path, &[("once", "a"), ("text", "已经修好了"), ("sure", "yes")]);
    assert!(text(&page).contains("您已撤回"));
    let review = browser.send(
        &format!("/orders/{number}/reviews"),
        &[("subject", "closure"), ("text", "再看看")],
        &[],
    );
    assert!(review.status.is_client_error());
}

#[test]
fn the_code_opens_one_order_for_half_an_hour() {
    let world = World::new();
    let (mine, other) = (world.register(json!({})), world.register(json!({})));
    let mut browser = Browser::new(&world);
    let asked = browser.get(&format!("/orders/{mine}"));
    assert_eq!(asked.status, 401);
    assert!(text(&asked).contains("再输入一次查询码") && !text(&asked).contains("路灯"));
    let wrong = browser.send("/orders", &[("number", &mine), ("code", "AAAAAA")], &[]);
    let unknown = browser.send("/orders", &[("number", "20260302010000009999"), ("code", "AAAAAA")], &[]);
    assert_eq!((wrong.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(text(&wrong).replace(&mine, ""), text(&unknown).replace("20260302010000009999", ""));
    let code = world.code(&mine).to_lowercase();
    let page = browser.done("/orders", &[("number", &mine), ("code", &format!(" {code} "))]);
    assert!(text(&page).contains("门口的路灯三天不亮了"));
    // The ticket of one order is none for another, wherever it is sent.
    let ticket = browser.cookies[0].0.clone();
    let stolen = world.ask("", "GET", &format!("/orders/{other}")).header("cookie", &ticket).send();
    assert_eq!(stolen.status, 401);
    world.pass(31 * 60_000);
    assert_eq!(browser.get(&format!("/orders/{mine}")).status, 401);
    browser.done("/orders", &[("number", &mine), ("code", &code)]);
    browser.done(&format!("/orders/{mine}/leave"), &[]);
    assert_eq!(browser.get(&format!("/orders/{mine}")).status, 401);
    for _ in 0..10 {
        browser.send("/orders", &[("number", &mine), ("code", "AAAAAA")], &[]);
    }
    let locked = browser.send("/orders", &[("number", &mine), ("code", &code)], &[]);
    assert_eq!(locked.status, 429);
    assert!(text(&locked).contains("输错次数太多"));
}

#[test]
fn a_form_of_another_site_is_not_taken() {
    let world = World::new();
    let number = world.register(json!({}));
    let forms = ["/appeals/new".to_owned(), "/orders".to_owned(), format!("/orders/{number}/reminders")];
    for path in forms {
        for site in ["cross-site", "same-site"] {
            let ask =
                world.ask("", "POST", &path).header("content-type", "application/x-www-form-urlencoded");
            let answer = ask.header("sec-fetch-site", site).bytes(b"story=x".to_vec()).send();
            assert_eq!(answer.status, 403, "{path}");
            assert!(text(&answer).contains("没有执行"));
        }
    }
    assert_eq!(world.get("supervisor", "/api/orders/count").json["count"], 1);
}

#[test]
fn english_and_large_print_are_kept() {
    let world = World::new();
    let mut browser = Browser::new(&world);
    let page = text(&browser.get("/?lang=en&print=large"));
    assert!(page.contains("<html lang=\"en\" class=\"large\">"));
    let page = text(&browser.get("/appeals/new"));
    assert!(page.contains("What happened?") && !page.contains("发生了什么事"));
    let wrong = browser.send("/appeals/new", &[("story", "")], &[]);
    assert!(text(&wrong).contains("Please say what happened"));
    assert!(text(&browser.get("/?lang=zh&print=normal")).contains("<html lang=\"zh-CN\">"));
}

#[test]
fn where_there_is_nothing_people_get_a_page_and_programs_a_problem() {
    let world = World::new();
    let page = world.ask("", "GET", "/nowhere").header("accept", "text/html,*/*").send();
    assert_eq!(page.status, 404);
    assert!(text(&page).contains("没有这个页面"));
    assert_eq!(header(&world.get("", "/nowhere"), "content-type"), "application/problem+json");
}
