//! The names of files on the shelf.

/// The longest name; file systems take 255 bytes.
const MOST: usize = 200;

/// The folder that a file of this name lies in: the first two digits of the
/// hash at its end. None when it is no name: nothing but digits, small
/// letters and hyphens, so that no name leads anywhere else.
pub(super) fn folder(name: &str) -> Option<&str> {
    let fits = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_lowercase() || byte == b'-';
    if name.len() > MOST || !name.bytes().all(fits) {
        return None;
    }
    let (order, hash) = name.rsplit_once('-')?;
    if order.is_empty() { None } else { hash.get(..2) }
}
