//! The city's files that come with the program: policy packs, the table of
//! days, mappings, phrases, and the demonstration city.

use include_dir::{Dir, include_dir};

static CITY: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../city");

/// The text of a file, by its path below `city/`.
pub fn text(path: &str) -> Option<&'static str> {
    CITY.get_file(path).and_then(|file| file.contents_utf8())
}

/// The files of a folder that end in `.toml`, as (name without ending, text),
/// in the order of their names.
pub fn folder(path: &str) -> Vec<(String, String)> {
    let files = CITY.get_dir(path).into_iter().flat_map(|dir| dir.files());
    let mut found: Vec<(String, String)> = files
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "toml"))
        .filter_map(|file| {
            let name = file.path().file_stem()?.to_str()?.to_owned();
            Some((name, file.contents_utf8()?.to_owned()))
        })
        .collect();
    found.sort();
    found
}

/// The folder of the demonstration city: the one that has a `city.toml`.
pub fn demonstration() -> Option<&'static Dir<'static>> {
    CITY.dirs().find(|dir| dir.get_file(dir.path().join("city.toml")).is_some())
}
