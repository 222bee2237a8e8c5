//! The directory looked at as a whole: what is wrong with a version, and what it
//! would have done with the orders there were.

use domain::directory::{Directory, Findings, Past, Replay, Replayed};
use jiff::civil::Date;
use store::{PastOrder, Store, StoreError};

use super::CityLists;
use crate::City;

/// Checks a version for a day, with the city's lists and orders.
///
/// # Errors
/// When the store cannot be read.
pub fn check(store: &Store, city: &City, directory: &Directory, on: Date) -> Result<Findings, StoreError> {
    let lists = CityLists::load(store, city)?;
    let volumes = store.order_volumes()?;
    Ok(domain::directory::check(directory, on, &city.units, &lists.last_matters(), &volumes))
}

/// So many orders are read at a time.
const PAGE: usize = 20_000;

/// Tries a version, as it stood on a day, on every order there was, and says
/// whether all were looked at. `goes_on` is told how many have been, and says
/// whether there is time for more.
///
/// # Errors
/// When the store cannot be read.
pub fn replay(
    store: &Store,
    city: &City,
    directory: &Directory,
    on: Date,
    goes_on: &dyn Fn(u64) -> bool,
) -> Result<(Replayed, bool), StoreError> {
    let mut replay = Replay::begin(directory, on);
    let (mut after, mut looked_at) = (None, 0);
    loop {
        let page = store.past_orders(after, PAGE)?;
        let Some(last) = page.last() else { return Ok((replay.end(), true)) };
        after = Some(last.id);
        looked_at += page.len() as u64;
        page.into_iter().for_each(|order| replay.take(&past(order, city)));
        if !goes_on(looked_at) {
            return Ok((replay.end(), false));
        }
    }
}

fn past(order: PastOrder, city: &City) -> Past {
    Past {
        number: order.number,
        matter: domain::ids::MatterCode(order.matter),
        place: domain::ids::PlaceCode(order.place),
        facts: order.facts,
        time: city.calendar.local(order.registered_at),
        first: order.first.map(domain::ids::UnitId),
        last: Some(order.last).filter(|unit| !unit.is_empty()).map(domain::ids::UnitId),
        returns: order.returns,
        disputes: order.disputes,
    }
}
