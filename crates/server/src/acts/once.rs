//! Idempotency: a call that bears a key is carried out once. Its answer is
//! written with the act, in one transaction, so that a retry after a lost
//! answer, a double click, or a killed process finds either both or neither.

use desk::Kept;
use domain::Order;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sm3::{Digest as _, Sm3};
use store::RequestRow;

use crate::call::{Asker, Call};
use crate::problem::Problem;
use crate::route::Reply;

/// A call that is to be carried out once.
pub(crate) struct Once {
    key: String,
    fingerprint: String,
}

impl Once {
    /// What a call says of being carried out once; none when it bears no key.
    pub fn of(call: &Call, what: &str) -> Result<Option<Self>, Problem> {
        let Some(key) = call.idempotency_key()? else { return Ok(None) };
        let mut said = Sm3::new();
        said.update(what.as_bytes());
        said.update([0]);
        said.update(call.bytes());
        let fingerprint = store::hex(&said.finalize());
        let key = match &call.asker {
            Asker::Staff(staff) => format!("staff:{}/{key}", staff.login),
            Asker::System(system) => format!("system:{}/{key}", system.name),
            // Citizens have no names here. Two who take the same key say
            // different things, and neither is to learn of the other.
            Asker::Nobody => format!("citizen/{key}/{fingerprint}"),
        };
        Ok(Some(Self { key, fingerprint }))
    }

    /// What a call says of one of several things being carried out once; none
    /// when it bears no key.
    pub fn in_batch(call: &Call, what: &str, number: &str, said: &Value) -> Result<Option<Self>, Problem> {
        let Some(key) = call.idempotency_key()? else { return Ok(None) };
        let fingerprint = store::hex(&Sm3::digest(format!("{what} {number} {said}").as_bytes()));
        Ok(Some(Self { key: format!("staff:{}/{key}/{number}", call.staff()?.login), fingerprint }))
    }

    /// The answer that was given before.
    pub fn answered(&self, call: &Call) -> Result<Option<Reply>, Problem> {
        let Some(RequestRow { fingerprint, status, answer, .. }) = call.app.store().request(&self.key)?
        else {
            return Ok(None);
        };
        if fingerprint != self.fingerprint {
            return Err(Problem::KeyReused);
        }
        Ok(Some(Reply::json(status, answer)))
    }

    /// The same, read.
    pub fn answered_as<T: DeserializeOwned>(&self, call: &Call) -> Result<Option<T>, Problem> {
        match self.answered(call)? {
            Some(Reply::Bytes { bytes, .. }) => {
                serde_json::from_slice(&bytes).map(Some).map_err(|_| Problem::Internal)
            }
            _ => Ok(None),
        }
    }

    /// How the answer is kept.
    pub fn kept<'a>(&self, answer: &'a dyn Fn(&Order) -> String) -> Kept<'a> {
        Kept { key: self.key.clone(), fingerprint: self.fingerprint.clone(), status: 201, answer }
    }
}

/// Carries something out once: gives the first answer again, also to the one
/// of two at once who comes second.
pub(crate) fn once(
    call: &Call,
    once: Option<&Once>,
    carry_out: impl FnOnce() -> Result<Reply, Problem>,
) -> Result<Reply, Problem> {
    let Some(once) = once else { return carry_out() };
    if let Some(reply) = once.answered(call)? {
        return Ok(reply);
    }
    match carry_out() {
        // Whoever lost a race against the same call learns it in one of these
        // ways, depending on how far they came.
        Err(problem @ (Problem::Taken { .. } | Problem::Changed { .. } | Problem::Refused(_))) => {
            once.answered(call)?.ok_or(problem)
        }
        done => done,
    }
}
