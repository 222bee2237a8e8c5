use proptest::prelude::*;

use super::*;

#[track_caller]
fn becomes(body: &str, masked: &str) {
    assert_eq!(mask(body, &[]), masked);
    assert_eq!(mask(masked, &[]), masked, "masked once more");
}

#[test]
fn telephones_in_every_spelling() {
    becomes("请打13800138000。", "请打138****8000。");
    becomes("138 0013 8000或139-0013-9000", "138****8000或139****9000");
    becomes("１３８００１３８０００", "138****8000");
    becomes("1 3 8 0 0 1 3 8 0 0 0", "138****8000");
    becomes("+86 138\u{3000}0013－8000", "+86 138****8000");
    becomes("8613800138000，013800138000", "86138****8000，0138****8000");
    becomes("1380013800013900139000", "138****8000139****9000");
    becomes("**13800138000**", "**138****8000**");
    becomes("13800138000x", "138****8000x");
    becomes("0532-88889999转801", "0532*****999转801");
    becomes("(010)62345678、02082345678", "(010*****678、020*****678");
    becomes("电话：88889999", "电话：8*******");
}

#[test]
fn cards_of_both_kinds() {
    becomes("身份证11010519491231002X。", "身份证110105***********X。");
    becomes("370202 19900307 7758", "370202***********8");
    becomes("370202900307775", "370202********5");
    becomes("卡号6222 0212 3456 7890 128", mask("卡号6222021234567890128", &[]).as_str());
    becomes("4111111111111111", "************1111");
    // A wrong check digit makes it another number.
    becomes("4111111111111112", "4111111111111112");
}

#[test]
fn mail_plates_and_accounts() {
    becomes("写信到zhang.san@example.com吧", "写信到z***@example.com吧");
    becomes("13800138000@139.com", "1***@139.com");
    becomes("京A12345停在路口，粤B·D12345也是", "京A*****停在路口，粤B*****也是");
    becomes("粤Z1234港", "粤Z*****");
    becomes("微信号：abc_12345，QQ 12345678", "微信号：a********，QQ 1*******");
    becomes("加vx:abc12345", "加vx:a*******");
}

#[test]
fn what_is_known_of_the_citizen() {
    let known = ["张三丰", "张三", "幸福路12号院3号楼", "0532-8888 9999", "王", "12"];
    let body = "我是张三丰（张三），住幸福路12号院３号楼，电话053288889999，王府路12路车";
    let masked = "我是张**（张*），住[地址]，电话053*****9999，王府路12路车";
    assert_eq!(mask(body, &known), masked);
    assert_eq!(mask(masked, &known), masked);
}

#[test]
fn what_is_nobodys_stays() {
    for body in [
        "工单2026030201000000017、20260302-0001已办结",
        "金额13800元、1,380,013,800元、12800000.50元",
        "2024-03-04 10:00，2026年3月2日",
        "幸福路138号13栋2-1301室，15-3-2701 2024年",
        "拨打12345、110、12306",
        "微信支付12345678元，微信公众号abc12345",
        "京A区B座，川A组",
        "文号：国办函〔2025〕66号，GB/T 33358—2016",
        "",
    ] {
        becomes(body, body);
    }
}

#[test]
fn a_name_and_a_number_by_themselves() {
    assert_eq!(mask_name("张三丰"), "张**");
    assert_eq!(mask_name(""), "");
    assert_eq!(mask_phone("138-0013-8000"), "138****8000");
    assert_eq!(mask_phone("8888 9999"), "******99");
    assert_eq!(mask_phone("12345"), "*****");
}

#[test]
fn long_texts_take_their_time_and_no_more() {
    for part in ["1", "1 ", "138 ", "@", "a@", "京A", "微信", "*1", "1380013800"] {
        let body = part.repeat(100_000);
        assert!(mask(&body, &["张三", "1380013"]).len() <= body.len() * 3);
    }
}

const PIECES: &str = "(1[3-9][0-9]{9}|[0-9]{1,19}|[0-9]{2,4}|张三|张三丰|幸福路1号院| |-|\\*{1,5}|[Xx]|@|a|qq\\.com|京A|微信|QQ|电话|：|，|０|８){0,14}";

/// Whether eleven digits stand together that are a mobile number.
fn has_mobile(text: &str) -> bool {
    let text: String = text.chars().map(draft::plain).collect();
    let digits: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    digits.iter().any(|run| run.len() == 11 && run.starts_with('1') && !run[1..].starts_with(['0', '1', '2']))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn masking_twice_is_masking_once(body in PIECES) {
        let known = ["张三", "张三丰", "幸福路1号院", "13800138000", "12345678"];
        let once = mask(&body, &known);
        prop_assert_eq!(mask(&once, &known), once);
    }

    #[test]
    fn no_mobile_number_survives(body in PIECES) {
        let masked = mask(&body, &[]);
        prop_assert!(!has_mobile(&masked), "{}", masked);
    }

    #[test]
    fn a_mobile_number_within_words_goes(before in "[^0-9０-９]{0,9}", number in "1[3-9][0-9]{9}", shape in 0..4_usize, after in "[^0-9０-９]{0,9}") {
        let (head, middle, tail) = (&number[..3], &number[3..7], &number[7..]);
        let written = match shape {
            0 => number.clone(),
            1 => format!("{head} {middle} {tail}"),
            2 => format!("{head}-{middle}-{tail}"),
            _ => number.chars().filter_map(|c| char::from_u32(c as u32 + 0xfee0)).collect(),
        };
        let masked = mask(&format!("{before}，{written}，{after}"), &[]);
        prop_assert!(!masked.contains(&written), "{}", masked);
        let hidden = format!("{head}****{tail}");
        prop_assert!(masked.contains(&hidden), "{}", masked);
    }

    #[test]
    fn what_is_passed_over_would_have_stayed(body in PIECES, other in ".{0,60}") {
        prop_assert_eq!(mask(&body, &[]), everywhere(&body, &[]));
        prop_assert_eq!(mask(&other, &[]), everywhere(&other, &[]));
    }

    #[test]
    fn any_text_is_masked(body in ".{0,200}", known in prop::collection::vec(".{0,8}", 0..4)) {
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let _ = mask(&body, &known);
    }
}
