//! The table of settings, the sample file and the guide say the same.

use super::Place;

/// The sample of `minsheng.toml`.
const SAMPLE: &str = include_str!("../../../../deploy/minsheng.toml");

/// The guide for those who run it.
const GUIDE: &str = include_str!("../../../../docs/operating.md");

/// Every setting: its key and its variable.
fn settings() -> Vec<(String, String)> {
    let told = Place::empty().does(&["settings"]);
    let line = |line: &str| {
        let (key, rest) = line.split_once("  (environment: ")?;
        Some((key.to_owned(), rest.trim_end_matches(')').to_owned()))
    };
    told.lines().filter_map(line).collect()
}

#[test]
fn the_guide_names_every_setting() {
    let settings = settings();
    assert!(settings.len() > 20, "{settings:?}");
    for (key, _) in &settings {
        assert!(GUIDE.contains(&format!("| `{key}` |")), "docs/operating.md does not name `{key}`");
    }
    let rows = GUIDE.lines().filter(|line| line.starts_with("| `") && line.contains("` | `MINSHENG_"));
    for row in rows {
        let said: Vec<&str> = row.split('`').collect();
        let known = settings.iter().any(|(key, variable)| key == said[1] && variable == said[3]);
        assert!(known, "docs/operating.md names a setting that there is not: {row}");
    }
}

#[test]
fn the_sample_holds_every_setting_and_nothing_else() {
    let place = Place::empty();
    let is_setting = |line: &str| line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
    let uncommented: Vec<&str> =
        SAMPLE.lines().map(|line| line.trim_start_matches('#')).filter(|line| is_setting(line)).collect();
    for (key, _) in settings() {
        let named = uncommented.iter().filter(|line| line.starts_with(&format!("{key} = "))).count();
        assert_eq!(named, 1, "deploy/minsheng.toml and `{key}`");
    }
    place.file("minsheng.toml", &uncommented.join("\n"));
    place.does(&["settings"]);
    place.file("minsheng.toml", SAMPLE);
    place.does(&["settings"]);
}
