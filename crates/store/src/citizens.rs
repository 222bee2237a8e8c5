//! Citizens: who they are lies encrypted, and is found by telephone number
//! without the number being stored in clear.

use std::collections::BTreeMap;

use domain::Moment;
use domain::ids::CitizenId;
use serde::{Deserialize, Serialize};

use crate::engine::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::keys::{Keyring, Sealed};

/// Who a citizen is.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
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

impl std::fmt::Debug for Identity {
    /// Without a word of it: it belongs into no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity { .. }")
    }
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

/// The identities, bound to the numbers of their citizens.
pub(crate) static SEALED: Sealed = Sealed {
    table: "citizens",
    column: "sealed",
    key_column: "key_id",
    names: &["id"],
    bound_to: |names| match names {
        [Value::Int(id)] => id.to_be_bytes().to_vec(),
        _ => Vec::new(),
    },
};

/// A citizen's row, in the order of [`crate::schema::CITIZENS`].
pub(crate) fn row(citizen: &NewCitizen, ring: &Keyring, now: Moment) -> Vec<Value> {
    let plain = serde_json::to_vec(&citizen.identity).expect("texts only");
    let (sealed, key_id) = SEALED.seal(ring, &[citizen.id.0.into()], &plain);
    vec![
        citizen.id.0.into(),
        citizen.kind.as_str().into(),
        sealed,
        key_id,
        ring.index().phone(&citizen.identity.phone).into(),
        now.into(),
        Value::Null,
    ]
}

/// Who a citizen is; none when there is no such citizen, or they were erased.
pub(crate) fn find(conn: &mut Conn, ring: &Keyring, id: CitizenId) -> Result<Option<Identity>> {
    let row = conn.first("SELECT sealed, key_id FROM citizens WHERE id = $1", &[id.0.into()])?;
    let Some(row) = row else { return Ok(None) };
    let Some(sealed) = row.maybe_blob(0)? else { return Ok(None) };
    let plain = SEALED.open(ring, &[id.0.into()], row.text(1)?, sealed)?;
    serde_json::from_slice(&plain).map(Some).map_err(|error| damaged(id, error))
}

/// The citizens with a telephone number, first come first.
pub(crate) fn by_phone(conn: &mut Conn, ring: &Keyring, phone: &str) -> Result<Vec<CitizenId>> {
    let Some(hash) = ring.index().phone(phone) else { return Ok(Vec::new()) };
    let rows = conn.query("SELECT id FROM citizens WHERE phone_hash = $1 ORDER BY id", &[hash.into()])?;
    rows.iter().map(|row| row.int(0).map(CitizenId)).collect()
}

fn damaged(id: CitizenId, what: impl ToString) -> StoreError {
    StoreError::Damaged { place: format!("citizens, {}", id.0), what: what.to_string() }
}
