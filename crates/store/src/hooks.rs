//! Hooks: other systems that are told of what happens, each in the order in
//! which it happened; and the letters that could not be delivered.

use domain::Moment;

use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::keys::{Keyring, Sealed, bound_to};
use crate::schema;

/// A hook on its way into the store.
#[derive(Clone, PartialEq, Eq)]
pub struct NewHook {
    /// Its name.
    pub name: String,
    /// Where letters go.
    pub url: String,
    /// With which they are signed.
    pub secret: Vec<u8>,
    /// Which acts it is told of; empty for all.
    pub events: Vec<String>,
    /// When it was made.
    pub created_at: Moment,
}

impl std::fmt::Debug for NewHook {
    /// Without the secret: it belongs into no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewHook {{ name: {}, url: {} }}", self.name, self.url)
    }
}

/// Another system that is told of what happens.
#[derive(Clone, PartialEq, Eq)]
pub struct Hook {
    /// Its name.
    pub name: String,
    /// Where letters go.
    pub url: String,
    /// With which they are signed.
    pub secret: Vec<u8>,
    /// Which acts it is told of; empty for all.
    pub events: Vec<String>,
    /// Whether it is told at all.
    pub active: bool,
    /// Up to this position of the journal it has been told.
    pub pos: i64,
    /// How often the next letter has failed.
    pub attempts: u32,
    /// Not before this is it told again.
    pub next_at: Moment,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// When it was made.
    pub created_at: Moment,
}

impl std::fmt::Debug for Hook {
    /// Without the secret: it belongs into no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Hook { name, url, active, pos, attempts, .. } = self;
        write!(f, "Hook {{ name: {name}, url: {url}, active: {active}, pos: {pos}, attempts: {attempts} }}")
    }
}

/// The secrets, bound to the names of their hooks.
pub(crate) static SEALED: Sealed = Sealed {
    table: "hooks",
    column: "secret",
    key_column: "key_id",
    names: &["name"],
    bound_to: |names| bound_to("hook", names),
};

const COLUMNS: &str =
    "name, url, secret, key_id, events, active, pos, attempts, next_at, last_error, created_at";

/// Writes a hook. A new one begins at the end of the journal, one that is
/// there already stays where it is.
pub(crate) fn put(conn: &mut Conn, ring: &Keyring, new: &NewHook) -> Result<()> {
    let name: Value = new.name.as_str().into();
    let (secret, key_id) = SEALED.seal(ring, std::slice::from_ref(&name), &new.secret);
    let end = conn.first("SELECT COALESCE(MAX(pos), 0) FROM journal", &[])?;
    let row = vec![
        name,
        new.url.as_str().into(),
        secret,
        key_id,
        new.events.join(",").into(),
        true.into(),
        end.map_or(Ok(0), |row| row.int(0))?.into(),
        0_i64.into(),
        new.created_at.into(),
        Value::Null,
        0_i64.into(),
        new.created_at.into(),
    ];
    conn.write(&schema::HOOKS, &[row])
}

/// Every hook, by name.
pub(crate) fn all(conn: &mut Conn, ring: &Keyring) -> Result<Vec<Hook>> {
    let rows = conn.query(&format!("SELECT {COLUMNS} FROM hooks ORDER BY name"), &[])?;
    rows.iter().map(|row| read(row, ring)).collect()
}

/// A hook by its name.
pub(crate) fn by_name(conn: &mut Conn, ring: &Keyring, name: &str) -> Result<Option<Hook>> {
    let row = conn.first(&format!("SELECT {COLUMNS} FROM hooks WHERE name = $1"), &[name.into()])?;
    row.map(|row| read(&row, ring)).transpose()
}

fn read(row: &Row, ring: &Keyring) -> Result<Hook> {
    let events = row.text(4)?.split(',').filter(|event| !event.is_empty());
    Ok(Hook {
        name: row.text(0)?.to_owned(),
        url: row.text(1)?.to_owned(),
        secret: SEALED.open(ring, &row.0[..1], row.text(3)?, row.blob(2)?)?,
        events: events.map(str::to_owned).collect(),
        active: row.int(5)? != 0,
        pos: row.int(6)?,
        attempts: u32::try_from(row.int(7)?).unwrap_or(u32::MAX),
        next_at: Moment(row.int(8)?),
        last_error: row.maybe_text(9)?.map(str::to_owned),
        created_at: Moment(row.int(10)?),
    })
}

/// Removes a hook; whether there was one of the name.
pub(crate) fn remove(conn: &mut Conn, name: &str) -> Result<bool> {
    Ok(conn.execute("DELETE FROM hooks WHERE name = $1", &[name.into()])? == 1)
}

/// Has a hook told, or not; whether there is one of the name.
pub(crate) fn set_active(conn: &mut Conn, name: &str, active: bool) -> Result<bool> {
    Ok(conn.execute("UPDATE hooks SET active = $2 WHERE name = $1", &[name.into(), active.into()])? == 1)
}

/// Claims the hook that has waited longest to be told, until `until`; its
/// name.
pub(crate) fn claim(conn: &mut Conn, now: Moment, until: Moment) -> Result<Option<String>> {
    let skip = conn.engine().skip_locked();
    let sql = format!(
        "UPDATE hooks SET claimed_until = $2 WHERE name = (SELECT name FROM hooks \
         WHERE active = 1 AND next_at <= $1 AND claimed_until <= $1 ORDER BY next_at, name LIMIT 1 {skip}) \
         RETURNING name"
    );
    let row = conn.first(&sql, &[now.into(), until.into()])?;
    row.map(|row| row.text(0).map(str::to_owned)).transpose()
}

/// Notes up to where a hook has been told, and gives the claim back.
pub(crate) fn advance(conn: &mut Conn, name: &str, pos: i64, next_at: Moment) -> Result<()> {
    let sql = "UPDATE hooks SET pos = $2, attempts = 0, last_error = NULL, next_at = $3, claimed_until = 0 \
               WHERE name = $1 AND pos <= $2";
    conn.execute(sql, &[name.into(), pos.into(), next_at.into()]).map(|_| ())
}

/// Notes that a hook could not be told, and gives the claim back.
pub(crate) fn fail(conn: &mut Conn, name: &str, attempts: u32, next_at: Moment, error: &str) -> Result<()> {
    let sql =
        "UPDATE hooks SET attempts = $2, next_at = $3, last_error = $4, claimed_until = 0 WHERE name = $1";
    conn.execute(sql, &[name.into(), attempts.into(), next_at.into(), error.into()]).map(|_| ())
}
