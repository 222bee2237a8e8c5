//! Who may use the store's server: accounts, sessions, other programs.

use domain::Moment;

use super::Store;
use crate::accounts::{self, Account, LockRule};
use crate::city::Person;
use crate::error::{Result, StoreError};
use crate::hash::Hash;
use crate::sessions::{self, NewSession, Session};
use crate::systems::{self, System};

impl Store {
    /// A member of staff, by log-in.
    pub fn person(&self, login: &str) -> Result<Option<Person>> {
        self.read(|conn| accounts::person(conn, login))
    }

    /// What a member of staff needs to log in; an empty account when nothing
    /// was written for the log-in.
    pub fn account(&self, login: &str) -> Result<Account> {
        self.read_sealed(|conn, ring| accounts::account(conn, ring, login))
    }

    /// Writes an account in place of the one before.
    pub fn put_account(&self, account: Account) -> Result<()> {
        let ring = self.ring();
        self.write(move |conn| accounts::put(conn, &ring, &account))
    }

    /// Takes a one-time code of a step: true only when the step is later than
    /// that of the last code taken. Of two who try at once one succeeds.
    pub fn accept_totp_step(&self, login: &str, step: i64) -> Result<bool> {
        let login = login.to_owned();
        self.write(move |conn| accounts::accept_totp_step(conn, &login, step))
    }

    /// Until when what was typed as a log-in is locked; none when it is not.
    /// Whether there is such a log-in makes no difference.
    pub fn login_lock(&self, typed: &str, now: Moment) -> Result<Option<Moment>> {
        self.read(|conn| accounts::lock(conn, typed, now))
    }

    /// Notes that a log-in failed; until when it is locked, when this failure
    /// locks it.
    pub fn note_login_failure(&self, typed: &str, now: Moment, rule: &LockRule) -> Result<Option<Moment>> {
        let (typed, rule) = (typed.to_owned(), *rule);
        self.write(move |conn| accounts::note_failure(conn, &typed, now, &rule))
    }

    /// Forgets the failures of a log-in.
    pub fn clear_login_failures(&self, typed: &str) -> Result<()> {
        let typed = typed.to_owned();
        self.write(move |conn| accounts::clear_failures(conn, &typed))
    }

    /// Opens a session, for a member of staff.
    pub fn open_session(&self, new: NewSession) -> Result<Session> {
        let login = new.login.clone();
        let session = self.write(move |conn| {
            let id = sessions::open(conn, &new)?;
            sessions::by_id(conn, id)
        })?;
        session.ok_or_else(|| StoreError::Damaged {
            place: format!("people, {login}"),
            what: "a session is opened for somebody who is not there".into(),
        })
    }

    /// The session of a token; none when it is over or was ended, or its
    /// person may no longer log in. What another process changed is known
    /// within a second.
    pub fn session(&self, token_hash: &Hash, now: Moment) -> Result<Option<Session>> {
        self.shared
            .sessions
            .of(token_hash, now, || self.read(|conn| sessions::by_token(conn, token_hash, now)))
    }

    /// Notes that a session was used.
    pub fn touch_session(&self, id: i64, now: Moment) -> Result<()> {
        self.write(move |conn| sessions::touch(conn, id, now))
    }

    /// Ends a session.
    pub fn end_session(&self, id: i64, now: Moment) -> Result<()> {
        self.write(move |conn| sessions::end(conn, id, now))
    }

    /// Ends all sessions of a person; how many there were.
    pub fn end_sessions(&self, login: &str, now: Moment) -> Result<u64> {
        let login = login.to_owned();
        self.write(move |conn| sessions::end_all(conn, &login, now))
    }

    /// The sessions that last, of one person or of all, oldest first.
    pub fn sessions(&self, login: Option<&str>, now: Moment) -> Result<Vec<Session>> {
        self.read(|conn| sessions::live(conn, login, now))
    }

    /// The sessions whose screens had a mark, ended ones too.
    pub fn session_by_mark(&self, mark: &str) -> Result<Vec<Session>> {
        self.read(|conn| sessions::by_mark(conn, mark))
    }

    /// Lets another program use the interface; the one of the same name is
    /// replaced. Fails with [`Taken`](StoreError::Taken) when another one has
    /// the key.
    pub fn put_system(&self, system: System) -> Result<()> {
        self.write(move |conn| systems::put(conn, &system))
    }

    /// The program with a key, while it may use the interface.
    pub fn system(&self, token_hash: &Hash) -> Result<Option<System>> {
        self.read(|conn| systems::by_token(conn, token_hash))
    }

    /// The programs that may use the interface, by name.
    pub fn systems(&self) -> Result<Vec<System>> {
        self.read(systems::all)
    }

    /// Takes the interface from a program; whether there was one of the name.
    pub fn end_system(&self, name: &str, now: Moment) -> Result<bool> {
        let name = name.to_owned();
        self.write(move |conn| systems::end(conn, &name, now))
    }
}
