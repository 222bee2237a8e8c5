//! The key file. It is as precious as the database: without it nobody learns
//! again who the citizens are, so it is to be backed up apart from it.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::cipher::Key;
use super::index::IndexKey;
use crate::error::{Result, StoreError};
use crate::hash::{hex, unhex};

/// The keys of a store: any number to open with, one to seal with, and the
/// index key.
#[derive(Clone)]
pub struct Keyring {
    path: Option<PathBuf>,
    active: String,
    keys: BTreeMap<String, Key>,
    index: IndexKey,
}

/// The file: keys in hexadecimal.
#[derive(Serialize, Deserialize)]
struct File {
    active: String,
    index: String,
    keys: BTreeMap<String, String>,
}

impl Keyring {
    /// New keys that are never written to a file, for tests and simulations.
    pub fn in_memory() -> Self {
        let id = new_id();
        let keys = BTreeMap::from([(id.clone(), rand::random())]);
        Self { path: None, active: id, keys, index: IndexKey(rand::random()) }
    }

    /// The keys of a file; new ones, when there is no such file. The file is
    /// readable by its owner only.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.exists() {
            let ring = Self { path: Some(path.to_owned()), ..Self::in_memory() };
            ring.save()?;
            return Ok(ring);
        }
        let text = std::fs::read_to_string(path).map_err(|error| StoreError::file(path, &error))?;
        Self::parse(path, &text).map_err(|what| StoreError::KeyFile { path: path.to_owned(), what })
    }

    fn parse(path: &Path, text: &str) -> std::result::Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let mut keys = BTreeMap::new();
        for (id, text) in file.keys {
            let bytes = unhex(&text).and_then(|bytes| bytes.try_into().ok());
            keys.insert(id.clone(), bytes.ok_or(format!("key `{id}` is not 32 hexadecimal digits"))?);
        }
        if !keys.contains_key(&file.active) {
            return Err(format!("the active key `{}` is not among the keys", file.active));
        }
        let index = unhex(&file.index).and_then(|bytes| bytes.try_into().ok());
        let index = IndexKey(index.ok_or("`index` is not 64 hexadecimal digits")?);
        Ok(Self { path: Some(path.to_owned()), active: file.active, keys, index })
    }

    /// The ring as its file has it now.
    pub(crate) fn reread(&self) -> Result<Self> {
        match &self.path {
            Some(path) => Self::open(path),
            None => Ok(self.clone()),
        }
    }

    /// The same ring with a further key, which is the active one from now on.
    /// The file is written before the key is used.
    pub(crate) fn with_new_key(&self) -> Result<Self> {
        let mut ring = self.clone();
        ring.active = new_id();
        ring.keys.insert(ring.active.clone(), rand::random());
        ring.save()?;
        Ok(ring)
    }

    /// Written beside the file and put in its place, so that the old keys are
    /// never lost on the way.
    fn save(&self) -> Result<()> {
        let Some(path) = &self.path else { return Ok(()) };
        let keys = self.keys.iter().map(|(id, key)| (id.clone(), hex(key))).collect();
        let file = File { active: self.active.clone(), index: hex(&self.index.0), keys };
        let text = toml::to_string(&file).expect("texts only");
        let beside = path.with_extension("new");
        write_private(&beside, text.as_bytes())
            .and_then(|()| std::fs::rename(&beside, path))
            .map_err(|error| StoreError::file(path, &error))
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
        self.keys.get(id).ok_or_else(|| StoreError::KeyMissing { id: id.to_owned() })
    }

    /// Every sealing key, by name.
    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, &Key)> {
        self.keys.iter().map(|(id, key)| (id.as_str(), key))
    }

    /// The index key.
    pub(crate) fn index(&self) -> IndexKey {
        self.index
    }
}

fn new_id() -> String {
    format!("k{}", hex(&rand::random::<[u8; 4]>()))
}

fn write_private(path: &Path, text: &[u8]) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(text)?;
    file.sync_all()
}
