//! Free texts: they lie beside the journal, which knows them by hash only, so
//! that one can be erased and the journal still verifies.

use domain::text_ref::TextRef;

use crate::hash::{hex, sm3};

/// A text on its way into the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewText {
    /// Hexadecimal SM3 over salt and body.
    pub(crate) hash: String,
    pub(crate) salt: [u8; 16],
    pub(crate) body: String,
}

/// The reference by which the journal speaks of a text, and the text itself
/// for the store. The salt is to be random: it keeps short texts from being
/// guessed from their hashes once they are erased.
///
/// Characters of code 0, which PostgreSQL cannot keep, become U+FFFD.
pub fn seal(body: &str, salt: [u8; 16]) -> (TextRef, NewText) {
    let body = body.replace('\0', "\u{fffd}");
    let hash = hash(&salt, &body);
    let chars = u32::try_from(body.chars().count()).unwrap_or(u32::MAX);
    (TextRef { hash: hash.clone(), chars }, NewText { hash, salt, body })
}

pub(crate) fn hash(salt: &[u8], body: &str) -> String {
    hex(&sm3(&[salt, body.as_bytes()]))
}

/// The hashes of the texts that an entry of the journal refers to, read from
/// its JSON: a reference is the only object there that begins with `hash`. An
/// empty text needs no row, so references to one are left out.
pub(crate) fn referred(body: &str) -> impl Iterator<Item = &str> {
    const BEGIN: &str = "{\"hash\":\"";
    const BETWEEN: &str = "\",\"chars\":";
    body.match_indices(BEGIN).filter_map(|(at, _)| {
        let (hash, rest) = body[at + BEGIN.len()..].split_at_checked(64)?;
        let chars = rest.strip_prefix(BETWEEN)?;
        (!chars.starts_with('0')).then_some(hash)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_known_by_salt_and_body() {
        let (reference, text) = seal("路灯\0不亮", [1; 16]);
        assert_eq!(reference.chars, 5);
        assert_eq!(text.body, "路灯\u{fffd}不亮");
        assert_eq!(reference.hash, hash(&[1; 16], &text.body));
        assert_ne!(reference.hash, seal("路灯\0不亮", [2; 16]).0.hash);
    }

    #[test]
    fn references_are_found_in_json() {
        let (full, _) = seal("x", [0; 16]);
        let (empty, _) = seal("", [0; 16]);
        let json = serde_json::to_string(&(&full, &empty, "{\"hash\":\"")).unwrap();
        assert_eq!(referred(&json).collect::<Vec<_>>(), [full.hash.as_str()]);
    }
}
