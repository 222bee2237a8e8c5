//! A city is data: no place and no unit is named in the program's code.
//! Comments may cite the statutes that rules come from.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
}

/// Names of provinces and prefectures, of the demonstration city's places and
/// units, and the short names of policy packs and mappings.
fn names() -> BTreeSet<String> {
    let city = root().join("city");
    let china = std::fs::read_to_string(city.join("china-places.txt")).unwrap();
    let mut names: BTreeSet<String> = china.lines().map(str::to_owned).collect();
    assert!(names.len() > 300, "the list of places is not read");
    for (list, key) in [("wanglan/places.toml", "place"), ("wanglan/units.toml", "unit")] {
        let text = std::fs::read_to_string(city.join(list)).unwrap();
        let table: toml::Table = text.parse().unwrap();
        let named = table[key].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap().to_owned());
        names.extend(named);
    }
    for folder in ["policies", "mappings"] {
        let mut found = Vec::new();
        files(&city.join(folder), "toml", &mut found);
        let stems = found.iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned());
        // Two of them are words of the trade, and name no place.
        names.extend(stems.filter(|stem| stem != "national" && stem != "open311"));
    }
    names
}

fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_place_and_no_unit_is_named_in_the_code() {
    let names = names();
    let mut sources = Vec::new();
    for member in std::fs::read_dir(root().join("crates")).unwrap() {
        files(&member.unwrap().path().join("src"), "rs", &mut sources);
    }
    assert!(sources.len() > 150, "the sources are not read");
    let mut found = Vec::new();
    for path in sources {
        let code = code(&std::fs::read_to_string(&path).unwrap());
        let named = names.iter().filter(|name| code.contains(name.as_str()));
        found.extend(named.map(|name| format!("{}: {name}", path.display())));
    }
    assert_eq!(found, Vec::<String>::new());
}
