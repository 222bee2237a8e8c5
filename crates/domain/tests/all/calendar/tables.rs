//! Tables of days and limits that cannot be used.

use domain::time::{Calendar, Limit};

fn refusal(csv: &str, office: &[&str], zone: &str) -> String {
    let office: Vec<String> = office.iter().map(|&hours| hours.to_owned()).collect();
    Calendar::parse(csv, &office, zone).expect_err("the table is refused").to_string()
}

const DAY: &str = "date,works,name,source\n2024-03-04,1,,\n";

#[test]
fn a_gap_in_the_table_is_named() {
    let refusal = refusal(&format!("{DAY}2024-03-06,1,,\n"), &["09:00-12:00"], "Asia/Shanghai");
    assert_eq!(refusal, "row 3 of the table of days: 2024-03-05 is missing before 2024-03-06");
}

#[test]
fn a_row_that_cannot_be_read_is_named() {
    let refusal = refusal(&format!("{DAY}yesterday,1,,\n"), &["09:00-12:00"], "Asia/Shanghai");
    assert!(refusal.starts_with("row 3 of the table of days: "), "{refusal}");
}

#[test]
fn an_empty_table_is_refused() {
    assert_eq!(
        refusal("date,works,name,source\n", &["09:00-12:00"], "Asia/Shanghai"),
        "the table of days is empty"
    );
}

#[test]
fn an_unknown_zone_is_refused() {
    assert_eq!(refusal(DAY, &["09:00-12:00"], "Moon/Crater"), "`Moon/Crater` is not a known time zone");
}

#[test]
fn office_hours_rise_and_do_not_overlap() {
    let wrong = [
        "12:00-09:00",
        "09:00",
        "9-12",
        "09:00-24:01",
        "09:60-12:00",
        "9:-5-12:00",
        "99999999999999999999:00-12:00",
        "153722867280912931:00-12:00",
    ];
    for hours in wrong {
        let refusal = refusal(DAY, &[hours], "Asia/Shanghai");
        assert_eq!(
            refusal,
            format!("office hours `{hours}` are not of the form 09:00-12:00, rising and without overlap")
        );
    }
    refusal(DAY, &["09:00-12:00", "11:00-18:00"], "Asia/Shanghai");
    refusal(DAY, &[], "Asia/Shanghai");
}

#[test]
fn a_limit_is_written_one_way() {
    let wrong = [
        "",
        "5",
        "5 days",
        "5 working dayss",
        "0 working days",
        "-1 working days",
        "5 working days ago",
        "4000 working days",
        "1.5 working days",
        "5 Working Days",
        "By law",
        "99999999999 natural minutes",
    ];
    for text in wrong {
        let problem = text.parse::<Limit>().expect_err(text).to_string();
        assert!(problem.starts_with(&format!("`{text}` is not a time limit")), "{problem}");
    }
}
