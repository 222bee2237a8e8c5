//! Mistakes in mappings are named; the mappings that are shipped are good.

use std::path::{Path, PathBuf};

use super::MAPPING;
use crate::import::Mapping;

/// The message for the tests' mapping with one piece replaced.
fn mistake(right: &str, wrong: &str) -> String {
    assert!(MAPPING.contains(right), "{right}");
    match Mapping::parse("wrong", &MAPPING.replacen(right, wrong, 1)) {
        Ok(_) => panic!("{wrong} was taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn mistakes_name_the_file_and_the_key() {
    for (right, wrong, told) in [
        ("zone = \"Asia/Shanghai\"", "", "zone"),
        ("\"Asia/Shanghai\"", "\"Mars\"", "`zone` = \"Mars\""),
        ("\"excel\"", "\"excell\"", "`dates` has \"excell\""),
        ("body = \"body\"", "bodi = \"body\"", "bodi"),
        ("title = \"title\"", "title = { join = \"a\" }", "title"),
        ("= \"phone\"", "= \"fone\"", "`values.channel`: \"来电\" = \"fone\""),
        ("= \"help\"", "= \"plea\"", "`values.kind`: \"求助\" = \"plea\""),
        ("= false", "= \"perhaps\"", "`values.open`: \"已办结\" = \"perhaps\""),
        ("[values.open]", "[values.opened]", "opened"),
        ("value = \"letter\"", "value = \"lettre\"", "source 2: `fields.channel`"),
        ("when = [\"text\"]", "when = []", "source 2: missing: columns in `when`"),
        ("body = \"text\"", "", "source 2: missing: `fields.body` or `fields.title`"),
        ("when = [\"text\"]", "when = [\"text\"]\nencoding = \"utf-88\"", "`encoding` = \"utf-88\""),
        ("when = [\"text\"]", "when = [\"text\"]\nkey = []", "missing: fields in `key`"),
        ("when = [\"text\"]", "when = [\"text\"]\nrequired = [\"mood\"]", "mood"),
        ("when = [\"text\"]", "if = [\"text\"]", "if"),
    ] {
        let error = mistake(right, wrong);
        assert!(error.starts_with("mapping wrong.toml: ") && error.contains(told), "{wrong}: {error}");
    }
}

#[test]
fn a_mapping_without_sources_is_refused() {
    let error = Mapping::parse("none", "zone = \"UTC\"\nsource = []\n").unwrap_err();
    assert!(error.to_string().contains("at least one [[source]]"));
}

#[test]
fn every_mapping_of_the_city_is_good() {
    let directory = mappings();
    let mut seen = 0;
    for entry in std::fs::read_dir(&directory).expect("the directory opens") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        Mapping::parse(&name, &text).unwrap_or_else(|error| panic!("{error}"));
        seen += 1;
    }
    assert!(seen >= 10, "{} holds only {seen}", directory.display());
}

fn mappings() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = here.ancestors().map(|place| place.join("city/mappings"));
    places.into_iter().find(|place| place.is_dir()).expect("city/mappings stands above")
}
