//! Who is there to act.

use std::collections::BTreeMap;

use domain::codes::Role;
use domain::ids::UnitId;
use domain::person::Actor;
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use store::Person;

/// The people of a city, by role and by unit.
#[derive(Debug, Clone, Default)]
pub struct Staff {
    by_role: BTreeMap<Role, Vec<Actor>>,
    handlers: BTreeMap<UnitId, Actor>,
}

impl Staff {
    /// The people of the store.
    pub fn new(people: &[Person]) -> Self {
        let mut staff = Staff::default();
        for person in people.iter().filter(|person| person.active) {
            // A role that this program does not know acts on nothing.
            let Ok(role) = person.role.parse::<Role>() else { continue };
            let unit = (!person.unit.is_empty()).then_some(person.unit.as_str());
            let actor = Actor::staff(role, &person.login, unit);
            match (role, &actor.unit) {
                (Role::Handler, Some(unit)) => {
                    staff.handlers.entry(unit.clone()).or_insert(actor);
                }
                _ => staff.by_role.entry(role).or_default().push(actor),
            }
        }
        staff
    }

    /// Somebody of a role; a stand-in where the city has nobody, as it has
    /// for units that were imported.
    pub fn somebody(&self, role: Role, rng: &mut ChaCha8Rng) -> Actor {
        match self.by_role.get(&role) {
            Some(people) => people[rng.random_range(0..people.len())].clone(),
            None => Actor::staff(role, &format!("played-{role}"), None),
        }
    }

    /// Somebody of a role who is not the other.
    pub fn somebody_else(&self, role: Role, other: &Actor) -> Actor {
        let people = self.by_role.get(&role).into_iter().flatten();
        let stand_in = || Actor::staff(role, &format!("played-{role}-2"), None);
        people.into_iter().find(|person| !person.is_same_person(other)).cloned().unwrap_or_else(stand_in)
    }

    /// Somebody of a role whose unit is not among these.
    pub fn somebody_of_no_unit_in(&self, role: Role, units: &[&UnitId]) -> Actor {
        let people = self.by_role.get(&role).into_iter().flatten();
        let free = |person: &&Actor| person.unit.as_ref().is_none_or(|unit| !units.contains(&unit));
        let stand_in = || Actor::staff(role, &format!("played-{role}"), None);
        people.into_iter().find(free).cloned().unwrap_or_else(stand_in)
    }

    /// Whoever handles for a unit.
    pub fn handler(&self, unit: &UnitId) -> Actor {
        let stand_in = || Actor::staff(Role::Handler, &format!("played-{unit}"), Some(unit.as_str()));
        self.handlers.get(unit).cloned().unwrap_or_else(stand_in)
    }
}
