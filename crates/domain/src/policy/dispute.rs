//! 争议与职责认定: what the policy says of how a quarrel is settled.

use serde::{Deserialize, Serialize};

use super::{Ruled, Within};
use crate::order::{BasisKind, DisputeStep, PanelSeat};
use crate::time::Limit;

/// 争议处理规则.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DisputeRule {
    /// 职责陈述: how soon each unit concerned says what it claims.
    pub statement: Within,
    /// 书面研判.
    pub desk: Within,
    /// 会商.
    pub consultation: Within,
    /// 职责认定.
    pub panel: Within,
    /// 指定.
    pub designation: Within,
    /// What a claim may rest on.
    pub bases: Ruled<Vec<BasisKind>>,
    /// The seats of the panel.
    pub seats: Ruled<Vec<PanelSeat>>,
    /// How many written opinions a ruling of the panel needs.
    pub quorum: Ruled<u16>,
    /// 文号: `{year}` and `{no}` stand for the year and the number in it.
    pub number: Ruled<String>,
    /// 执行: how soon the designated unit begins.
    pub execution: Within,
    /// 异议: how soon a unit concerned may object.
    pub objection: Within,
    /// 复审: how long a ruling with a general effect holds before it is looked at again.
    pub review: Within,
    /// 监管空白: from how many rulings in a quarter on one matter is reported.
    pub blank: Ruled<u16>,
}

impl DisputeRule {
    /// How long a step takes.
    pub fn step(&self, step: DisputeStep) -> &Within {
        match step {
            DisputeStep::Desk => &self.desk,
            DisputeStep::Consultation => &self.consultation,
            DisputeStep::Panel => &self.panel,
            DisputeStep::Designation => &self.designation,
        }
    }

    /// The number that cannot hold, and why.
    pub(super) fn contradiction(&self) -> Option<(&'static str, String)> {
        let waits = [
            ("statement", &self.statement),
            ("desk", &self.desk),
            ("consultation", &self.consultation),
            ("panel", &self.panel),
            ("designation", &self.designation),
            ("execution", &self.execution),
            ("objection", &self.objection),
            ("review", &self.review),
        ];
        let endless = waits.into_iter().find(|(_, wait)| wait.within == Limit::ByLaw);
        if let Some((name, _)) = endless {
            return Some((name, "must be a time: nobody would ever be late".to_owned()));
        }
        let seats = self.seats.value.len();
        if usize::from(self.quorum.value) > seats || self.quorum.value == 0 {
            return Some(("quorum", format!("must lie between 1 and the {seats} seats of the panel")));
        }
        let number = &self.number.value;
        let numbered = number.contains("{no}") && number.contains("{year}");
        (!numbered).then(|| ("number", "must name {year} and {no}: two rulings never share one".to_owned()))
    }
}
