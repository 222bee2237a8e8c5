//! The key ring. It is as precious as the database: without it nobody learns
//! again who the citizens are, so it is to be backed up apart from it.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::cipher::Key;
use super::index::IndexKey;
use super::sign::SignKey;
use super::source::Source;
use crate::error::{Result, StoreError};
use crate::hash::{hex, unhex};

/// The keys of a store: any number to open with, one to seal with, the index
/// key, and the key that signs.
#[derive(Clone)]
pub struct Keyring {
    source: Source,
    active: String,
    keys: BTreeMap<String, Zeroizing<Key>>,
    index: IndexKey,
    sign: SignKey,
}

/// The ring as text: keys in hexadecimal.
#[derive(Serialize, Deserialize)]
struct Written {
    active: String,
    index: String,
    keys: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<WrittenSign>,
}

#[derive(Serialize, Deserialize)]
struct WrittenSign {
    id: String,
    private: String,
}

impl Keyring {
    /// New keys that are never written to a file, for tests and simulations.
    pub fn in_memory() -> Self {
        let id = new_id();
        let keys = BTreeMap::from([(id.clone(), new_key())]);
        let (index, sign) = (IndexKey(rand::random()), SignKey::new());
        Self { source: Source::Memory, active: id, keys, index, sign }
    }

    /// The keys of a file; new ones, when there is no such file. The file is
    /// readable by its owner only. One that lacks the key that signs gets it.
    pub fn open(path: &Path) -> Result<Self> {
        let source = Source::File(path.to_owned());
        let ring = if path.exists() {
            let (ring, was_whole) = Self::parse(source.clone(), &source.read()?)?;
            if was_whole {
                return Ok(ring);
            }
            ring
        } else {
            Self { source, ..Self::in_memory() }
        };
        ring.save()?;
        Ok(ring)
    }

    /// The keys that a program shows: `PROGRAM show` prints what would stand in
    /// a key file, `PROGRAM add` makes a new active key and prints all again. So
    /// a hardware module or a key service can stand behind. The program is run
    /// by the shell.
    pub fn from_command(program: &str) -> Result<Self> {
        let source = Source::Program(program.to_owned());
        Self::parse_whole(source.clone(), &source.read()?)
    }

    /// Whether the keys lie in a file.
    pub fn is_from_file(&self) -> bool {
        matches!(self.source, Source::File(_))
    }

    fn parse_whole(source: Source, text: &str) -> Result<Self> {
        match Self::parse(source.clone(), text)? {
            (ring, true) => Ok(ring),
            (_, false) => {
                Err(source.error("the key that signs is missing: `[sign]` with `id` and `private`"))
            }
        }
    }

    /// Reads a ring, and whether it had the key that signs: files of earlier
    /// programs have none, and get a new one here.
    fn parse(source: Source, text: &str) -> Result<(Self, bool)> {
        let read = || -> std::result::Result<_, String> {
            let written: Written = toml::from_str(text).map_err(|error| error.message().to_owned())?;
            let mut keys = BTreeMap::new();
            for (id, text) in written.keys {
                let bytes = unhex(&text).and_then(|bytes| bytes.try_into().ok()).map(Zeroizing::new);
                keys.insert(id.clone(), bytes.ok_or(format!("key `{id}` is not 32 hexadecimal digits"))?);
            }
            if !keys.contains_key(&written.active) {
                return Err(format!("the active key `{}` is not among the keys", written.active));
            }
            let index = unhex(&written.index).and_then(|bytes| bytes.try_into().ok());
            let index = IndexKey(index.ok_or("`index` is not 64 hexadecimal digits")?);
            let was_whole = written.sign.is_some();
            let sign = match written.sign {
                Some(sign) => SignKey::parse(&sign.id, &sign.private)
                    .ok_or("`sign.private` is not a key of 64 hexadecimal digits")?,
                None => SignKey::new(),
            };
            Ok((written.active, keys, index, sign, was_whole))
        };
        let (active, keys, index, sign, was_whole) = read().map_err(|what| source.error(&what))?;
        Ok((Self { source, active, keys, index, sign }, was_whole))
    }

    /// The ring as its source has it now.
    pub(crate) fn reread(&self) -> Result<Self> {
        match &self.source {
            Source::Memory => Ok(self.clone()),
            Source::File(path) => Self::open(path),
            Source::Program(program) => Self::from_command(program),
        }
    }

    /// The same ring with a further key, which is the active one from now on.
    /// It is written before the key is used.
    pub(crate) fn with_new_key(&self) -> Result<Self> {
        if let Source::Program(_) = &self.source {
            return Self::parse_whole(self.source.clone(), &self.source.add()?);
        }
        let mut ring = self.clone();
        ring.active = new_id();
        ring.keys.insert(ring.active.clone(), new_key());
        ring.save()?;
        Ok(ring)
    }

    fn save(&self) -> Result<()> {
        let keys = self.keys.iter().map(|(id, key)| (id.clone(), hex(&**key))).collect();
        let sign = WrittenSign { id: self.sign.id.clone(), private: self.sign.private() };
        let index = hex(&self.index.0);
        let written = Written { active: self.active.clone(), index, keys, sign: Some(sign) };
        self.source.write(&Zeroizing::new(toml::to_string(&written).expect("texts only")))
    }

    /// The names of the keys, each with whether it is the active one.
    pub fn names(&self) -> impl Iterator<Item = (&str, bool)> {
        self.keys.keys().map(|id| (id.as_str(), *id == self.active))
    }

    /// The key that seals, and its name.
    pub(crate) fn active(&self) -> (&str, &Key) {
        (&self.active, &self.keys[&self.active])
    }

    /// A key by its name.
    pub(crate) fn key(&self, id: &str) -> Result<&Key> {
        let key = self.keys.get(id).ok_or_else(|| StoreError::KeyMissing { id: id.to_owned() })?;
        Ok(key)
    }

    /// Every sealing key, by name.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, &Key)> {
        self.keys.iter().map(|(id, key)| (id.as_str(), &**key))
    }

    /// The index key.
    pub(crate) fn index(&self) -> IndexKey {
        self.index
    }

    /// The key that signs.
    pub(crate) fn sign(&self) -> &SignKey {
        &self.sign
    }
}

fn new_key() -> Zeroizing<Key> {
    Zeroizing::new(rand::random())
}

pub(super) fn new_id() -> String {
    format!("k{}", hex(&rand::random::<[u8; 4]>()))
}
