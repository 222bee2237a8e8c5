//! Who is told, and where they can be reached.

use std::cell::OnceCell;

use domain::ids::CitizenId;
use store::{Person, Result, Store};

use super::message::Channel;

/// Where somebody can be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Recipient {
    /// By which way.
    pub channel: Channel,
    /// Telephone numbers or e-mail addresses.
    pub addresses: Vec<String>,
    /// The language that they chose.
    pub language: Option<String>,
}

/// Finds recipients; the list of people is read once, and only when a unit
/// is told something.
pub(crate) struct Recipients<'a> {
    store: &'a Store,
    people: OnceCell<Vec<Person>>,
}

impl<'a> Recipients<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store, people: OnceCell::new() }
    }

    /// Where `citizen:ID` or `unit:CODE` can be reached; none when nowhere: a
    /// citizen who was erased, or gave neither number nor address.
    pub(crate) fn find(&self, target: &str) -> Result<Option<Recipient>> {
        match target.split_once(':') {
            Some(("citizen", id)) => match id.parse() {
                Ok(id) => self.citizen(CitizenId(id)),
                Err(_) => Ok(None),
            },
            Some(("unit", code)) => self.unit(code).map(Some),
            _ => Ok(None),
        }
    }

    fn citizen(&self, id: CitizenId) -> Result<Option<Recipient>> {
        let Some(mut identity) = self.store.citizen(id)? else { return Ok(None) };
        let language = identity.more.remove("language");
        let reach =
            |channel, address| Recipient { channel, addresses: vec![address], language: language.clone() };
        let phone = Some(identity.phone).filter(|phone| !phone.trim().is_empty());
        let email = identity.more.remove("email").filter(|email| !email.trim().is_empty());
        Ok(match (phone, email) {
            (Some(phone), _) => Some(reach(Channel::Sms, phone)),
            (None, Some(email)) => Some(reach(Channel::Mail, email)),
            (None, None) => None,
        })
    }

    /// The people of a unit who may log in and have an address.
    fn unit(&self, code: &str) -> Result<Recipient> {
        let mut addresses = Vec::new();
        for person in self.people()?.iter().filter(|person| person.active && person.unit == code) {
            addresses.push(self.store.account(&person.login)?.email);
        }
        addresses.retain(|address| !address.trim().is_empty());
        let channel = if addresses.is_empty() { Channel::Unit } else { Channel::Mail };
        Ok(Recipient { channel, addresses, language: None })
    }

    fn people(&self) -> Result<&[Person]> {
        if let Some(people) = self.people.get() {
            return Ok(people);
        }
        let people = self.store.people()?;
        Ok(self.people.get_or_init(|| people))
    }
}
