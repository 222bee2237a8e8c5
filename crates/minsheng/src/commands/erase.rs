//! `minsheng erase`.

use std::process::ExitCode;

use anyhow::{bail, ensure};
use desk::{City, Desk};
use domain::codes::Role;
use domain::oversight::Erase;
use domain::person::Actor;

use super::now;
use crate::settings::Settings;

/// Erases the texts and the identities of a closed order.
pub fn erase(
    settings: &Settings,
    number: &str,
    basis: &str,
    by: &str,
    identities_only: bool,
) -> anyhow::Result<ExitCode> {
    let store = settings.store()?;
    let Some(loaded) = store.by_number(number)? else { bail!("there is no order {number}") };
    let people = store.people()?;
    let auditor = people.iter().find(|person| person.login == by && person.active);
    let is_auditor = auditor.is_some_and(|person| person.role == Role::Auditor.code());
    ensure!(is_auditor, "`{by}` is not the log-in of an auditor; `minsheng user list` names them");
    let actor = Actor::staff(Role::Auditor, by, auditor.map(|person| person.unit.as_str()));
    let desk = Desk::new(store.clone(), City::load(&store, now())?);
    let texts: Vec<String> = if identities_only {
        Vec::new()
    } else {
        store
            .texts(loaded.order.id)?
            .into_iter()
            .filter(|(_, body)| body.is_some())
            .map(|(hash, _)| hash)
            .collect()
    };
    let count = texts.len();
    desk.perform(loaded.order.id, &actor, now(), |_, sealing| {
        Erase { texts, identities: true, basis: sealing.seal(basis) }.into()
    })?;
    println!(
        "order {number}: {count} texts erased, and the identities of its citizens who have no other order; the journal \
         keeps their hashes"
    );
    Ok(ExitCode::SUCCESS)
}
