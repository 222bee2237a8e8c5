//! From a job to a message.

use desk::Desk;
use domain::codes::ClockKind;
use domain::order::Order;
use domain::{Moment, Stage};
use serde::Deserialize;
use store::Job;

use super::message::Message;
use super::recipients::Recipients;
use super::templates::{Filling, Templates};
use crate::error::{Result, WorkerError};

/// What a notice's job says; see `desk::notices`.
#[derive(Deserialize)]
struct Notice {
    to: String,
    template: String,
    order: String,
}

/// Makes messages of the jobs of one round.
pub(crate) struct Composer<'a> {
    desk: &'a Desk,
    templates: &'a Templates,
    recipients: Recipients<'a>,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(desk: &'a Desk, templates: &'a Templates) -> Self {
        Self { desk, templates, recipients: Recipients::new(desk.store()) }
    }

    /// The message of a notice's job; none when there is nobody to tell any
    /// more. The order is looked at as it stands now: who is told late is not
    /// told what no longer holds.
    pub(crate) fn compose(&self, job: &Job, now: Moment) -> Result<Option<Message>> {
        let unclear = |what: String| WorkerError::BadJob { job: job.id, what };
        let notice: Notice =
            serde_json::from_str(&job.payload).map_err(|error| unclear(format!("its payload: {error}")))?;
        let Some(recipient) = self.recipients.find(&notice.to)? else { return Ok(None) };
        let store = self.desk.store();
        let Some(loaded) = store.order(job.order)? else {
            return Err(unclear("its order is not there".to_owned()));
        };
        let order = &loaded.order;
        let template = self.template(order, &notice.template);
        let filling = Filling {
            number: notice.order.clone(),
            code: store.query_code(&order.number),
            unit: self.unit_name(&notice.to),
            due: date_of(order, &notice.template),
        };
        let zone = self.desk.city().calendar.zone();
        let filled = self.templates.fill(&template, recipient.language.as_deref(), &filling, zone);
        let (subject, text) = filled.ok_or_else(|| unclear(format!("there is no template `{template}`")))?;
        Ok(Some(Message {
            job: job.id,
            at: now,
            channel: recipient.channel,
            target: notice.to,
            addresses: recipient.addresses,
            order: notice.order,
            template: notice.template,
            subject,
            text,
        }))
    }

    /// An end has words of its own where there are any.
    fn template(&self, order: &Order, code: &str) -> String {
        let special = order.outcome.as_ref().map(|outcome| format!("{code}_{}", outcome.code()));
        special.filter(|special| self.templates.has(special)).unwrap_or_else(|| code.to_owned())
    }

    fn unit_name(&self, target: &str) -> String {
        let Some(code) = target.strip_prefix("unit:") else { return String::new() };
        let unit = self.desk.city().units.get(&code.into());
        unit.map_or_else(|| code.to_owned(), |unit| unit.name.clone())
    }
}

/// The date that a notice is about.
fn date_of(order: &Order, template: &str) -> Option<Moment> {
    match template {
        "more_asked" => order.supplement_until,
        "paused" => order.pauses.iter().rev().find(|pause| pause.ended.is_none()).map(|pause| pause.until),
        "deferred" => order.next_milestone().map(|(_, due)| due),
        "closed" => order.review_until.filter(|_| order.stage >= Stage::Closed),
        "whistled" => order.whistles.last().map(|whistle| whistle.meet_at),
        "claim_asked" => {
            order.open_dispute().and_then(|dispute| dispute.parties.first()).map(|party| party.until)
        }
        "minutes_to_sign" => order
            .clock(ClockKind::DisputeStep, 0)
            .filter(|clock| clock.is_running())
            .and_then(|clock| clock.due),
        "opinion_asked" => order.opinions.last().map(|asked| asked.until),
        _ => order.due_at(),
    }
}
