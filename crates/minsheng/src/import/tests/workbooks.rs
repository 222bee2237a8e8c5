//! Excel workbooks, made here by hand.

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::{import, rows};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;

/// A workbook whose sheets have this XML inside `sheetData`.
pub fn workbook(sheets: &[&str]) -> Vec<u8> {
    let (mut list, mut rels) = (String::new(), String::new());
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), TYPES.to_owned()),
        ("_rels/.rels".to_owned(), RELS.to_owned()),
    ];
    for (at, data) in sheets.iter().enumerate() {
        list += &format!(r#"<sheet name="S{at}" sheetId="{}" r:id="s{at}"/>"#, at + 1);
        rels += &format!(
            r#"<Relationship Id="s{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s{at}.xml"/>"#
        );
        let sheet = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#
        );
        parts.push((format!("xl/worksheets/s{at}.xml"), sheet));
    }
    rels += r#"<Relationship Id="st" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"#;
    parts.push(("xl/styles.xml".into(), STYLES.into()));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>"#)));
    parts.push(("xl/workbook.xml".into(), format!(r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#)));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        zip.start_file(name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("its text");
    }
    zip.finish().expect("a workbook").into_inner()
}

/// A row of texts.
pub fn row(number: u32, cells: &[&str]) -> String {
    let letters = ["A", "B", "C", "D", "E"];
    let cell = |(letter, text): (&&str, &&str)| {
        format!(r#"<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let cells: String = letters.iter().zip(cells).map(cell).collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

#[test]
fn rows_have_the_numbers_of_the_sheet() {
    let sheet = row(3, &["no", "title", "body"]) + &row(4, &["1", "甲", "一"]) + &row(9, &["2", "乙", "二"]);
    let (imported, rejected) = rows("a.xlsx", workbook(&[&sheet]));
    assert_eq!(rejected, []);
    assert_eq!(
        imported.iter().map(|row| (row.line, row.title.as_str())).collect::<Vec<_>>(),
        [(4, "甲"), (9, "乙")]
    );
}

#[test]
fn numbers_and_dates_come_as_people_write_them() {
    let sheet = row(1, &["no", "title", "body", "time"])
        + r#"<row r="2"><c r="A2"><v>420017</v></c><c r="C2" t="inlineStr"><is><t>文</t></is></c><c r="D2" s="1"><v>46053.5</v></c></row>"#
        + r#"<row r="3"><c r="A3"><v>420018</v></c><c r="C3" t="inlineStr"><is><t>文</t></is></c><c r="D3"><v>46053.5</v></c></row>"#
        + &row(4, &["420019", "", "文", "2026/1/31 12:00:00"]);
    let (imported, _) = rows("a.xlsx", workbook(&[&sheet]));
    assert_eq!(imported[0].external_no.as_deref(), Some("420017"));
    for row in &imported {
        assert_eq!(row.received_at.unwrap().to_string(), "2026-01-31T04:00:00Z");
    }
}

#[test]
fn the_sheet_that_fits_is_chosen() {
    let cover = row(1, &["about this file"]);
    let sheet = row(1, &["no", "title", "body"]) + &row(2, &["1", "甲", "一"]);
    assert_eq!(rows("a.xlsx", workbook(&["", &cover, &sheet])).0.len(), 1);
    let told = import("a.xlsx", workbook(&[&(cover + &row(2, &["x"]))])).unwrap_err().to_string();
    assert!(told.contains("[about this file]"), "{told}");
}

#[test]
fn a_stray_cell_far_away_costs_nothing() {
    let sheet =
        row(1, &["text"]) + &row(2, &["甲"]) + r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(rows("a.xlsx", workbook(&[&sheet])).0.len(), 1);
}

#[test]
fn a_workbook_that_is_cut_off_is_told() {
    let whole = workbook(&[&(row(1, &["text"]) + &row(2, &["甲"]))]);
    for length in [4, 100, whole.len() / 2, whole.len() - 30] {
        let told = import("a.xlsx", &whole[..length]).unwrap_err().to_string();
        assert!(told.contains("does not open as a workbook"), "{told}");
    }
}

#[test]
fn a_sheet_that_breaks_keeps_what_came_before() {
    let sheet = row(1, &["text"])
        + &row(2, &["甲"])
        + &row(3, &["乙"])
        + "<row r=\"4\"><c r=\"?!\"><v>1</v></c></row>";
    let (imported, rejected) = rows("a.xlsx", workbook(&[&sheet]));
    assert_eq!(imported.len(), 1);
    assert_eq!((rejected[0].line, rejected[0].raw.as_str()), (3, "乙"));
    assert!(rejected[0].reason.starts_with("the sheet breaks off in or after this row"));
}

#[test]
fn a_workbook_without_cells_is_empty() {
    assert!(import("a.xlsx", workbook(&[""])).unwrap_err().to_string().contains("is empty"));
}
