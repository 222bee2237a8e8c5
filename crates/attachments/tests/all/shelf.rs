//! The shelf.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use attachments::{Shelf, ShelfError};
use tempfile::TempDir;

const NAME: &str = "17-ab12";
const CHUNK: usize = 1 << 20;
/// A chunk as it lies on the disk.
const SEALED: usize = CHUNK + 16;

fn shelf() -> (TempDir, Shelf) {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::new(folder.path().join("files"));
    (folder, shelf)
}

/// The one file of the name that lies there; behind the name stands what tells
/// it from others.
fn place(folder: &TempDir) -> PathBuf {
    let under = folder.path().join("files/ab");
    let [name] = names(&under).try_into().unwrap();
    assert!(name.starts_with(&format!("{NAME}-")), "{name}");
    under.join(name)
}

fn some(size: usize) -> Vec<u8> {
    (0..size).map(|at| (at % 251) as u8).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_is_put_there_is_there() {
    let (_folder, shelf) = shelf();
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 77] {
        let bytes = some(size);
        let put = shelf.put(NAME, &bytes).unwrap();
        assert!(shelf.get(NAME, &put.key) == Ok(bytes), "{size}");
    }
    let put = shelf.put(NAME, b"abc").unwrap();
    assert_eq!(put.hash, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

#[test]
fn nothing_can_be_read_without_the_key() {
    let (folder, shelf) = shelf();
    let put = shelf.put(NAME, b"a street lamp").unwrap();
    let on_disk = fs::read(place(&folder)).unwrap();
    assert!(!on_disk.windows(4).any(|window| window == b"lamp"));
    assert_eq!(shelf.get(NAME, &[7; 16]), Err(ShelfError::NotThere));
    assert!(!format!("{put:?}").contains("key"));
}

#[test]
fn a_second_one_of_the_name_lies_beside_the_first() {
    let (_folder, shelf) = shelf();
    let first = shelf.put(NAME, b"photo").unwrap();
    let second = shelf.put(NAME, b"photo").unwrap();
    assert_ne!(first.key, second.key);
    assert_eq!(shelf.get(NAME, &first.key).as_deref(), Ok(&b"photo"[..]));
    assert_eq!(shelf.get(NAME, &second.key).as_deref(), Ok(&b"photo"[..]));
}

#[test]
fn taken_away() {
    let (folder, shelf) = shelf();
    let put = shelf.put(NAME, b"photo").unwrap();
    let other = shelf.put(NAME, b"photo").unwrap();
    assert_eq!(shelf.remove(NAME, &put.key), Ok(()));
    assert_eq!(shelf.remove(NAME, &put.key), Ok(()));
    assert_eq!(shelf.get(NAME, &put.key), Err(ShelfError::NotThere));
    assert!(shelf.get(NAME, &other.key).is_ok());
    assert!(place(&folder).exists());
}

/// Changed, cut, lengthened, in another order: each is seen.
#[test]
fn tampering() {
    let (folder, shelf) = shelf();
    let put = shelf.put(NAME, &some(2 * CHUNK + 5)).unwrap();
    let whole = fs::read(place(&folder)).unwrap();
    let (first, second, third) = (&whole[..SEALED], &whole[SEALED..2 * SEALED], &whole[2 * SEALED..]);
    let mut changed = whole.clone();
    changed[SEALED + 9] ^= 1;
    for (what, bytes) in [
        ("changed", changed),
        ("empty", Vec::new()),
        ("cut", whole[..whole.len() - 1].to_vec()),
        ("without the last", [first, second].concat()),
        ("only the first", first.to_vec()),
        ("without the second", [first, third].concat()),
        ("swapped", [second, first, third].concat()),
        ("doubled", [first, second, second, third].concat()),
        ("lengthened", [&whole[..], b"x"].concat()),
        ("with a tail", [&whole[..], third].concat()),
    ] {
        fs::write(place(&folder), bytes).unwrap();
        assert!(shelf.get(NAME, &put.key) == Err(ShelfError::Damaged), "{what}");
    }
    fs::write(place(&folder), &whole).unwrap();
    assert!(shelf.get(NAME, &put.key) == Ok(some(2 * CHUNK + 5)));
}

#[test]
fn names_lead_nowhere_else() {
    let (folder, shelf) = shelf();
    let long = format!("1-{}", "a".repeat(200));
    for name in [
        "",
        "-",
        "17",
        "17-",
        "17-a",
        "-ab12",
        "../17-ab",
        "17-../x",
        "/17-ab",
        "17-ab/..",
        "17-AB12",
        "17-ab\0",
        "17-ab.",
        "..-ab",
        "17_-ab",
        "号-ab",
        "17-号号",
        &long,
    ] {
        assert_eq!(shelf.put(name, b"x").unwrap_err(), ShelfError::BadName, "{name}");
        assert_eq!(shelf.get(name, &[0; 16]), Err(ShelfError::BadName), "{name}");
        assert_eq!(shelf.remove(name, &[0; 16]), Err(ShelfError::BadName), "{name}");
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_cannot_be_put_there_leaves_nothing() {
    let (folder, shelf) = shelf();
    let files = folder.path().join("files");
    fs::create_dir(&files).unwrap();
    fs::write(files.join("ab"), "in the way").unwrap();
    assert!(matches!(shelf.put(NAME, b"x"), Err(ShelfError::Disk(_))));
    assert_eq!(names(&files), ["ab"]);
}

#[test]
fn a_full_disk_is_told_apart() {
    for kind in [ErrorKind::StorageFull, ErrorKind::QuotaExceeded] {
        assert_eq!(ShelfError::from(io::Error::from(kind)), ShelfError::Full);
    }
}
