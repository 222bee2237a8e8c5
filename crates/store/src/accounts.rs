//! Accounts: what a member of staff needs to log in, beside the row of the
//! city's list; and the attempts that failed.

use domain::Moment;

use crate::city::{self, Person};
use crate::engine::{Conn, Value};
use crate::error::Result;
use crate::keys::{Keyring, Sealed, bound_to};
use crate::schema;

/// So many characters are kept of what was typed as a log-in.
const TYPED_CHARS: usize = 64;

/// What a member of staff needs to log in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// The log-in.
    pub login: String,
    /// Where messages go; empty when none was given.
    pub email: String,
    /// The second factor, when there is one.
    pub totp: Option<Totp>,
    /// When the password was last changed.
    pub password_changed_at: Option<Moment>,
    /// Whether somebody else gave the password: it opens nothing but its own
    /// change (OWASP ASVS 6.4.1).
    pub password_given: bool,
}

/// A second factor: one-time codes by time (RFC 6238).
#[derive(Clone, PartialEq, Eq)]
pub struct Totp {
    /// The shared secret.
    pub secret: Vec<u8>,
    /// Whether a code of it has been given once; only then it is asked for.
    pub confirmed: bool,
    /// The step of the last code that was taken: none is taken twice.
    pub last_step: i64,
}

impl std::fmt::Debug for Totp {
    /// Without the secret: it belongs into no log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Totp { confirmed, last_step, .. } = self;
        write!(f, "Totp {{ confirmed: {confirmed}, last_step: {last_step} }}")
    }
}

/// After how many failures a log-in is locked, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LockRule {
    /// So many failures lock it …
    pub failures: u32,
    /// … when they come within so many milliseconds …
    pub within_millis: i64,
    /// … for so many milliseconds.
    pub locked_millis: i64,
}

/// The second factors, bound to their log-ins.
pub(crate) static SEALED: Sealed = Sealed {
    table: "accounts",
    column: "totp",
    key_column: "totp_key_id",
    names: &["login"],
    bound_to: |names| bound_to("totp", names),
};

/// A member of staff.
pub(crate) fn person(conn: &mut Conn, login: &str) -> Result<Option<Person>> {
    city::one(conn, login)
}

/// The account of a log-in; an empty one when there is none.
pub(crate) fn account(conn: &mut Conn, ring: &Keyring, login: &str) -> Result<Account> {
    let sql = "SELECT email, totp, totp_key_id, totp_confirmed, totp_step, password_changed_at, password_given \
               FROM accounts WHERE login = $1";
    let login = login.to_owned();
    let Some(row) = conn.first(sql, &[login.as_str().into()])? else {
        return Ok(Account { login, ..Account::default() });
    };
    let mut totp = None;
    if let Some(sealed) = row.maybe_blob(1)? {
        let secret = SEALED.open(ring, &[login.as_str().into()], row.text(2)?, sealed)?;
        totp = Some(Totp { secret, confirmed: row.int(3)? != 0, last_step: row.int(4)? });
    }
    Ok(Account {
        login,
        email: row.text(0)?.to_owned(),
        totp,
        password_changed_at: row.maybe_int(5)?.map(Moment),
        password_given: row.int(6)? != 0,
    })
}

/// Writes an account in place of the one before.
pub(crate) fn put(conn: &mut Conn, ring: &Keyring, account: &Account) -> Result<()> {
    let login: Value = account.login.as_str().into();
    let totp = account.totp.as_ref();
    let sealed = totp.map(|totp| SEALED.seal(ring, std::slice::from_ref(&login), &totp.secret));
    let (sealed, key_id) = sealed.unwrap_or((Value::Null, "".into()));
    let row = vec![
        login,
        account.email.as_str().into(),
        sealed,
        key_id,
        totp.is_some_and(|totp| totp.confirmed).into(),
        totp.map_or(0, |totp| totp.last_step).into(),
        account.password_changed_at.into(),
        account.password_given.into(),
    ];
    conn.write(&schema::ACCOUNTS, &[row])
}

/// Takes the code of a step, unless one of it or of a later one was taken.
pub(crate) fn accept_totp_step(conn: &mut Conn, login: &str, step: i64) -> Result<bool> {
    let sql = "UPDATE accounts SET totp_step = $2 WHERE login = $1 AND totp IS NOT NULL AND totp_step < $2";
    Ok(conn.execute(sql, &[login.into(), step.into()])? == 1)
}

/// Until when what was typed as a log-in is locked.
pub(crate) fn lock(conn: &mut Conn, typed: &str, now: Moment) -> Result<Option<Moment>> {
    let sql = "SELECT locked_until FROM login_failures WHERE login = $1 AND locked_until > $2";
    let row = conn.first(sql, &[key(typed), now.into()])?;
    row.map(|row| row.int(0).map(Moment)).transpose()
}

/// Notes a failure; until when the log-in is locked because of it.
pub(crate) fn note_failure(
    conn: &mut Conn,
    typed: &str,
    now: Moment,
    rule: &LockRule,
) -> Result<Option<Moment>> {
    let sql = "INSERT INTO login_failures (login, failed, since, locked_until) VALUES ($1, 1, $2, NULL) \
               ON CONFLICT (login) DO UPDATE SET \
               failed = CASE WHEN login_failures.since > $3 THEN login_failures.failed + 1 ELSE 1 END, \
               since = CASE WHEN login_failures.since > $3 THEN login_failures.since ELSE $2 END \
               RETURNING failed";
    let begun_after = now.plus_millis(-rule.within_millis);
    let row = conn.first(sql, &[key(typed), now.into(), begun_after.into()])?;
    if row.map_or(Ok(1), |row| row.int(0))? < i64::from(rule.failures) {
        return Ok(None);
    }
    let until = now.plus_millis(rule.locked_millis);
    let sql = "UPDATE login_failures SET failed = 0, since = $2, locked_until = $3 WHERE login = $1";
    conn.execute(sql, &[key(typed), now.into(), until.into()])?;
    Ok(Some(until))
}

/// Forgets the failures: the right password was given.
pub(crate) fn clear_failures(conn: &mut Conn, typed: &str) -> Result<()> {
    conn.execute("DELETE FROM login_failures WHERE login = $1", &[key(typed)]).map(|_| ())
}

/// Anything can be typed; two that differ only far behind are the same.
fn key(typed: &str) -> Value {
    typed.chars().take(TYPED_CHARS).collect::<String>().into()
}
