//! What the console keeps: views, preferences, an operator's day.

use domain::Moment;
use domain::figures::Counted;
use jiff::civil::Date;

use super::Store;
use crate::calls::Call;
use crate::error::Result;
use crate::figures::{self, By, Figure};
use crate::kept::{self, Preferences, View};
use crate::operators::{self, CallEnding, OperatorState};

impl Store {
    /// The views of a person, by name.
    pub fn views(&self, login: &str) -> Result<Vec<View>> {
        self.read(|conn| kept::views(conn, login))
    }

    /// Writes a view in place of the one of that name; false when the person
    /// has `most` others already.
    pub fn put_view(&self, view: View, most: usize) -> Result<bool> {
        self.write(move |conn| kept::put_view(conn, &view, most))
    }

    /// Forgets a view; whether there was one.
    pub fn remove_view(&self, login: &str, name: &str) -> Result<bool> {
        let (login, name) = (login.to_owned(), name.to_owned());
        self.write(move |conn| kept::remove_view(conn, &login, &name))
    }

    /// How somebody likes their screens; none when they never said.
    pub fn preferences(&self, login: &str) -> Result<Option<Preferences>> {
        self.read(|conn| kept::preferences(conn, login))
    }

    /// Writes how somebody likes their screens.
    pub fn put_preferences(&self, login: &str, said: Preferences) -> Result<()> {
        let login = login.to_owned();
        self.write(move |conn| kept::put_preferences(conn, &login, &said))
    }

    /// Begins a state of an operator; the one before ends.
    pub fn set_operator_state(&self, login: &str, state: &str, at: Moment) -> Result<()> {
        let (login, state) = (login.to_owned(), state.to_owned());
        self.write(move |conn| operators::set_state(conn, &login, &state, at))
    }

    /// The states of an operator that lasted at a moment or began later,
    /// oldest first.
    pub fn operator_states(&self, login: &str, from: Moment) -> Result<Vec<OperatorState>> {
        self.read(|conn| operators::states(conn, login, from))
    }

    /// The call that rings at somebody's telephone, or that they talk on, if
    /// it began after a moment.
    pub fn current_call(&self, login: &str, after: Moment) -> Result<Option<Call>> {
        self.read(|conn| operators::current_call(conn, login, after))
    }

    /// The calls of somebody since a moment, oldest first.
    pub fn calls_since(&self, login: &str, from: Moment) -> Result<Vec<Call>> {
        self.read(|conn| operators::calls_since(conn, login, from))
    }

    /// How often somebody performed each act of the desk (register, accept,
    /// answer at once, refuse, transfer) since a moment.
    pub fn acts_since(&self, login: &str, from: Moment) -> Result<Vec<(String, u64)>> {
        self.read(|conn| operators::acts_since(conn, login, from))
    }

    /// The figures of a dimension between two days, both included: those of
    /// some codes, or of all.
    pub fn figures(
        &self,
        by: By,
        codes: Option<&[String]>,
        what: &[Counted],
        days: (Date, Date),
    ) -> Result<Vec<Figure>> {
        self.read(|conn| figures::between(conn, by, codes, what, days))
    }

    /// How many orders are open at each place, and how many of them are late.
    pub fn open_by_place(&self) -> Result<Vec<(String, u64, u64)>> {
        self.read(figures::open_by_place)
    }

    /// Notes that a call was ended; the first word of it stays.
    pub fn note_call_ending(&self, ending: CallEnding) -> Result<()> {
        self.write(move |conn| operators::note_ending(conn, &ending))
    }

    /// The endings since a moment of calls from the number of a call, newest
    /// first.
    pub fn endings_of_caller(&self, call: i64, from: Moment) -> Result<Vec<CallEnding>> {
        self.read(|conn| operators::endings_of_caller(conn, call, from))
    }
}
