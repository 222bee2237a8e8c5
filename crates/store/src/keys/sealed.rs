//! Columns whose values are sealed: opened and sealed anew by one description.

use super::{Keyring, cipher};
use crate::engine::{Conn, Value};
use crate::error::{Result, StoreError};
use crate::{accounts, attachments, calls, citizens, hooks};

/// A column whose values are sealed.
pub(crate) struct Sealed {
    pub table: &'static str,
    /// The sealed values.
    pub column: &'static str,
    /// The name of the key of each.
    pub key_column: &'static str,
    /// The columns that name a row.
    pub names: &'static [&'static str],
    /// What a value is bound to, by the values of `names`.
    pub bound_to: fn(&[Value]) -> Vec<u8>,
}

/// Every one that there is.
pub(crate) static SEALED: [&Sealed; 5] =
    [&citizens::SEALED, &accounts::SEALED, &attachments::SEALED, &calls::SEALED, &hooks::SEALED];

impl Sealed {
    /// Seals a value for the row of that name with the active key: what stands
    /// in the column, and the name of the key.
    pub fn seal(&self, ring: &Keyring, names: &[Value], plain: &[u8]) -> (Value, Value) {
        let (key_id, key) = ring.active();
        (cipher::seal(key, &(self.bound_to)(names), plain).into(), key_id.into())
    }

    /// Opens what stands in the row of that name.
    pub fn open(&self, ring: &Keyring, names: &[Value], key_id: &str, sealed: &[u8]) -> Result<Vec<u8>> {
        let plain = cipher::open(ring.key(key_id)?, &(self.bound_to)(names), sealed);
        plain.ok_or_else(|| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            let place = format!("{}, {}", self.table, names.join(", "));
            StoreError::Damaged { place, what: format!("`{}` does not open with its key", self.column) }
        })
    }

    /// Seals anew, with the active key, at most so many values that the key
    /// `old` sealed; how many it were. What somebody else writes in the
    /// meantime stays.
    pub fn reseal(&self, conn: &mut Conn, ring: &Keyring, old: &str, most: usize) -> Result<u64> {
        let Sealed { table, column, key_column, names, .. } = self;
        let listed = names.join(", ");
        let sql = format!(
            "SELECT {column}, {listed} FROM {table} WHERE {key_column} = $1 ORDER BY {listed} LIMIT $2"
        );
        let rows = conn.query(&sql, &[old.into(), most.into()])?;
        let named: Vec<String> = (4..).zip(*names).map(|(at, name)| format!("{name} = ${at}")).collect();
        let sql = format!(
            "UPDATE {table} SET {column} = $1, {key_column} = $2 WHERE {column} = $3 AND {}",
            named.join(" AND ")
        );
        for row in &rows {
            let (sealed, names) = (row.blob(0)?, &row.0[1..]);
            let (anew, key_id) = self.seal(ring, names, &self.open(ring, names, old, sealed)?);
            let mut values = vec![anew, key_id, sealed.into()];
            values.extend_from_slice(names);
            conn.execute(&sql, &values)?;
        }
        Ok(rows.len() as u64)
    }

    /// How many values the key `old` sealed.
    pub fn count(&self, conn: &mut Conn, old: &str) -> Result<u64> {
        let Sealed { table, key_column, .. } = self;
        let sql = format!("SELECT COUNT(*) FROM {table} WHERE {key_column} = $1");
        conn.first(&sql, &[old.into()])?.map_or(Ok(0), |row| row.int(0).map(|count| count as u64))
    }
}

/// What a value is bound to whose row has a text for a name: the purpose, and
/// the name.
pub(crate) fn bound_to(purpose: &str, names: &[Value]) -> Vec<u8> {
    let mut bound = purpose.to_owned();
    for name in names {
        bound.push(':');
        if let Value::Text(name) = name {
            bound.push_str(name);
        }
    }
    bound.into_bytes()
}
