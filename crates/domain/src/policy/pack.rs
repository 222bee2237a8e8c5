//! Reading policy packs: TOML files that inherit from one another, so that a
//! city's pack states only what its own statutes fix.

use std::collections::BTreeMap;

use jiff::civil::Date;
use toml::{Table, Value};

use super::{Contradiction, Policy};

/// Why a pack is refused, with the place.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PackError {
    /// The file is not TOML.
    #[error("policy {pack}: {problem}")]
    Unreadable {
        /// Its file name.
        pack: String,
        /// What the reader said, with line and column.
        problem: String,
    },
    /// A number is missing, of the wrong form, or unknown to the rules.
    #[error("policy {pack}: {path}: {problem}")]
    Wrong {
        /// The pack.
        pack: String,
        /// The keys that lead to the place.
        path: String,
        /// What is wrong there.
        problem: String,
    },
    /// Two numbers that cannot both hold.
    #[error("policy {pack}: {contradiction}")]
    Contradictory {
        /// The pack.
        pack: String,
        /// Which numbers.
        contradiction: Contradiction,
    },
    /// No pack of this name.
    #[error("no policy is called `{name}`; there are: {known}")]
    Unknown {
        /// The name asked for.
        name: String,
        /// The names that there are.
        known: String,
    },
}

/// Every policy pack that was read, with all versions of each.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    packs: BTreeMap<String, Vec<Policy>>,
}

impl Packs {
    /// Reads packs from `(file name, text)` pairs.
    ///
    /// # Errors
    /// The first pack that is unreadable, incomplete or contradicts itself.
    pub fn parse(files: &[(String, String)]) -> Result<Packs, PackError> {
        let mut tables = BTreeMap::new();
        for (name, text) in files {
            let unreadable = |error: toml::de::Error| PackError::Unreadable {
                pack: name.clone(),
                problem: error.to_string(),
            };
            tables.insert(name.clone(), text.parse::<Table>().map_err(unreadable)?);
        }
        let mut packs: BTreeMap<String, Vec<Policy>> = BTreeMap::new();
        for name in tables.keys() {
            let policy = read(name, &tables)?;
            packs.entry(policy.id.clone()).or_default().push(policy);
        }
        packs.values_mut().for_each(|versions| versions.sort_by_key(|policy| policy.from));
        Ok(Packs { packs })
    }

    /// All versions of a pack, oldest first, by its name or one of its other
    /// spellings.
    ///
    /// # Errors
    /// [`PackError::Unknown`] with the names that there are.
    pub fn versions(&self, name: &str) -> Result<&[Policy], PackError> {
        let wanted = name.to_lowercase();
        let found = self.packs.values().find(|versions| {
            let latest = &versions[versions.len() - 1];
            latest.id == wanted || latest.name == name || latest.aliases.contains(&wanted)
        });
        found.map(Vec::as_slice).ok_or_else(|| PackError::Unknown {
            name: name.to_owned(),
            known: self.packs.keys().cloned().collect::<Vec<_>>().join(", "),
        })
    }

    /// The version of a pack that is in force on a day; before the first one
    /// came into force, the first one.
    ///
    /// # Errors
    /// [`PackError::Unknown`].
    pub fn in_force(&self, name: &str, on: Date) -> Result<&Policy, PackError> {
        let versions = self.versions(name)?;
        Ok(versions.iter().rev().find(|policy| policy.from <= on).unwrap_or(&versions[0]))
    }

    /// Every version of every pack.
    pub fn all(&self) -> impl Iterator<Item = &Policy> {
        self.packs.values().flatten()
    }
}

fn read(name: &str, tables: &BTreeMap<String, Table>) -> Result<Policy, PackError> {
    let merged = inherit(name, tables, 0)?;
    let policy: Policy = placed(name, Value::Table(merged))?;
    match policy.contradiction() {
        Some(contradiction) => Err(PackError::Contradictory { pack: name.to_owned(), contradiction }),
        None => Ok(policy),
    }
}

fn inherit(name: &str, tables: &BTreeMap<String, Table>, depth: usize) -> Result<Table, PackError> {
    let wrong = |problem: &str| PackError::Wrong {
        pack: name.to_owned(),
        path: "extends".to_owned(),
        problem: problem.to_owned(),
    };
    let mut own = tables.get(name).ok_or_else(|| wrong("there is no such pack"))?.clone();
    match own.remove("extends") {
        None => Ok(own),
        // A chain longer than the packs there are goes round in a circle.
        Some(_) if depth > tables.len() => Err(wrong("packs extend one another in a circle")),
        Some(Value::String(base)) => {
            if !tables.contains_key(&base) {
                return Err(wrong(&format!("there is no pack `{base}`")));
            }
            let mut merged = inherit(&base, tables, depth + 1)?;
            // Another city's name is not this one's: a pack that forgets its own
            // would take that city's place.
            for own in ["id", "name", "aliases", "version", "from", "source"] {
                merged.remove(own);
            }
            overlay(&mut merged, own);
            Ok(merged)
        }
        Some(_) => Err(wrong("must be the name of a pack")),
    }
}

/// Lays one table over another, key by key; a number with its basis is
/// replaced as a whole, for half of it would claim the other's basis.
fn overlay(base: &mut Table, own: Table) {
    for (key, value) in own {
        match (base.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above))
                if !below.contains_key("basis") && !above.contains_key("basis") =>
            {
                overlay(below, above);
            }
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

fn placed(name: &str, value: Value) -> Result<Policy, PackError> {
    serde_path_to_error::deserialize(value).map_err(|error| PackError::Wrong {
        pack: name.to_owned(),
        path: error.path().to_string(),
        problem: error.inner().message().to_owned(),
    })
}
