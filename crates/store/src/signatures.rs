//! Signatures: under every entry whose act binds somebody, over the hash that
//! chains it to all before it.

use std::collections::HashMap;

use domain::ids::OrderId;

use crate::engine::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::hash::{Hash, unhex};
use crate::keys::{SIGN_PREFIX, SignKey, is_signed, known};

/// The signature under an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The entry.
    pub seq: u32,
    /// The name of the key.
    pub key_id: String,
    /// SM2 with SM3 over the entry's hash (GB/T 32918.2): r and s.
    pub signature: Vec<u8>,
    /// With which anybody can check it: a point as SEC 1 writes it.
    pub public_key: Vec<u8>,
}

/// Whether an act is to be signed.
pub(crate) fn binds(act: &str) -> bool {
    domain::life::BINDING.contains(&act)
}

/// A signature's row, in the order of [`crate::schema::SIGNATURES`].
pub(crate) fn row(key: &SignKey, order: OrderId, seq: u32, head: &Hash) -> Vec<Value> {
    vec![order.0.into(), seq.into(), key.id.as_str().into(), key.sign(head).into()]
}

/// The signatures under an order's entries, oldest first.
pub(crate) fn of_order(conn: &mut Conn, order: OrderId) -> Result<Vec<Signature>> {
    let public = public_keys(conn)?;
    let sql = "SELECT seq, key_id, signature FROM signatures WHERE order_id = $1 ORDER BY seq";
    let rows = conn.query(sql, &[order.0.into()])?;
    let signatures = rows.iter().map(|row| {
        let key_id = row.text(1)?.to_owned();
        let public_key = public.get(&key_id).cloned().ok_or_else(|| StoreError::Damaged {
            place: format!("signatures, order {}", order.0),
            what: format!("the public key of `{key_id}` is missing"),
        })?;
        let seq = u32::try_from(row.int(0)?).unwrap_or(u32::MAX);
        Ok(Signature { seq, key_id, signature: row.blob(2)?.to_vec(), public_key })
    });
    signatures.collect()
}

/// The public keys that this store ever signed with, by name.
pub(crate) fn public_keys(conn: &mut Conn) -> Result<HashMap<String, Vec<u8>>> {
    let known = known(conn, SIGN_PREFIX)?.into_iter();
    Ok(known.map(|(id, public)| (id, unhex(&public).unwrap_or_default())).collect())
}

/// Whether a signature is one of this store's keys, and that of the entry as
/// it stands in the journal.
pub(crate) fn check(conn: &mut Conn, order: OrderId, signature: &Signature) -> Result<bool> {
    let sql = "SELECT hash FROM journal WHERE order_id = $1 AND seq = $2";
    let Some(row) = conn.first(sql, &[order.0.into(), signature.seq.into()])? else { return Ok(false) };
    let is_ours = public_keys(conn)?.get(&signature.key_id) == Some(&signature.public_key);
    Ok(is_ours && is_signed(&signature.public_key, &row.hash(0)?, &signature.signature))
}
