//! Load: whole lives, one after the other, each act told once it is
//! acknowledged.

use std::sync::atomic::{AtomicU64, Ordering};

use desk::{Desk, DeskError};
use domain::ids::OrderId;
use domain::{Moment, Order};
use store::StoreError;

use crate::life::{Step, begin, go_on};

/// How many units the city of a load has.
pub const UNITS: u16 = 4;

/// When every life begins: a Monday, 3 March 2025, 9:00 in the city.
pub const BEGIN: Moment = Moment(1_740_963_600_000);

/// Performs whole lives until something goes wrong; returns what. `ack` is
/// told each act (order and number) after the store has acknowledged it.
pub fn lives(desk: &Desk, unit: u16, ack: &dyn Fn(OrderId, u32)) -> DeskError {
    loop {
        if let Err(error) = life(desk, unit, ack) {
            return error;
        }
    }
}

/// Performs one whole life.
///
/// # Errors
/// Those of the desk.
pub fn life(desk: &Desk, unit: u16, ack: &dyn Fn(OrderId, u32)) -> Result<(), DeskError> {
    let first = begin(desk, unit, BEGIN, &mut say)?.order;
    ack(first.id, first.version);
    for step in &Step::ALL[1..] {
        let order = go_on(desk, first.id, *step, unit, BEGIN, &mut say)?.order;
        ack(order.id, order.version);
    }
    Ok(())
}

/// Carries the orders from 1 to `last` to their ends, against others who do
/// the same at the same time.
///
/// # Errors
/// Those of the desk, but for those of somebody who came second.
pub fn share(desk: &Desk, last: i64, ack: &dyn Fn(OrderId, u32)) -> Result<(), DeskError> {
    loop {
        let mut open = 0;
        for id in (1..=last).map(OrderId) {
            let Some(order) = desk.store().order(id)?.map(|loaded| loaded.order) else { continue };
            let Some(step) = Step::after(&order) else { continue };
            open += 1;
            match go_on(desk, id, step, unit_of(&order), BEGIN, &mut say) {
                Ok(loaded) => ack(id, loaded.order.version),
                // Somebody else was faster: just now, or before the act was
                // decided, which it then no longer fits.
                Err(DeskError::Store(StoreError::Conflict { .. })) => {}
                Err(DeskError::Refused(_)) if has_moved(desk, &order)? => {}
                Err(error) => return Err(error),
            }
        }
        if open == 0 {
            return Ok(());
        }
    }
}

fn has_moved(desk: &Desk, seen: &Order) -> Result<bool, DeskError> {
    let now = desk.store().order(seen.id)?;
    Ok(now.is_some_and(|now| now.order.version > seen.version))
}

/// The unit that answers for an order's matter.
fn unit_of(order: &Order) -> u16 {
    order.matter.as_str().parse().expect("the invented city's matters are numbers")
}

/// Some words, never the same twice.
pub fn say(words: usize) -> String {
    static SAID: AtomicU64 = AtomicU64::new(0);
    format!("{} {}", SAID.fetch_add(1, Ordering::Relaxed), "道路积水，请处理。".repeat(words / 4 + 1))
}
