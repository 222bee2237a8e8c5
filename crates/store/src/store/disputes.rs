//! 争议、职责认定: asked of the store.

use domain::Moment;
use domain::ids::MatterCode;
use domain::rulings::Rulings;

use super::Store;
use crate::disputes::{self, DisputeFilter, DisputeRow};
use crate::error::Result;

impl Store {
    /// The number of the next ruling of a year. It is not given out twice; one
    /// whose commit fails is lost.
    pub fn next_ruling_number(&self, year: i16) -> Result<i64> {
        Ok(self.next(&format!("ruling {year}"), 1)?.start)
    }

    /// The rulings in force whose scope lies around a matter.
    pub fn rulings_about(&self, matter: &MatterCode) -> Result<Rulings> {
        self.read(|conn| disputes::in_force(conn, Some(matter)))
    }

    /// All rulings in force that hold for more than their order.
    pub fn rulings_in_force(&self) -> Result<Rulings> {
        self.read(|conn| disputes::in_force(conn, None))
    }

    /// Disputes that pass a filter, the newest orders first, at most so many;
    /// those before one that was shown already, by its order and number.
    pub fn disputes(
        &self,
        filter: &DisputeFilter,
        before: Option<(i64, i64)>,
        most: usize,
    ) -> Result<Vec<DisputeRow>> {
        self.read(|conn| disputes::list(conn, filter, before, most))
    }

    /// The dispute that a ruling of this number settled.
    pub fn ruling(&self, number: &str) -> Result<Option<DisputeRow>> {
        self.read(|conn| disputes::numbered(conn, number))
    }

    /// The disputes whose papers are most like some words, the likest first.
    pub fn disputes_alike(&self, words: &str, most: usize) -> Result<Vec<DisputeRow>> {
        self.read(|conn| disputes::alike(conn, words, most))
    }

    /// How long it took to find the owner, in minutes, for each order whose
    /// owner was found and that was registered between two moments; rising.
    pub fn minutes_to_owner(&self, from: Moment, to: Moment) -> Result<Vec<i64>> {
        self.read(|conn| disputes::minutes_to_owner(conn, from, to))
    }

    /// Of the orders registered between two moments: how many were dispatched,
    /// and how many lead units they were dispatched to in all.
    pub fn leads(&self, from: Moment, to: Moment) -> Result<(u64, u64)> {
        self.read(|conn| disputes::leads(conn, from, to))
    }
}
