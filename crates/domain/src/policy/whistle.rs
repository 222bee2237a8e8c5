//! 吹哨报到、征询意见: what the policy says of units that call or ask others.

use serde::{Deserialize, Serialize};

use super::{Ruled, Within};
use crate::codes::UnitKind;
use crate::time::Limit;

/// 吹哨报到规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhistleRule {
    /// Which kinds of units call.
    pub from: Ruled<Vec<UnitKind>>,
    /// Which kinds of units can be called.
    pub units: Ruled<Vec<UnitKind>>,
    /// How many units one whistle calls at most.
    pub most_units: Ruled<u16>,
    /// How many whistles of one unit go on at a time, on one order.
    pub most_open: Ruled<u16>,
    /// How far ahead the meeting may lie.
    pub ahead: Within,
    /// 响应: how soon a called unit says whether it comes.
    pub acknowledge: Within,
    /// 反馈: how soon after the meeting it reports.
    pub report: Within,
    /// How far from the place still counts as there, in metres.
    pub near_metres: Ruled<u32>,
}

impl WhistleRule {
    /// The number that cannot hold, and why.
    pub(super) fn contradiction(&self) -> Option<(&'static str, String)> {
        let waits = [("ahead", &self.ahead), ("acknowledge", &self.acknowledge), ("report", &self.report)];
        let endless = waits.into_iter().find(|(_, wait)| wait.within == Limit::ByLaw);
        if let Some((name, _)) = endless {
            return Some((name, "must be a time: nobody would ever be late".to_owned()));
        }
        let counts = [("most_units", self.most_units.value), ("most_open", self.most_open.value)];
        let none = counts.into_iter().find(|(_, most)| *most == 0)?;
        Some((none.0, "must be at least 1; to have no whistles, name no units in `from`".to_owned()))
    }
}

/// 征询意见规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionRule {
    /// Until when an answer is hoped for.
    pub within: Within,
    /// How many questions of one part are open at a time.
    pub most_open: Ruled<u16>,
}
