//! The form is sent: it becomes an appeal like any other, once however often
//! the button is pressed; its files follow.

use attachments::inspect;
use domain::person::Actor;

use super::said::{Mistake, Said};
use super::{alike, form as shown_again};
use crate::acts::{Appeal, Registered};
use crate::call::Call;
use crate::citizen::pages::city::Places;
use crate::citizen::pages::form::Form;
use crate::citizen::pages::look::Look;
use crate::citizen::pages::times::Times;
use crate::citizen::pages::{ticket, words};
use crate::citizen::registering;
use crate::orders::add_file;
use crate::problem::Problem;
use crate::route::{Answer as _, Reply};

/// Registers what the form says; or shows it again, with what is wrong.
pub(in crate::citizen::pages) fn send(call: &Call) -> Result<Reply, Problem> {
    let form = Form::read(call)?;
    let (look, said) = (Look::of_call(call), Said::of(&form));
    if said.look {
        let offers = alike::offers(call, &said, form.get("join"))?;
        return shown_again(call, 200, said, Vec::new(), offers, form.key());
    }
    let mut mistakes = said.mistakes(&form, &look, &Places::of(call)?);
    mistakes.extend(unfit(call, &form, &look));
    if !mistakes.is_empty() {
        let offers = alike::offers(call, &said, form.get("join"))?;
        return shown_again(call, 422, said, mistakes, offers, form.key());
    }
    let key = form.key();
    match register(call, &form, &said) {
        Ok(registered) => {
            let failed = attach(call, &form, &key, &registered);
            if let Some(into) = alike::joined(call, form.get("join")) {
                let none = || Problem::not_there("order");
                let id = call.app.store().id_of(&registered.number)?.ok_or_else(none)?;
                alike::join(call, id, into)?;
            }
            let mut place = format!("/orders/{}/receipt", registered.number);
            if failed > 0 {
                place.push_str(&format!("?failed={failed}"));
            }
            Ok(ticket::remember(call, &registered.number, Reply::see_other(&place)))
        }
        // Nothing that was typed is lost.
        Err(problem) => {
            let times = Times::of(call, look.english);
            let text = words::problem(&look, &problem, &|at| times.moment(at));
            let mistakes = vec![Mistake { field: "story", text }];
            shown_again(call, problem.status().as_u16(), said, mistakes, Vec::new(), key)
        }
    }
}

/// The files that are not taken: better to say so before anything is written.
fn unfit(call: &Call, form: &Form, look: &Look) -> Option<Mistake> {
    let desk = call.app.desk();
    let zone = desk.city().calendar.zone();
    let unfit = form.files.iter().find_map(|file| inspect(file, zone).err())?;
    Some(Mistake { field: "files", text: words::unfit(look, &unfit) })
}

fn register(call: &Call, form: &Form, said: &Said) -> Result<Registered, Problem> {
    let inner = call.saying(&form.key(), form.bytes());
    let same_as = alike::joined(call, form.get("join"));
    let appeal = Appeal { same_as, ..said.appeal() };
    match registering::register(&inner, appeal)?.reply()? {
        Reply::Bytes { bytes, .. } => serde_json::from_slice(&bytes).map_err(|_| Problem::Internal),
        Reply::Live(_) => Err(Problem::Internal),
    }
}

/// Adds the files; how many did not arrive.
fn attach(call: &Call, form: &Form, key: &str, registered: &Registered) -> usize {
    let one = |(at, bytes): (usize, &axum::body::Bytes)| -> Result<(), Problem> {
        let none = || Problem::not_there("order");
        let id = call.app.store().id_of(&registered.number)?.ok_or_else(none)?;
        let loaded = call.app.desk().known(id)?;
        let inner = call.saying(&format!("{key}-{at}"), bytes.clone());
        match add_file(&inner, &loaded, &Actor::citizen(), 0, None) {
            // The same file chosen twice is there once.
            Err(Problem::Refused(domain::Refusal::AttachedAlready { .. })) => Ok(()),
            added => added.map(|_| ()),
        }
    };
    let failed = form.files.iter().enumerate().filter(|file| match one((file.0, file.1)) {
        Ok(()) => false,
        Err(error) => {
            tracing::warn!(%error, "a file of an appeal was not taken");
            true
        }
    });
    failed.count()
}
