//! The world outside: calls, and systems that are told of what happens.

use domain::Moment;
use domain::ids::{CitizenId, OrderId};

use super::Store;
use crate::calls::{self, Call, CallEvent, NewCallOut};
use crate::error::Result;
use crate::hooks::{self, Hook, NewHook};
use crate::letters::{self, HookLetter};

impl Store {
    /// Notes what a switch tells of a call, and gives the call as it is now.
    /// The same event told again changes nothing; one that comes late does not
    /// turn the call back.
    pub fn note_call_event(&self, event: CallEvent) -> Result<Call> {
        let ring = self.ring();
        self.write(move |conn| calls::note(conn, &ring, &event))
    }

    /// Makes a call that is to be begun; the same one when it was asked for
    /// before under the same name.
    pub fn new_call_out(&self, new: NewCallOut) -> Result<Call> {
        self.write(move |conn| calls::new_out(conn, &new))
    }

    /// A call.
    pub fn call(&self, id: i64) -> Result<Option<Call>> {
        self.read(|conn| calls::by_id(conn, id))
    }

    /// The other side's number; none when it is not known, or was erased.
    /// Every look is to be logged by the caller.
    pub fn call_phone(&self, id: i64) -> Result<Option<String>> {
        self.read_sealed(|conn, ring| calls::phone(conn, ring, id))
    }

    /// Says because of which order a call is, and who is on the other side;
    /// what is none stays as it is. Whether there is such a call.
    pub fn link_call(&self, id: i64, order: Option<OrderId>, citizen: Option<CitizenId>) -> Result<bool> {
        self.write(move |conn| calls::link(conn, id, order, citizen))
    }

    /// The calls because of an order, oldest first.
    pub fn calls_of_order(&self, order: OrderId) -> Result<Vec<Call>> {
        self.read(|conn| calls::of_order(conn, order))
    }

    /// The events of calls behind a position, each with its position, its call
    /// as it is now, and what happened. None appears later below one that was
    /// given.
    pub fn call_events_after(&self, pos: i64, most: usize) -> Result<Vec<(i64, Call, String)>> {
        self.read(|conn| calls::events_after(conn, pos, most))
    }

    /// The position of the last event of a call.
    pub fn last_call_event(&self) -> Result<i64> {
        self.read(calls::last_event)
    }

    /// Every hook, by name.
    pub fn hooks(&self) -> Result<Vec<Hook>> {
        self.read_sealed(hooks::all)
    }

    /// Writes a hook. A new one begins at the end of the journal; one of the
    /// same name gets another address, secret and events, and stays where it
    /// is.
    pub fn put_hook(&self, new: NewHook) -> Result<()> {
        let ring = self.ring();
        self.write(move |conn| hooks::put(conn, &ring, &new))
    }

    /// Removes a hook; whether there was one of the name.
    pub fn remove_hook(&self, name: &str) -> Result<bool> {
        let name = name.to_owned();
        self.write(move |conn| hooks::remove(conn, &name))
    }

    /// Has a hook told, or not; whether there is one of the name.
    pub fn set_hook_active(&self, name: &str, active: bool) -> Result<bool> {
        let name = name.to_owned();
        self.write(move |conn| hooks::set_active(conn, &name, active))
    }

    /// Claims, for so many milliseconds, the active hook that has waited longest
    /// to be told. No two callers get the same one in that time.
    pub fn claim_hook(&self, now: Moment, for_millis: i64) -> Result<Option<Hook>> {
        let claimed = self.write(move |conn| hooks::claim(conn, now, now.plus_millis(for_millis)))?;
        let Some(name) = claimed else { return Ok(None) };
        self.read_sealed(|conn, ring| hooks::by_name(conn, ring, &name))
    }

    /// Notes up to which position a hook has been told, and gives the claim
    /// back.
    pub fn advance_hook(&self, name: &str, pos: i64, next_at: Moment) -> Result<()> {
        let name = name.to_owned();
        self.write(move |conn| hooks::advance(conn, &name, pos, next_at))
    }

    /// Notes that a hook could not be told, and gives the claim back.
    pub fn fail_hook(&self, name: &str, attempts: u32, next_at: Moment, error: &str) -> Result<()> {
        let (name, error) = (name.to_owned(), error.to_owned());
        self.write(move |conn| hooks::fail(conn, &name, attempts, next_at, &error))
    }

    /// Gives up telling a hook of the entry at a position: it becomes a dead
    /// letter, and the hook goes on behind it.
    pub fn bury(&self, hook: &str, pos: i64, attempts: u32, error: &str, at: Moment) -> Result<()> {
        let (hook, error) = (hook.to_owned(), error.to_owned());
        self.write(move |conn| letters::bury(conn, &hook, pos, attempts, &error, at))
    }

    /// How many dead letters there are, of all hooks.
    pub fn dead_letters(&self) -> Result<u64> {
        self.read(letters::dead)
    }

    /// The dead letters of a hook, newest first, at most so many.
    pub fn hook_letters(&self, hook: &str, limit: usize) -> Result<Vec<HookLetter>> {
        self.read(|conn| letters::of_hook(conn, hook, limit))
    }

    /// A dead letter.
    pub fn letter(&self, id: i64) -> Result<Option<HookLetter>> {
        self.read(|conn| letters::by_id(conn, id))
    }

    /// Notes that a dead letter was delivered after all.
    pub fn note_redelivered(&self, id: i64, at: Moment) -> Result<()> {
        self.write(move |conn| letters::note_redelivered(conn, id, at))
    }
}
