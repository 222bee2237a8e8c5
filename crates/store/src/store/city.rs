//! The city as data.

use domain::Moment;
use domain::units::Unit;

use super::Store;
use crate::city::{
    self, CityChange, CityChangeFilter, CityChangeRow, CityChanged, CityEntry, CityWrite, CityWriting,
    Document, DocumentVersion, Matter, Person, Place,
};
use crate::error::Result;

impl Store {
    /// Writes members of staff; those with the same log-in are replaced.
    pub fn put_people(&self, people: Vec<Person>) -> Result<()> {
        self.write(move |conn| city::put(conn, &people))
    }

    /// All members of staff, by log-in.
    pub fn people(&self) -> Result<Vec<Person>> {
        self.read(city::all)
    }

    /// Writes units; those with the same code are replaced.
    pub fn put_units(&self, units: Vec<Unit>) -> Result<()> {
        self.write(move |conn| city::put(conn, &units))
    }

    /// Writes units in place of all there were.
    pub fn replace_units(&self, units: Vec<Unit>) -> Result<()> {
        self.write(move |conn| city::replace(conn, &units))
    }

    /// All units, by code.
    pub fn units(&self) -> Result<Vec<Unit>> {
        self.read(city::all)
    }

    /// Writes matters; those with the same code are replaced.
    pub fn put_matters(&self, matters: Vec<Matter>) -> Result<()> {
        self.write(move |conn| city::put(conn, &matters))
    }

    /// Writes matters in place of all there were.
    pub fn replace_matters(&self, matters: Vec<Matter>) -> Result<()> {
        self.write(move |conn| city::replace(conn, &matters))
    }

    /// All matters, by code.
    pub fn matters(&self) -> Result<Vec<Matter>> {
        self.read(city::all)
    }

    /// Writes places; those with the same code are replaced.
    pub fn put_places(&self, places: Vec<Place>) -> Result<()> {
        self.write(move |conn| city::put(conn, &places))
    }

    /// Writes places in place of all there were.
    pub fn replace_places(&self, places: Vec<Place>) -> Result<()> {
        self.write(move |conn| city::replace(conn, &places))
    }

    /// All places, by code.
    pub fn places(&self) -> Result<Vec<Place>> {
        self.read(city::all)
    }

    /// Writes a version of a document; the same version is replaced.
    pub fn put_document(&self, document: Document) -> Result<()> {
        self.write(move |conn| city::put_document(conn, &document))
    }

    /// Changes an entry of the city's lists, and notes who did it, in one
    /// transaction.
    pub fn change_city(&self, change: CityChange, write: CityWrite) -> Result<CityChanged> {
        self.change_city_together(vec![(change, write)])
    }

    /// Changes several entries of the city's lists in one transaction: all of
    /// them, or, when somebody was faster with one, none.
    pub fn change_city_together(&self, writings: Vec<CityWriting>) -> Result<CityChanged> {
        let Some((last, _)) = writings.last() else { return Ok(CityChanged::Done(0)) };
        let (kind, code) = (last.kind.clone(), last.code.clone());
        match self.write(move |conn| city::change(conn, &writings)) {
            Err(error) if city::is_lost_race(&error) => {
                let entry = self.read(|conn| city::entry(conn, &kind, &code))?;
                Ok(CityChanged::Other(entry.map_or(0, |entry| entry.version)))
            }
            done => done,
        }
    }

    /// How an entry of the city's lists stands; none when it was never
    /// changed here, which makes its version 1.
    pub fn city_entry(&self, kind: &str, code: &str) -> Result<Option<CityEntry>> {
        self.read(|conn| city::entry(conn, kind, code))
    }

    /// How the entries of a list stand that were ever changed here.
    pub fn city_entries(&self, kind: &str) -> Result<Vec<CityEntry>> {
        self.read(|conn| city::entries(conn, kind))
    }

    /// The record of changes, newest first: at most so many of those below
    /// the number `after`.
    pub fn city_changes(
        &self,
        filter: &CityChangeFilter,
        after: Option<i64>,
        limit: usize,
    ) -> Result<Vec<CityChangeRow>> {
        self.read(|conn| city::changes(conn, filter, after, limit))
    }

    /// Every version of every document of a kind, oldest first, also those
    /// that do not hold yet.
    pub fn document_versions(&self, kind: &str) -> Result<Vec<Document>> {
        self.read(|conn| city::versions(conn, kind))
    }

    /// The versions of a kind of document, newest first, without their texts.
    pub fn document_list(&self, kind: &str) -> Result<Vec<DocumentVersion>> {
        self.read(|conn| city::list(conn, kind))
    }

    /// One version of a kind of document of which there is one.
    pub fn document(&self, kind: &str, version: i64) -> Result<Option<Document>> {
        self.read(|conn| city::version(conn, kind, version))
    }

    /// The documents of a kind that hold at a moment.
    pub fn documents(&self, kind: &str, at: Moment) -> Result<Vec<Document>> {
        self.read(|conn| city::in_force(conn, kind, at))
    }
}
