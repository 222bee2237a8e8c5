//! 吹哨报到, as the order remembers it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Order;
use super::apply::Stamp;
use crate::codes::codes;
use crate::event::Event;
use crate::ids::UnitId;
use crate::person::Actor;
use crate::text_ref::{Evidence, TextRef};
use crate::time::{Limit, Moment};

/// 吹哨: a town calls units to a place at a time (北京市接诉即办工作条例 16).
/// What the units say of themselves, what the photos show and what the town
/// says afterwards stand beside one another (第三十三条 双考核).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "OrderWhistle")]
pub struct Whistle {
    /// The unit that called.
    pub unit: UnitId,
    /// By whom.
    pub by: Actor,
    /// Its part in the order.
    pub part: u16,
    /// Where they meet, in words.
    pub place: TextRef,
    /// Where they meet: millionths of a degree north and east (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<(i32, i32)>,
    /// When they meet.
    pub meet_at: Moment,
    /// What for.
    pub purpose: TextRef,
    /// Why these units: whose powers are needed.
    pub basis: TextRef,
    /// The units that were called.
    pub called: Vec<Called>,
    /// When it was blown.
    pub at: Moment,
    /// What came of it, in the town's words; none while it is open, or when
    /// the order ended before the town said anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<TextRef>,
    /// When it was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Moment>,
}

/// One unit that was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Called {
    /// The unit.
    pub unit: UnitId,
    /// 响应: it says whether it comes.
    pub acknowledge: Term,
    /// 反馈: it reports what it did, counted from the meeting.
    pub report: Term,
    /// Whether it said that it comes; none while it is silent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coming: Option<bool>,
    /// 到场.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrival: Option<Arrival>,
    /// What the town says of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
}

/// Something that a called unit owes by a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// How long it has.
    pub limit: Limit,
    /// Until when.
    pub due: Moment,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Moment>,
    /// Whether the moment passed before it was done.
    #[serde(default)]
    pub late: bool,
}

impl Term {
    /// Until when it is owed; none once it is done or was found late.
    fn next_mark(&self) -> Option<Moment> {
        (self.done.is_none() && !self.late).then_some(self.due)
    }
}

/// 到场: somebody of a called unit is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Arrival {
    /// When: the photo's own time where there is one.
    pub at: Moment,
    /// The photo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Where: the photo's own position where it has one, else what the phone
    /// said; millionths of a degree north and east (WGS 84).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<(i32, i32)>,
    /// How far from the place of the meeting, in metres; none when either
    /// position is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metres: Option<u32>,
    /// Whether that is near enough to count as being there, by the policy of
    /// the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<bool>,
}

/// What the town says of a unit that it called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attendance {
    /// The unit.
    pub unit: UnitId,
    /// Whether it came.
    pub came: bool,
    /// Whether it helped.
    pub helped: bool,
}

codes! {
    /// 报到环节: what a called unit owes.
    WhistleStep {
        /// 响应
        Acknowledge = "acknowledge",
        /// 到场
        Arrive = "arrive",
        /// 反馈
        Report = "report",
    }
}

impl Whistle {
    /// Whether it goes on.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// What passed unanswered by `now`, unit by unit.
    pub(crate) fn overdue(&self, now: Moment) -> Vec<(&UnitId, WhistleStep)> {
        let passed = |term: &Term| self.is_open() && term.next_mark().is_some_and(|due| due <= now);
        let of = |called: &Called| {
            let steps =
                [(WhistleStep::Acknowledge, &called.acknowledge), (WhistleStep::Report, &called.report)];
            steps.into_iter().filter(|(_, term)| passed(term)).map(|(step, _)| step).collect::<Vec<_>>()
        };
        self.called
            .iter()
            .flat_map(|called| of(called).into_iter().map(|step| (&called.unit, step)))
            .collect()
    }

    /// The moments at which silence is told.
    pub(crate) fn marks(&self) -> impl Iterator<Item = Moment> {
        let open = self.is_open();
        let terms = self.called.iter().flat_map(|called| [&called.acknowledge, &called.report]);
        terms.filter(move |_| open).filter_map(Term::next_mark)
    }

    fn with(&mut self, unit: &UnitId, change: impl FnOnce(&mut Called)) {
        if let Some(called) = self.called.iter_mut().find(|called| &called.unit == unit) {
            change(called);
        }
    }
}

impl Order {
    /// A whistle by its number, counted from 1.
    pub fn whistle(&self, no: u16) -> Option<&Whistle> {
        self.whistles.get(usize::from(no).checked_sub(1)?)
    }

    pub(super) fn apply_whistle(&mut self, event: &Event, stamp: &Stamp) {
        match event {
            Event::Whistled { whistle } => self.whistles.push((**whistle).clone()),
            Event::WhistleAcknowledged { whistle, unit, coming, .. } => {
                self.with_called(*whistle, unit, |called| {
                    called.coming = Some(*coming);
                    called.acknowledge.done.get_or_insert(stamp.at);
                });
            }
            // Who is there, or has done it, need not say any more that it comes.
            Event::Arrived { whistle, unit, arrival } => self.with_called(*whistle, unit, |called| {
                called.acknowledge.done.get_or_insert(stamp.at);
                called.arrival = Some(arrival.clone());
            }),
            Event::WhistleReported { whistle, unit, .. } => self.with_called(*whistle, unit, |called| {
                called.acknowledge.done.get_or_insert(stamp.at);
                called.report.done = Some(stamp.at);
            }),
            Event::WhistleLate { whistle, unit, step } => {
                self.with_called(*whistle, unit, |called| match step {
                    WhistleStep::Report => called.report.late = true,
                    _ => called.acknowledge.late = true,
                });
            }
            Event::WhistleClosed { whistle, attendance, result } => {
                for said in attendance {
                    self.with_called(*whistle, &said.unit, |called| called.attendance = Some(said.clone()));
                }
                let index = usize::from(*whistle).wrapping_sub(1);
                if let Some(whistle) = self.whistles.get_mut(index) {
                    whistle.result = Some(result.clone());
                    whistle.ended = Some(stamp.at);
                }
            }
            _ => self.apply_asking(event, stamp),
        }
    }

    fn with_called(&mut self, no: u16, unit: &UnitId, change: impl FnOnce(&mut Called)) {
        if let Some(whistle) = self.whistles.get_mut(usize::from(no).wrapping_sub(1)) {
            whistle.with(unit, change);
        }
    }
}
