//! Units, matters and places that an import knows by name only: they get
//! codes made from their names, the same on every machine and in every run.

use domain::ids::{MatterCode, PlaceCode, UnitId};
use sm3::{Digest as _, Sm3};

/// The code of a unit that is known by name.
pub fn code(name: &str) -> UnitId {
    UnitId(format!("x{}", digest(name.trim(), 5)))
}

/// The code of a matter that is known by its path of names: each level adds
/// to the code of the one above, so that a class covers what lies below it.
pub fn matter(source: &str, path: &[String]) -> MatterCode {
    let levels = std::iter::once(source).chain(path.iter().map(String::as_str));
    let parts: Vec<String> = levels.map(|name| digest(name.trim(), 3)).collect();
    MatterCode(format!("x{}", parts.concat()))
}

/// The code of a place that is known by name.
pub fn place(source: &str, name: &str) -> PlaceCode {
    PlaceCode(format!("x{}{}", digest(source, 3), digest(name.trim(), 4)))
}

fn digest(text: &str, bytes: usize) -> String {
    store::hex(&Sm3::digest(text.as_bytes())[..bytes])
}
