//! Where the files lie: each encrypted under a key of its own, in a folder
//! of two hexadecimal digits. Without its key, which lies in the database, a
//! file says nothing: to erase it, it is enough to forget the key.

mod cipher;
mod error;
mod name;

use std::fmt;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use sm3::{Digest, Sm3};
use tempfile::NamedTempFile;

pub use cipher::Key;
pub use error::ShelfError;

use crate::bytes::hex;

/// A folder of encrypted files.
///
/// What is put there is on the disk, whole, when [`Shelf::put`] returns.
/// When the process is killed in the middle, a file that begins with a dot
/// may stay behind; nobody has its key, and it can be deleted.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

/// A file that was put on the shelf.
#[derive(Clone, PartialEq, Eq)]
pub struct Put {
    /// SM3 of its bytes, in hexadecimal.
    pub hash: String,
    /// What opens it, and nothing else does.
    pub key: Key,
}

/// Without the key, which must not find its way into a log.
impl fmt::Debug for Put {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Put").field("hash", &self.hash).finish_non_exhaustive()
    }
}

impl Shelf {
    /// The shelf in a folder, which is made when something is first put
    /// there.
    pub fn new(folder: PathBuf) -> Self {
        Shelf { folder }
    }

    /// Puts a file on the shelf, under a new key. A file of the same name lies
    /// beside it, under its own key: of two who add the same bytes at once one
    /// is refused only later, and must not have replaced the other's file.
    ///
    /// A name is that of the order, a hyphen, and the hash: the same bytes
    /// may be added to several orders, and erased from one.
    ///
    /// # Errors
    /// [`ShelfError::BadName`]; [`ShelfError::Full`] and
    /// [`ShelfError::Disk`], and then nothing was written.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<Put, ShelfError> {
        let key: Key = rand::random();
        let path = self.path(name, &key)?;
        let folder = path.parent().unwrap_or(&self.folder);
        self.make(folder)?;
        let mut beside = tempfile::Builder::new().prefix(".new-").tempfile_in(folder)?;
        write(&mut beside, &key, bytes)?;
        beside.persist(&path).map_err(|failed| failed.error)?;
        sync(folder)?;
        Ok(Put { hash: hex(&Sm3::digest(bytes)), key })
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`ShelfError::NotThere`], also when the key is another's;
    /// [`ShelfError::Damaged`] when the file is not as it was put there.
    pub fn get(&self, name: &str, key: &Key) -> Result<Vec<u8>, ShelfError> {
        let file = File::open(self.path(name, key)?)?;
        let size = file.metadata()?.len();
        cipher::open(key, file, size)
    }

    /// Takes a file from the shelf. It is no error when it is not there.
    ///
    /// # Errors
    /// [`ShelfError::BadName`], [`ShelfError::Disk`].
    pub fn remove(&self, name: &str, key: &Key) -> Result<(), ShelfError> {
        let path = self.path(name, key)?;
        match fs::remove_file(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error.into()),
            Ok(()) => sync(path.parent().unwrap_or(&self.folder)),
        }
    }

    /// Makes a folder of the shelf, and the shelf.
    fn make(&self, folder: &Path) -> Result<(), ShelfError> {
        let is_new = !self.folder.exists();
        fs::create_dir_all(folder)?;
        sync(&self.folder)?;
        match self.folder.parent() {
            Some(above) if is_new && above.as_os_str().is_empty() => sync(Path::new(".")),
            Some(above) if is_new => sync(above),
            _ => Ok(()),
        }
    }

    fn path(&self, name: &str, key: &Key) -> Result<PathBuf, ShelfError> {
        let under = name::folder(name).ok_or(ShelfError::BadName)?;
        Ok(self.folder.join(under).join(format!("{name}-{}", mark(key))))
    }
}

/// What tells files of one name apart: as many digits of their key's hash as
/// chance does not give twice. They tell nothing of the key.
fn mark(key: &Key) -> String {
    hex(&Sm3::digest(key)[..8])
}

fn write(file: &mut NamedTempFile, key: &Key, bytes: &[u8]) -> Result<(), ShelfError> {
    for chunk in cipher::seal(key, bytes) {
        file.write_all(&chunk)?;
    }
    Ok(file.as_file().sync_all()?)
}

/// A new name is on the disk only when its folder is.
fn sync(folder: &Path) -> Result<(), ShelfError> {
    Ok(File::open(folder)?.sync_all()?)
}
