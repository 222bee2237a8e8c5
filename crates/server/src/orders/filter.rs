//! What a list is asked for.

use domain::codes::{Channel, Kind, Level};
use domain::{Moment, Stage};
use schemars::JsonSchema;
use serde::Deserialize;
use store::Filter;

use crate::access;
use crate::call::Call;
use crate::problem::Problem;

/// WhichOrders orders: those that meet everything that is said. What is not said
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
    /// Whose lead this unit is.
    pub unit: Option<String>,
    /// In which this unit holds a part that it still owes.
    pub holder: Option<String>,
    /// Of this matter or one below it.
    pub matter: Option<String>,
    /// From this place or one within it.
    pub place: Option<String>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of this level.
    pub level: Option<Level>,
    /// Through this channel.
    pub channel: Option<Channel>,
    /// With a clock that is or was late, or without.
    pub late: Option<bool>,
    /// With an open quarrel, or without.
    pub disputed: Option<bool>,
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
    /// The words of a search.
    pub q: Option<String>,
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
}

impl WhichOrders {
    /// The filter, narrowed to what who asks may see.
    pub fn filter(&self, call: &Call) -> Result<Filter, Problem> {
        let code = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let mut filter = Filter {
            open: self.open,
            stages: self.stage.clone(),
            unit: code(&self.unit).map(|code| code.as_str().into()),
            holder: code(&self.holder).map(|code| code.as_str().into()),
            matter: code(&self.matter).map(|code| code.as_str().into()),
            place: code(&self.place).map(|code| code.as_str().into()),
            kind: self.kind,
            level: self.level,
            channel: self.channel,
            late: self.late,
            disputed: self.disputed,
            from: self.from,
            to: self.to,
            ..Filter::default()
        };
        access::scope(&call.app, &call.staff()?.viewer(), &mut filter)?;
        Ok(filter)
    }
}
