//! 职责认定指标: how quickly an owner is found, and whether it stays found. Each
//! with its formula, in one place (section 3.4 of the platform's book of metrics).

use crate::codes::codes;

codes! {
    /// 职责认定指标.
    ResponsibilityMeasure {
        /// 找主时长中位数（小时）
        OwnerMedianHours = "owner_p50_hours",
        /// 找主时长九成位（小时）
        OwnerNinthHours = "owner_p90_hours",
        /// 改派次数/单
        BouncesPerOrder = "bounces_per_order",
        /// 首派准确率
        FirstDispatchAccuracy = "first_dispatch_accuracy",
        /// 退单不成立率
        UnfoundedReturnRate = "unfounded_return_rate",
        /// 争议率
        DisputeRate = "dispute_rate",
        /// 认定平均时长（小时）
        RulingHours = "ruling_hours",
        /// 认定按时率
        RulingOnTimeRate = "ruling_on_time_rate",
        /// 认定执行率
        ExecutionRate = "execution_rate",
        /// 认定异议率
        ObjectionRate = "objection_rate",
        /// 异议改判率
        UpheldRate = "upheld_rate",
        /// 同类争议复发率
        RecurrenceRate = "recurrence_rate",
        /// 规则沉淀率
        RulesMadeRate = "rules_made_rate",
        /// 监管空白事项数
        BlankAreas = "blank_areas",
    }
}

impl ResponsibilityMeasure {
    /// The formula, as it is published beside the figure.
    pub fn formula(self) -> &'static str {
        match self {
            Self::OwnerMedianHours => {
                "期内登记且已找到责任单位的工单，登记至最终主办单位签收的自然小时数，取中位数"
            }
            Self::OwnerNinthHours => "同上，取九成位",
            Self::BouncesPerOrder => "（期内登记工单的主办分单数－已派出工单数）÷已派出工单数",
            Self::FirstDispatchAccuracy => "1－（退单数－退单被驳回数）÷派出数",
            Self::UnfoundedReturnRate => "退单被驳回数÷退单数",
            Self::DisputeRate => "争议数÷派出数",
            Self::RulingHours => "期内提出且已认定的争议，提出至认定的自然小时数，取平均",
            Self::RulingOnTimeRate => "未超过争议总时限的认定数÷认定数",
            Self::ExecutionRate => "被指定单位已开始办理的认定数÷认定数",
            Self::ObjectionRate => "被提出异议的认定数÷认定数",
            Self::UpheldRate => "异议成立数÷异议数",
            Self::RecurrenceRate => "提出时同一事项已有有效认定的争议数÷争议数",
            Self::RulesMadeRate => "已写入派单目录的类案认定数÷类案认定数",
            Self::BlankAreas => "期内认定次数达到政策所定次数的事项数",
        }
    }
}

/// What the figures are made from, of one period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Minutes until the owner was found, rising.
    pub minutes_to_owner: Vec<i64>,
    /// Orders that had a lead unit, and lead parts in all.
    pub dispatched: (u64, u64),
    /// Dispatches, returns, and returns that were rejected, in the period.
    pub sent: u64,
    /// Returns.
    pub returned: u64,
    /// Returns that were rejected.
    pub rejected: u64,
    /// Disputes opened.
    pub disputes: u64,
    /// Of these, those for which a ruling was in force already.
    pub recurred: u64,
    /// Minutes from opening to ruling, of those that were ruled on.
    pub ruled_minutes: Vec<i64>,
    /// Rulings made in time.
    pub on_time: u64,
    /// Rulings whose unit has begun.
    pub executed: u64,
    /// Rulings that were objected to.
    pub objected: u64,
    /// Objections, and those that were upheld.
    pub objections: u64,
    /// Objections that were upheld.
    pub upheld: u64,
    /// Rulings that hold for more than their order.
    pub general: u64,
    /// Of these, those that became an entry of the directory.
    pub entries: u64,
    /// Matters that were ruled on as often as the policy calls a blank.
    pub blanks: u64,
}

/// A figure with what it was made from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// Which.
    pub what: ResponsibilityMeasure,
    /// Its value; none when there was nothing to make it from.
    pub value: Option<f64>,
    /// From how many.
    pub n: u64,
}

impl Tally {
    /// Every measure.
    pub fn measures(&self) -> Vec<Measured> {
        ResponsibilityMeasure::ALL.iter().map(|what| self.measure(*what)).collect()
    }

    fn measure(&self, what: ResponsibilityMeasure) -> Measured {
        use ResponsibilityMeasure::*;
        let ruled = self.ruled_minutes.len() as u64;
        let found = self.minutes_to_owner.len() as u64;
        let (orders, leads) = self.dispatched;
        let (value, n) = match what {
            OwnerMedianHours => (percentile(&self.minutes_to_owner, 50), found),
            OwnerNinthHours => (percentile(&self.minutes_to_owner, 90), found),
            BouncesPerOrder => (share(leads.saturating_sub(orders), orders), orders),
            FirstDispatchAccuracy => {
                let founded = self.returned.saturating_sub(self.rejected);
                (share(founded, self.sent).map(|wrong| 1.0 - wrong), self.sent)
            }
            UnfoundedReturnRate => (share(self.rejected, self.returned), self.returned),
            DisputeRate => (share(self.disputes, self.sent), self.sent),
            RulingHours => {
                let sum: i64 = self.ruled_minutes.iter().sum();
                ((ruled > 0).then(|| sum as f64 / ruled as f64 / 60.0), ruled)
            }
            RulingOnTimeRate => (share(self.on_time, ruled), ruled),
            ExecutionRate => (share(self.executed, ruled), ruled),
            ObjectionRate => (share(self.objected, ruled), ruled),
            UpheldRate => (share(self.upheld, self.objections), self.objections),
            RecurrenceRate => (share(self.recurred, self.disputes), self.disputes),
            RulesMadeRate => (share(self.entries, self.general), self.general),
            BlankAreas => (Some(self.blanks as f64), ruled),
        };
        Measured { what, value, n }
    }
}

/// The value of rising minutes at a percentile, in hours.
pub fn percentile(minutes: &[i64], percent: usize) -> Option<f64> {
    let last = minutes.len().checked_sub(1)?;
    Some(minutes[last * percent / 100] as f64 / 60.0)
}

fn share(n: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| n as f64 / of as f64)
}
