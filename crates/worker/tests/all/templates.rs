//! What notices say.

use domain::Moment;
use jiff::tz::TimeZone;
use worker::messages::{Filling, Templates};

use crate::city::templates;

fn parse(zh: &str, en: &str) -> String {
    let files = [("zh".to_owned(), zh.to_owned()), ("en".to_owned(), en.to_owned())];
    Templates::parse(&files, "zh").expect_err("they are refused").to_string()
}

const SOUND: &str = "due_format = '%H:%M'\nundated = 'x'\n[late]\nsubject = 's'\ntext = '{number}'\n";

#[test]
fn every_notice_that_the_desk_knows_has_its_words() {
    let desk = include_str!("../../../desk/src/notices.rs");
    let told = &desk[desk.find("fn told(").unwrap()..desk.find("fn unit(").unwrap()];
    let codes: Vec<&str> = told.split('"').skip(1).step_by(2).collect();
    assert!(codes.len() > 10, "{codes:?}");
    let missing: Vec<_> = codes.into_iter().filter(|code| !templates("zh").has(code)).collect();
    assert!(missing.is_empty(), "no words for {missing:?} in city/messages");
}

#[test]
fn templates_that_cannot_be_used_are_refused_with_the_place_named() {
    assert!(parse(SOUND, &SOUND.replace("late", "red_card")).contains("which another language has"));
    assert!(parse(SOUND, &SOUND.replace("{number}", "{name}")).contains("en: late: there is no such field"));
    assert!(parse(&SOUND.replace("%H", "%Ö"), SOUND).contains("zh: due_format"));
    assert!(parse("due_format = 1", SOUND).contains("messages, zh"));
    let unknown = Templates::parse(&[("zh".to_owned(), SOUND.to_owned())], "en").unwrap_err();
    assert!(unknown.to_string().contains("there are: zh"), "{unknown}");
}

#[test]
fn dates_are_said_as_people_say_them() {
    let filling = Filling { number: "N1".into(), due: Some(Moment(1_772_413_200_000)), ..Filling::default() };
    let zone = TimeZone::get("Asia/Shanghai").unwrap();
    let said = |language| templates("zh").fill("extended", Some(language), &filling, &zone).unwrap().1;
    assert!(said("zh").contains("3月2日09:00前"), "{}", said("zh"));
    assert!(said("en").contains("09:00 on 2 March"), "{}", said("en"));
    assert!(said("fr").contains("3月2日"), "an unknown language is the usual one");
    let undated = Filling { number: "N1".into(), ..Filling::default() };
    let said = templates("en").fill("extended", None, &undated, &zone).unwrap().1;
    assert!(said.contains("statutory"), "{said}");
}
