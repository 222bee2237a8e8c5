//! City data that is kept as whole documents, version by version.

use domain::Moment;

use crate::engine::{Conn, Row};
use crate::error::Result;
use crate::schema;

/// One version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is: `policy`, `calendar`, `directory`.
    pub kind: String,
    /// Which of its kind.
    pub name: String,
    /// The version, rising.
    pub version: i64,
    /// Its text.
    pub body: String,
    /// From when on it holds.
    pub in_force_from: Moment,
}

/// Writes a version; the same version is replaced.
pub(crate) fn put(conn: &mut Conn, document: &Document) -> Result<()> {
    let row = vec![
        document.kind.as_str().into(),
        document.name.as_str().into(),
        document.version.into(),
        document.body.as_str().into(),
        document.in_force_from.into(),
    ];
    conn.write(&schema::DOCUMENTS, &[row])
}

/// The versions of a kind that hold at a moment: of each name the last that
/// is in force.
pub(crate) fn in_force(conn: &mut Conn, kind: &str, at: Moment) -> Result<Vec<Document>> {
    let sql = "SELECT kind, name, version, body, in_force_from FROM documents \
               WHERE kind = $1 AND in_force_from <= $2 ORDER BY name, in_force_from DESC, version DESC";
    let rows = conn.query(sql, &[kind.into(), at.into()])?;
    let mut documents = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
    documents.dedup_by(|later, kept| later.name == kept.name);
    Ok(documents)
}

/// The highest version of a document; 0 when there is none.
pub(crate) fn last_version(conn: &mut Conn, kind: &str, name: &str) -> Result<i64> {
    let sql = "SELECT COALESCE(MAX(version), 0) FROM documents WHERE kind = $1 AND name = $2";
    conn.first(sql, &[kind.into(), name.into()])?.map_or(Ok(0), |row| row.int(0))
}

/// Every version of every document of a kind, also those to come, oldest
/// first.
pub(crate) fn versions(conn: &mut Conn, kind: &str) -> Result<Vec<Document>> {
    let sql = "SELECT kind, name, version, body, in_force_from FROM documents WHERE kind = $1 \
               ORDER BY name, in_force_from, version";
    conn.query(sql, &[kind.into()])?.iter().map(read).collect()
}

/// When a version of a document came, or comes, into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentVersion {
    /// The version.
    pub version: i64,
    /// From when on it holds.
    pub in_force_from: Moment,
}

/// The versions of a kind of document, newest first, without their texts.
pub(crate) fn list(conn: &mut Conn, kind: &str) -> Result<Vec<DocumentVersion>> {
    let sql = "SELECT version, in_force_from FROM documents WHERE kind = $1 ORDER BY version DESC";
    let rows = conn.query(sql, &[kind.into()])?;
    rows.iter()
        .map(|row| Ok(DocumentVersion { version: row.int(0)?, in_force_from: Moment(row.int(1)?) }))
        .collect()
}

/// One version of a kind of document of which there is one.
pub(crate) fn version(conn: &mut Conn, kind: &str, version: i64) -> Result<Option<Document>> {
    let sql =
        "SELECT kind, name, version, body, in_force_from FROM documents WHERE kind = $1 AND version = $2";
    conn.first(sql, &[kind.into(), version.into()])?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Document> {
    Ok(Document {
        kind: row.text(0)?.to_owned(),
        name: row.text(1)?.to_owned(),
        version: row.int(2)?,
        body: row.text(3)?.to_owned(),
        in_force_from: Moment(row.int(4)?),
    })
}
