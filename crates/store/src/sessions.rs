//! Sessions: who is logged in where. Of a session's token only the hash is
//! known here.

use domain::Moment;

use crate::city::{Person, Record};
use crate::engine::{Conn, Row, Value};
use crate::error::Result;
use crate::hash::{Hash, hex};
use crate::keys::ALPHABET;

/// So many characters are kept of what a browser says of itself.
const ABOUT_CHARS: usize = 200;

/// Length of a mark: with 32 characters 40 bits, so that two sessions hardly
/// ever have the same.
const MARK_CHARS: usize = 8;

/// The columns of [`Session`]; those of the person follow.
const COLUMNS: &str = "s.id, s.opened_at, s.seen_at, s.ends_at, s.ended_at, s.about, s.mark, \
     COALESCE(a.password_given, 0), COALESCE(a.totp_confirmed, 0), p.login, p.name, p.role, p.unit, p.outsourced, \
     p.password_hash, p.active";

/// How many of [`COLUMNS`] are the session's own.
const OWN: usize = 9;

/// A session to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSession {
    /// Of the token.
    pub token_hash: Hash,
    /// Whose.
    pub login: String,
    /// When it is opened.
    pub at: Moment,
    /// When it ends by itself.
    pub ends_at: Moment,
    /// What the browser says of itself; its first 200 characters are kept.
    pub about: String,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its number.
    pub id: i64,
    /// Who is logged in, as the list has them now.
    pub person: Person,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
    /// When it ends by itself.
    pub ends_at: Moment,
    /// When it was ended before.
    pub ended_at: Option<Moment>,
    /// What the browser says of itself.
    pub about: String,
    /// What its screens and exports are marked with.
    pub mark: String,
    /// Whether the person still has the password that somebody else gave.
    pub password_given: bool,
    /// Whether the person has a second factor.
    pub second_factor: bool,
}

/// Opens a session; its number.
pub(crate) fn open(conn: &mut Conn, new: &NewSession) -> Result<i64> {
    let sql = "INSERT INTO sessions (token_hash, login, opened_at, seen_at, ends_at, about, mark) \
               VALUES ($1, $2, $3, $3, $4, $5, $6) RETURNING id";
    let about: String = new.about.chars().take(ABOUT_CHARS).collect();
    let values: [Value; 6] = [
        hex(&new.token_hash).into(),
        new.login.as_str().into(),
        new.at.into(),
        new.ends_at.into(),
        about.into(),
        mark().into(),
    ];
    conn.first(sql, &values)?.map_or(Ok(0), |row| row.int(0))
}

fn mark() -> String {
    let drawn: [u8; MARK_CHARS] = rand::random();
    drawn.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// The session of a token, while it lasts and its person may log in.
pub(crate) fn by_token(conn: &mut Conn, token: &Hash, now: Moment) -> Result<Option<Session>> {
    let live = "s.token_hash = $1 AND s.ends_at > $2 AND s.ended_at IS NULL AND p.active = 1";
    Ok(find(conn, live, &[hex(token).into(), now.into()])?.pop())
}

/// The sessions that last, of one person or of all, oldest first.
pub(crate) fn live(conn: &mut Conn, login: Option<&str>, now: Moment) -> Result<Vec<Session>> {
    let live = "s.ends_at > $1 AND s.ended_at IS NULL AND p.active = 1";
    match login {
        Some(login) => find(conn, &format!("{live} AND s.login = $2"), &[now.into(), login.into()]),
        None => find(conn, live, &[now.into()]),
    }
}

/// The sessions with a mark, ended ones too.
pub(crate) fn by_mark(conn: &mut Conn, mark: &str) -> Result<Vec<Session>> {
    find(conn, "s.mark = $1", &[mark.into()])
}

/// The session with a number, ended or not.
pub(crate) fn by_id(conn: &mut Conn, id: i64) -> Result<Option<Session>> {
    Ok(find(conn, "s.id = $1", &[id.into()])?.pop())
}

fn find(conn: &mut Conn, which: &str, values: &[Value]) -> Result<Vec<Session>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM sessions AS s JOIN people AS p ON p.login = s.login \
         LEFT JOIN accounts AS a ON a.login = s.login WHERE {which} ORDER BY s.id"
    );
    conn.query(&sql, values)?.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Session> {
    Ok(Session {
        id: row.int(0)?,
        opened_at: Moment(row.int(1)?),
        seen_at: Moment(row.int(2)?),
        ends_at: Moment(row.int(3)?),
        ended_at: row.maybe_int(4)?.map(Moment),
        about: row.text(5)?.to_owned(),
        mark: row.text(6)?.to_owned(),
        password_given: row.int(7)? != 0,
        second_factor: row.int(8)? != 0,
        person: Person::read(&Row(row.0[OWN..].to_vec()))?,
    })
}

/// Notes that a session was used.
pub(crate) fn touch(conn: &mut Conn, id: i64, now: Moment) -> Result<()> {
    let sql = "UPDATE sessions SET seen_at = $2 WHERE id = $1 AND seen_at < $2";
    conn.execute(sql, &[id.into(), now.into()]).map(|_| ())
}

/// Ends a session.
pub(crate) fn end(conn: &mut Conn, id: i64, now: Moment) -> Result<()> {
    let sql = "UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL";
    conn.execute(sql, &[id.into(), now.into()]).map(|_| ())
}

/// Ends all sessions of a person; how many there were.
pub(crate) fn end_all(conn: &mut Conn, login: &str, now: Moment) -> Result<u64> {
    let sql = "UPDATE sessions SET ended_at = $2 WHERE login = $1 AND ended_at IS NULL AND ends_at > $2";
    conn.execute(sql, &[login.into(), now.into()])
}
