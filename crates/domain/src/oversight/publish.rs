//! 公开: a settled order is shown to everybody, in words written for that.
//! 政府信息公开条例 (国务院令第711号) 第五条: 以公开为常态; 第十五条: what harms
//! others' privacy is not published. 国办函〔2025〕66号 (六) asks for the use of
//! appeals beyond the single one; which of them are shown is for people to
//! choose, and the choice is on record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::codes::{Confidentiality, Kind, Sensitivity};
use crate::context::Context;
use crate::decide::{Decide, Decided};
use crate::event::Event;
use crate::order::{Order, Outcome, Stage};
use crate::refusal::Refusal;
use crate::text_ref::TextRef;

/// The longest title and the longest summary that are shown, in characters.
const LONGEST_TITLE: u32 = 60;
const LONGEST_SUMMARY: u32 = 2_000;

/// Shows the order to everybody. Whether its words name anybody is looked at
/// where they are still in clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Publish {
    /// The title, written for the public.
    pub title: TextRef,
    /// What was wrong and what was done, written for the public.
    pub summary: TextRef,
}

impl Decide for Publish {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        ctx.stage(order, &[Stage::Closed, Stage::Archived])?;
        // 济南条例 16、32: whoever asked for secrecy, or accuses somebody, is
        // not led to by what is shown.
        let kept = order.confidentiality != Confidentiality::Open || order.kind == Kind::Report;
        let touchy = order.sensitivities.iter().any(|mark| !matches!(mark, Sensitivity::Instructed));
        if kept || touchy {
            return Err(Refusal::NotForThePublic);
        }
        // What nobody answered is no example of anything.
        let answered = matches!(
            order.outcome,
            Some(Outcome::Handled { .. } | Outcome::AnsweredAtOnce | Outcome::FinalAnswer)
        );
        if !answered {
            return Err(Refusal::Unfit { field: "outcome".to_owned() });
        }
        if order.has_open_request() {
            return Err(Refusal::RequestOpen);
        }
        if order.publication.as_ref().is_some_and(|publication| publication.withdrawn_at.is_none()) {
            return Err(Refusal::AlreadyAsked);
        }
        short(ctx, "title", &self.title, LONGEST_TITLE)?;
        short(ctx, "summary", &self.summary, LONGEST_SUMMARY)?;
        Ok(vec![Event::Published { title: self.title.clone(), summary: self.summary.clone() }])
    }
}

fn short(ctx: &Context, field: &'static str, text: &TextRef, most: u32) -> Result<(), Refusal> {
    ctx.text(field, text)?;
    if text.chars > most {
        return Err(Refusal::TextTooLong { field: field.to_owned(), chars: text.chars, most });
    }
    Ok(())
}

/// 撤下: takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Unpublish {
    /// Why.
    pub reason: TextRef,
}

impl Decide for Unpublish {
    fn decide(&self, order: &Order, ctx: &Context) -> Decided {
        let shown = order.publication.as_ref().filter(|publication| publication.withdrawn_at.is_none());
        shown.ok_or(Refusal::NothingAsked)?;
        ctx.text("reason", &self.reason)?;
        Ok(vec![Event::Unpublished { reason: self.reason.clone() }])
    }
}
