//! What a person keeps for their screens: views and preferences.

use domain::Moment;

use crate::engine::{Conn, Value};
use crate::error::Result;
use crate::schema;

/// 保存的视图: a list's query under a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Whose.
    pub login: String,
    /// Its name.
    pub name: String,
    /// The workplace that it belongs to.
    pub workplace: String,
    /// The query, as it stands in an address.
    pub query: String,
    /// When it was changed last.
    pub changed_at: Moment,
}

/// How somebody likes their screens.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(missing_docs)] // Each is a code of the console's own.
pub struct Preferences {
    pub language: String,
    pub theme: String,
    pub density: String,
}

/// The views of a person, by name.
pub(crate) fn views(conn: &mut Conn, login: &str) -> Result<Vec<View>> {
    let sql = "SELECT name, workplace, query, changed_at FROM views WHERE login = $1 ORDER BY name";
    let rows = conn.query(sql, &[login.into()])?;
    let view = |row: &crate::engine::Row| {
        Ok(View {
            login: login.to_owned(),
            name: row.text(0)?.to_owned(),
            workplace: row.text(1)?.to_owned(),
            query: row.text(2)?.to_owned(),
            changed_at: Moment(row.int(3)?),
        })
    };
    rows.iter().map(view).collect()
}

/// Writes a view in place of the one of that name; false when the person has
/// `most` others already.
pub(crate) fn put_view(conn: &mut Conn, view: &View, most: usize) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM views WHERE login = $1 AND name <> $2";
    let others = conn.first(sql, &[view.login.as_str().into(), view.name.as_str().into()])?;
    if others.map_or(Ok(0), |row| row.int(0))? >= most as i64 {
        return Ok(false);
    }
    let row: Vec<Value> = vec![
        view.login.as_str().into(),
        view.name.as_str().into(),
        view.workplace.as_str().into(),
        view.query.as_str().into(),
        view.changed_at.into(),
    ];
    conn.write(&schema::VIEWS, &[row])?;
    Ok(true)
}

/// Forgets a view; whether there was one.
pub(crate) fn remove_view(conn: &mut Conn, login: &str, name: &str) -> Result<bool> {
    let sql = "DELETE FROM views WHERE login = $1 AND name = $2";
    Ok(conn.execute(sql, &[login.into(), name.into()])? == 1)
}

/// How somebody likes their screens; none when they never said.
pub(crate) fn preferences(conn: &mut Conn, login: &str) -> Result<Option<Preferences>> {
    let sql = "SELECT language, theme, density FROM preferences WHERE login = $1";
    let row = conn.first(sql, &[login.into()])?;
    let read = |row: crate::engine::Row| {
        let text = |at| row.text(at).map(str::to_owned);
        Ok(Preferences { language: text(0)?, theme: text(1)?, density: text(2)? })
    };
    row.map(read).transpose()
}

/// Writes how somebody likes their screens.
pub(crate) fn put_preferences(conn: &mut Conn, login: &str, said: &Preferences) -> Result<()> {
    let row: Vec<Value> = vec![
        login.into(),
        said.language.as_str().into(),
        said.theme.as_str().into(),
        said.density.as_str().into(),
    ];
    conn.write(&schema::PREFERENCES, &[row])
}
