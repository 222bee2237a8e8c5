//! CSV and its dirt.

use encoding_rs::GB18030;

use super::{one, rows};

#[test]
fn cells_may_hold_breaks_and_lines_are_those_of_the_file() {
    let text = "no,title,body\r\n1,甲,\"一\r\n二, \"\"三\"\"\"\r\n\r\n2,乙,四\r\n";
    let (imported, rejected) = rows("a.csv", text);
    assert_eq!(rejected, []);
    assert_eq!(imported.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(imported[0].body, "一\n二, \"三\"");
}

#[test]
fn gb18030_is_recognised_with_and_without_a_mark() {
    let text = "no,title,body\n1,路灯,东街的路灯不亮，㐂𠮷\n";
    let (bytes, ..) = GB18030.encode(text);
    assert_eq!(one("a.csv", &bytes).body, "东街的路灯不亮，㐂𠮷");
    let marked = [b"\x84\x31\x95\x33".as_slice(), &bytes].concat();
    assert_eq!(one("a.csv", marked).title, "路灯");
    assert_eq!(one("a.csv", format!("\u{feff}{text}")).title, "路灯");
}

#[test]
fn tabs_and_semicolons_part_cells_too() {
    assert_eq!(one("a.tsv", "no\ttitle\tbody\n1\t甲\t一, 二; 三\n").body, "一, 二; 三");
    assert_eq!(one("a.csv", "no;title;body\n1;甲;一, 二\n").body, "一, 二");
}

#[test]
fn a_row_of_the_wrong_width_is_rejected_alone() {
    let (imported, rejected) = rows("a.csv", "no,title,body\n1,甲\n2,乙,二\n3,丙,三,四\n");
    assert_eq!(imported.len(), 1);
    let told: Vec<_> = rejected.iter().map(|r| (r.line, r.reason.as_str(), r.raw.as_str())).collect();
    assert_eq!(
        told,
        [
            (2, "2 columns where the header has 3", "1,甲"),
            (4, "4 columns where the header has 3", "3,丙,三,四"),
        ]
    );
}

#[test]
fn an_unterminated_quote_costs_only_its_line() {
    let (imported, rejected) = rows("a.csv", "no,title,body\n1,甲,\"一\n2,乙,二\n3,丙,\"三\n三\"\n4,丁,四\n");
    assert_eq!(imported.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["乙", "丙", "丁"]);
    assert_eq!((rejected.len(), rejected[0].line), (1, 2));
    assert!(rejected[0].reason.contains("quote"), "{}", rejected[0].reason);
}

#[test]
fn an_unterminated_quote_at_the_end_is_rejected() {
    let (imported, rejected) = rows("a.csv", "no,title,body\n1,甲,一\n2,乙,\"二\n三");
    assert_eq!(imported.len(), 1);
    assert_eq!(rejected.iter().map(|r| r.line).collect::<Vec<_>>(), [3, 4]);
    assert_eq!(rejected[0].reason, "unterminated quote");
}

#[test]
fn many_unterminated_quotes_do_not_take_forever() {
    let mut text = String::from("no,title,body\n");
    for n in 0..3_000 {
        text += &format!("{n},甲,\"一,二\n");
    }
    let (imported, rejected) = rows("a.csv", text);
    assert_eq!((imported.len(), rejected.len()), (0, 3_000));
}

#[test]
fn a_row_of_nothing_but_separators_is_rejected() {
    let (imported, rejected) = rows("a.csv", "no,title,body\n,,\n1,,二\n");
    assert_eq!(imported.len(), 1);
    assert_eq!(rejected[0].reason, "no text: neither title nor body");
}

#[test]
fn a_table_of_only_a_header_is_no_error() {
    assert_eq!(rows("a.csv", "no,title,body\n"), (vec![], vec![]));
}
