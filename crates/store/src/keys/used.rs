//! The database remembers which keys it was written with: a check value of
//! each, from which the key cannot be found.

use std::collections::HashMap;

use super::{IndexKey, Keyring};
use crate::engine::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::hash::hex;
use crate::schema;

/// How the rows of `meta` are named that stand for keys.
const PREFIX: &str = "key:";

/// And those that stand for public keys.
pub(crate) const SIGN_PREFIX: &str = "sm2:";

/// Whether the ring has every key that the database knows.
pub(crate) fn knows_all(conn: &mut Conn, ring: &Keyring) -> Result<bool> {
    let known = known(conn, PREFIX)?;
    let held: HashMap<String, String> = check_values(ring).collect();
    Ok(known.keys().all(|id| held.contains_key(id)))
}

/// Compares the ring with the keys that the database knows, names the first
/// that is missing or another one, and notes those that are new.
pub(crate) fn remember(conn: &mut Conn, ring: &Keyring) -> Result<()> {
    let known = known(conn, PREFIX)?;
    let held: HashMap<String, String> = check_values(ring).collect();
    if let Some(id) = known.keys().filter(|id| !held.contains_key(*id)).min() {
        return Err(StoreError::KeyMissing { id: id.clone() });
    }
    let mut new = Vec::new();
    for (id, value) in held {
        match known.get(&id) {
            Some(expected) if *expected != value => return Err(StoreError::KeyWrong { id }),
            Some(_) => {}
            None => new.push(vec![Value::from(format!("{PREFIX}{id}")), value.into()]),
        }
    }
    let sign = ring.sign();
    if !self::known(conn, SIGN_PREFIX)?.contains_key(&sign.id) {
        new.push(vec![format!("{SIGN_PREFIX}{}", sign.id).into(), hex(&sign.public()).into()]);
    }
    conn.write(&schema::META, &new)
}

/// The rows of `meta` whose names begin with a prefix, by the rest of the
/// name.
pub(crate) fn known(conn: &mut Conn, prefix: &str) -> Result<HashMap<String, String>> {
    let mut known = HashMap::new();
    for row in conn.query("SELECT name, value FROM meta", &[])? {
        if let Some(id) = row.text(0)?.strip_prefix(prefix) {
            known.insert(id.to_owned(), row.text(1)?.to_owned());
        }
    }
    Ok(known)
}

fn check_values(ring: &Keyring) -> impl Iterator<Item = (String, String)> {
    let check = |key: Vec<u8>| {
        let mut padded = [0; 32];
        padded[..key.len()].copy_from_slice(&key);
        hex(&IndexKey(padded).hash("check", "")[..8])
    };
    let sealing = ring.keys().map(move |(id, key)| (id.to_owned(), check(key.to_vec())));
    sealing.chain([("index".to_owned(), check(ring.index().0.to_vec()))])
}
