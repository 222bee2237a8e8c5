//! 模型: what proposes matters and units. Each training adds a row; the newest
//! of a kind is the one in use.

use domain::Moment;

use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::schema;

/// So many earlier ones of a kind are kept, to compare with.
const KEPT: i64 = 5;

/// A model as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptModel {
    /// What it proposes: `matter` or `unit`.
    pub kind: String,
    /// The first of its kind is 1.
    pub no: i64,
    /// When it was trained.
    pub made_at: Moment,
    /// How good it was on what was held out, as JSON.
    pub figures: String,
    /// The model itself.
    pub bytes: Vec<u8>,
}

/// The number of the newest model of a kind; none when none was trained.
pub(crate) fn newest_no(conn: &mut Conn, kind: &str) -> Result<Option<i64>> {
    let sql = "SELECT no FROM models WHERE kind = $1 ORDER BY no DESC LIMIT 1";
    conn.first(sql, &[kind.into()])?.map(|row| row.int(0)).transpose()
}

/// The newest model of a kind.
pub(crate) fn newest(conn: &mut Conn, kind: &str) -> Result<Option<KeptModel>> {
    let sql = "SELECT kind, no, made_at, figures, bytes FROM models WHERE kind = $1 ORDER BY no DESC LIMIT 1";
    let read = |row: Row| {
        Ok(KeptModel {
            kind: row.text(0)?.to_owned(),
            no: row.int(1)?,
            made_at: Moment(row.int(2)?),
            figures: row.text(3)?.to_owned(),
            bytes: row.maybe_blob(4)?.unwrap_or_default().to_vec(),
        })
    };
    conn.first(sql, &[kind.into()])?.map(read).transpose()
}

/// Keeps a model; its number. Old ones go.
pub(crate) fn put(conn: &mut Conn, kind: &str, at: Moment, figures: &str, bytes: &[u8]) -> Result<i64> {
    let no = newest_no(conn, kind)?.unwrap_or(0) + 1;
    let row: Vec<Value> =
        vec![kind.into(), no.into(), at.into(), figures.into(), Value::Blob(bytes.to_vec())];
    conn.write(&schema::MODELS, &[row])?;
    conn.execute("DELETE FROM models WHERE kind = $1 AND no <= $2", &[kind.into(), (no - KEPT).into()])?;
    Ok(no)
}
