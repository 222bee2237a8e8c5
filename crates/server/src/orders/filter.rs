//! What a list is asked for.

use domain::codes::{Channel, Kind, Level};
use domain::ids::UnitId;
use domain::order::Awaiting;
use domain::{Moment, Stage};
use schemars::JsonSchema;
use serde::Deserialize;
use store::{Filter, Happened, Happening, Waits};

use crate::access::{self, Mine};
use crate::call::Call;
use crate::problem::Problem;

/// Which orders: those that meet everything that is said. What is not said
/// is left open.
///
/// Fields of a query are texts until their type is known, so all that a list
/// or a search can be asked for stands in this one struct: `flatten` would
/// forget the types.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct WhichOrders {
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// That stand at one of these.
    pub stage: Vec<Stage>,
    /// Whose lead is one of these units.
    pub unit: Vec<String>,
    /// In which this unit holds a part that it still owes.
    pub holder: Option<String>,
    /// In which this unit, or one below it, has or had a part.
    pub area: Option<String>,
    /// Of one of these matters or one below.
    pub matter: Vec<String>,
    /// From one of these places or one within.
    pub place: Vec<String>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of one of these levels.
    pub level: Vec<Level>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// With a clock that is or was late, or without.
    pub late: Option<bool>,
    /// With an open quarrel, or without.
    pub disputed: Option<bool>,
    /// That a unit returned, or none did.
    pub returned: Option<bool>,
    /// That were handled anew, or never.
    pub redone: Option<bool>,
    /// Whose citizens were called in this round, or were not.
    pub called: Option<bool>,
    /// On which a formal instruction was given, or none.
    pub supervised: Option<bool>,
    /// That wait for one of these.
    pub awaiting: Vec<Awaiting>,
    /// That wait for me: for an act of my role, and in a unit's hands for my unit or one below it.
    pub mine: bool,
    /// To which this happened between `since` and `until`.
    pub happened: Option<WhatHappened>,
    /// With `happened`: at this moment or later; from the beginning on, when it is not said.
    pub since: Option<Moment>,
    /// With `happened`: before this moment; up to now, when it is not said.
    pub until: Option<Moment>,
    /// Whose step is due so soon; with `awaiting` or `mine`, what they wait for.
    pub due: Option<DueWhen>,
    /// Whose step falls due before this moment; with `awaiting` or `mine`, what they wait for.
    pub due_before: Option<Moment>,
    /// Registered at this moment or later.
    pub from: Option<Moment>,
    /// Registered before this moment.
    pub to: Option<Moment>,
    /// In which order a list is: what is due first, when it is not said.
    pub sort: Sorting,
    /// The `next` of the page before.
    pub after: Option<String>,
    /// How many on a page, at most 200; 50 when it is not said.
    pub limit: Option<usize>,
    /// When counting: no further than this.
    pub up_to: Option<u64>,
    /// The words of a search; what stands in quotation marks is looked for word for word.
    pub q: Option<String>,
    /// With a search: whether to show where the words stand.
    pub snippets: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum Sorting {
    /// What is due first; what never is, last.
    #[default]
    Due,
    /// What was registered last.
    Newest,
    /// What was registered first.
    Oldest,
    /// What is most urgent first, and of that what is due first.
    Urgent,
}

/// What happened to an order.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum WhatHappened {
    /// 派出
    Dispatched,
    /// 办理超时
    BecameLate,
    /// 办结
    Closed,
    /// 即时答复
    AnsweredAtOnce,
}

/// How soon something is due.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum DueWhen {
    /// 已超时
    Overdue,
    /// 今天到期, and what is overdue.
    Today,
}

/// So many codes of a list are looked for at once.
const MOST_CODES: usize = 100;

impl WhichOrders {
    /// The filter, narrowed to what who asks may see.
    pub fn filter(&self, call: &Call) -> Result<Filter, Problem> {
        self.few_codes()?;
        let mut filter = Filter {
            open: self.open,
            stages: self.stage.clone(),
            units: codes(&self.unit),
            holder: self.holder.as_deref().filter(|code| !code.is_empty()).map(UnitId::from),
            matters: codes(&self.matter),
            places: codes(&self.place),
            kind: self.kind,
            levels: self.level.clone(),
            channel: self.channel,
            late: self.late,
            disputed: self.disputed,
            returned: self.returned,
            redone: self.redone,
            called: self.called,
            supervised: self.supervised,
            happened: self.happened(call),
            from: self.from,
            to: self.to,
            ..Filter::default()
        };
        let due_before = self.due_before(call);
        filter.waits = self.waits(&Mine::of(call)?, due_before);
        match &filter.waits {
            None => filter.due_before = due_before,
            // What only open orders wait for is found in their indexes.
            Some(waits) if !waits.what.iter().any(|what| what.outlives_the_end()) => {
                filter.open = filter.open.or(Some(true));
            }
            Some(_) => {}
        }
        access::scope(&call.app, &call.staff()?.viewer(), &mut filter)?;
        if let Some(area) = self.area.as_deref().filter(|code| !code.is_empty()) {
            let area = call.app.desk().city().units.subtree(&area.into());
            filter.within = Some(match filter.within {
                Some(seen) => seen.into_iter().filter(|unit| area.contains(unit)).collect(),
                None => area,
            });
        }
        Ok(filter)
    }

    fn few_codes(&self) -> Result<(), Problem> {
        let lists = [("unit", &self.unit), ("matter", &self.matter), ("place", &self.place)];
        match lists.iter().find(|(_, codes)| codes.len() > MOST_CODES) {
            Some((at, _)) => Err(Problem::BadQuery {
                at: (*at).to_owned(),
                why: format!("at most {MOST_CODES} are taken"),
            }),
            None => Ok(()),
        }
    }

    fn happened(&self, call: &Call) -> Option<Happened> {
        let what = match self.happened? {
            WhatHappened::Dispatched => Happening::Dispatched,
            WhatHappened::BecameLate => Happening::BecameLate,
            WhatHappened::Closed => Happening::Closed,
            WhatHappened::AnsweredAtOnce => Happening::AnsweredAtOnce,
        };
        let to = self.until.unwrap_or(call.at.plus_millis(1));
        Some(Happened { what, from: self.since.unwrap_or(Moment(0)), to })
    }

    fn due_before(&self, call: &Call) -> Option<Moment> {
        let soon = self.due.map(|due| match due {
            DueWhen::Overdue => call.at,
            // What is due at midnight is due today.
            DueWhen::Today => call.app.desk().city().calendar.end_of_day(call.at).plus_millis(1),
        });
        soon.into_iter().chain(self.due_before).min()
    }

    fn waits(&self, mine: &Mine, due_before: Option<Moment>) -> Option<Waits> {
        if self.awaiting.is_empty() && !self.mine {
            return None;
        }
        let asked: &[Awaiting] = if self.awaiting.is_empty() { Awaiting::ALL } else { &self.awaiting };
        let what = asked.iter().filter(|what| !self.mine || mine.is_asked(**what)).copied().collect();
        Some(Waits { what, units: mine.units.clone().filter(|_| self.mine), due_before })
    }
}

fn codes<T: for<'a> From<&'a str>>(texts: &[String]) -> Vec<T> {
    texts.iter().filter(|text| !text.is_empty()).map(|text| T::from(text)).collect()
}
