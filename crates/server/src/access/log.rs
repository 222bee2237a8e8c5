//! 查看留痕: who looked at what, when, and why.
//!
//! A look at clear personal data is on the disk before the data go out. Looks
//! at what is masked are written together several times a second: a process
//! that is killed loses a fraction of a second of them, and one whose disk is
//! full shows nothing more once too many wait.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use domain::ids::{OrderId, UnitId};
use store::{Look, Store};

use super::Purpose;
use crate::call::Call;
use crate::problem::Problem;

/// So many looks may wait to be written.
const MOST_WAITING: usize = 50_000;

/// The looks that wait to be written.
pub(crate) struct LookLog {
    store: Store,
    waiting: Mutex<Vec<Look>>,
    /// Who has seen the caller of which call.
    callers: Mutex<HashSet<(String, i64)>>,
}

impl LookLog {
    pub fn new(store: Store) -> Self {
        Self { store, waiting: Mutex::new(Vec::new()), callers: Mutex::default() }
    }

    /// Notes a look at one order.
    pub fn one(&self, call: &Call, order: OrderId, purpose: Purpose, detail: &str) -> Result<(), Problem> {
        self.note(Look { order: Some(order), ..look(call, purpose.code(), purpose, detail)? })
    }

    /// Notes a look at several orders.
    pub fn several(
        &self,
        call: &Call,
        orders: Vec<OrderId>,
        purpose: Purpose,
        detail: &str,
    ) -> Result<(), Problem> {
        self.note(Look { orders, ..look(call, purpose.code(), purpose, detail)? })
    }

    /// Notes a look at clear personal data; it is on the disk when this
    /// returns.
    pub fn clear(
        &self,
        call: &Call,
        order: Option<OrderId>,
        orders: Vec<OrderId>,
        purpose: Purpose,
        detail: &str,
    ) -> Result<(), Problem> {
        let look = Look { order, orders, ..look(call, "clear", purpose, detail)? };
        Ok(self.store.log_looks(vec![look])?)
    }

    /// Notes that a switch was given the number of a call that it makes; it is
    /// on the disk when this returns.
    pub fn dialled(&self, call: &Call, order: Option<OrderId>, detail: &str) -> Result<(), Problem> {
        let system = call.system()?;
        let look = Look {
            at: call.at,
            login: format!("system:{}", system.name),
            role: system.role.code().to_owned(),
            unit: String::new(),
            session: 0,
            order,
            what: "clear".to_owned(),
            purpose: Purpose::Call.code().to_owned(),
            detail: detail.to_owned(),
            orders: Vec::new(),
        };
        Ok(self.store.log_looks(vec![look])?)
    }

    /// Whether somebody looks at the caller of a call for the first time, as
    /// far as this process remembers: a screen asks again and again.
    pub fn is_first(&self, login: &str, call: i64) -> bool {
        let mut callers = self.callers.lock().unwrap_or_else(PoisonError::into_inner);
        if callers.len() >= MOST_WAITING {
            callers.clear();
        }
        callers.insert((login.to_owned(), call))
    }

    fn note(&self, look: Look) -> Result<(), Problem> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if waiting.len() >= MOST_WAITING {
            return Err(Problem::Unavailable);
        }
        waiting.push(look);
        Ok(())
    }

    /// Writes what waits. What cannot be written goes on waiting.
    pub fn write(&self) {
        let looks = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        if looks.is_empty() {
            return;
        }
        if let Err(error) = self.store.log_looks(looks.clone()) {
            tracing::error!(%error, waiting = looks.len(), "looks cannot be written");
            let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            waiting.splice(0..0, looks);
        }
    }
}

fn look(call: &Call, what: &str, purpose: Purpose, detail: &str) -> Result<Look, Problem> {
    let staff = call.staff()?;
    Ok(Look {
        at: call.at,
        login: staff.login.clone(),
        role: staff.role.code().to_owned(),
        unit: staff.unit.as_ref().map_or("", UnitId::as_str).to_owned(),
        session: staff.session,
        order: None,
        what: what.to_owned(),
        purpose: purpose.code().to_owned(),
        detail: detail.to_owned(),
        orders: Vec::new(),
    })
}
