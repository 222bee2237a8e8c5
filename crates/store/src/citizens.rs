//! Citizens: who they are lies encrypted, and is found by telephone number
//! without the number being stored in clear.

use std::collections::BTreeMap;

use domain::Moment;
use domain::ids::CitizenId;
use serde::{Deserialize, Serialize};

use crate::engine::{Conn, Row, Value};
use crate::error::{Result, StoreError};
use crate::keys::{self, Keyring};

/// Who a citizen is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Identity {
    /// The name, as given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The telephone number, as given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Whatever else was given: address, e-mail, number of a document.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub more: BTreeMap<String, String>,
}

/// A citizen on the way into the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCitizen {
    /// The number, from [`crate::Store::next_citizen_ids`].
    pub id: CitizenId,
    /// What kind: person, company.
    pub kind: String,
    /// Who it is.
    pub identity: Identity,
}

/// A citizen's row, in the order of [`crate::schema::CITIZENS`].
pub(crate) fn row(citizen: &NewCitizen, ring: &Keyring, now: Moment) -> Vec<Value> {
    let (key_id, key) = ring.active();
    let plain = serde_json::to_vec(&citizen.identity).expect("texts only");
    vec![
        citizen.id.0.into(),
        citizen.kind.as_str().into(),
        keys::seal(key, &bound_to(citizen.id), &plain).into(),
        key_id.into(),
        ring.index().phone(&citizen.identity.phone).into(),
        now.into(),
        Value::Null,
    ]
}

/// Who a citizen is; none when there is no such citizen, or they were erased.
pub(crate) fn find(conn: &mut Conn, ring: &Keyring, id: CitizenId) -> Result<Option<Identity>> {
    let row = conn.first("SELECT sealed, key_id FROM citizens WHERE id = $1", &[id.0.into()])?;
    let Some(row) = row else { return Ok(None) };
    let Some(plain) = unseal(&row, ring, id)? else { return Ok(None) };
    serde_json::from_slice(&plain).map(Some).map_err(|error| damaged(id, error))
}

/// Opens columns 0 (`sealed`) and 1 (`key_id`) of a row.
fn unseal(row: &Row, ring: &Keyring, id: CitizenId) -> Result<Option<Vec<u8>>> {
    let Some(sealed) = row.maybe_blob(0)? else { return Ok(None) };
    let plain = keys::open(ring.key(row.text(1)?)?, &bound_to(id), sealed);
    plain.map(Some).ok_or_else(|| damaged(id, "it does not open with its key"))
}

/// The citizens with a telephone number, first come first.
pub(crate) fn by_phone(conn: &mut Conn, ring: &Keyring, phone: &str) -> Result<Vec<CitizenId>> {
    let Some(hash) = ring.index().phone(phone) else { return Ok(Vec::new()) };
    let rows = conn.query("SELECT id FROM citizens WHERE phone_hash = $1 ORDER BY id", &[hash.into()])?;
    rows.iter().map(|row| row.int(0).map(CitizenId)).collect()
}

/// Seals anew, with the active key, at most so many citizens that the key
/// `old` sealed; how many it were.
pub(crate) fn reseal(conn: &mut Conn, ring: &Keyring, old: &str, most: i64) -> Result<u64> {
    let (active, key) = ring.active();
    let sql = "SELECT sealed, key_id, id FROM citizens WHERE key_id = $1 ORDER BY id LIMIT $2";
    let rows = conn.query(sql, &[old.into(), most.into()])?;
    for row in &rows {
        let id = CitizenId(row.int(2)?);
        let plain = unseal(row, ring, id)?.ok_or_else(|| damaged(id, "it has a key but nothing sealed"))?;
        let sealed = keys::seal(key, &bound_to(id), &plain);
        let sql = "UPDATE citizens SET sealed = $2, key_id = $3 WHERE id = $1";
        conn.execute(sql, &[id.0.into(), sealed.into(), active.into()])?;
    }
    Ok(rows.len() as u64)
}

/// What a sealed identity is bound to: its citizen.
fn bound_to(id: CitizenId) -> [u8; 8] {
    id.0.to_be_bytes()
}

fn damaged(id: CitizenId, what: impl ToString) -> StoreError {
    StoreError::Damaged { place: format!("citizens, {}", id.0), what: what.to_string() }
}
