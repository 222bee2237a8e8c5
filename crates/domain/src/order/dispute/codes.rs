//! The lists that a dispute draws from.

use crate::codes::codes;

codes! {
    /// 争议处理环节, in the order in which they are taken.
    DisputeStep {
        /// 书面研判
        Desk = "desk",
        /// 会商
        Consultation = "consultation",
        /// 职责认定
        Panel = "panel",
        /// 指定
        Designation = "designation",
    }
}

impl DisputeStep {
    /// The step after this one; none after the last.
    pub fn next(self) -> Option<DisputeStep> {
        DisputeStep::ALL.get(self as usize + 1).copied()
    }
}

codes! {
    /// 争议来由: how a dispute came to be opened.
    DisputeCause {
        /// 多次退单
        Returns = "returns",
        /// 退单转争议
        Referred = "referred",
        /// 人工提出
        ByHand = "by_hand",
        /// 退单驳回经复核撤销
        Review = "review",
        /// 认定异议成立
        Objection = "objection",
    }
}

codes! {
    /// 跳过环节的理由: the only reasons for which a step, or the hearing of a unit, may be left out.
    SkipReason {
        /// 情况紧急
        Urgent = "urgent",
        /// 已有同类认定
        Precedent = "precedent",
        /// 各方同意
        AllAgree = "all_agree",
        /// 超出本级权限
        BeyondPowers = "beyond_powers",
        /// 上级要求
        Instructed = "instructed",
    }
}

codes! {
    /// 依据种类: what a unit's claim may rest on. Which of them count, the policy says.
    BasisKind {
        /// 法律法规
        Law = "law",
        /// 三定规定
        Duties = "duties",
        /// 党委、政府文件
        Document = "document",
        /// 权责清单
        PowerList = "power_list",
        /// 镇街履职事项清单
        TownList = "town_list",
        /// 权属证明
        Ownership = "ownership",
        /// 会商纪要、以往认定
        Precedent = "precedent",
        /// 部门规章、一般规范性文件
        DepartmentRule = "department_rule",
        /// 临时任务
        Task = "task",
    }
}

codes! {
    /// 单位主张: what a unit says of its own duty.
    Claim {
        /// 不属本单位职责
        NotOurs = "not_ours",
        /// 属本单位职责
        Ours = "ours",
        /// 属共同职责
        Shared = "shared",
    }
}

codes! {
    /// 职责认定席位.
    PanelSeat {
        /// 热线工作机构
        Hotline = "hotline",
        /// 机构编制部门
        Establishment = "establishment",
        /// 司法行政部门
        Justice = "justice",
        /// 法律顾问
        LegalAdviser = "legal_adviser",
        /// 业务主管部门
        Ministry = "ministry",
        /// 政府办公室
        GovernmentOffice = "government_office",
    }
}

codes! {
    /// 认定效力.
    RulingEffect {
        /// 个案指定
        ThisOrder = "this_order",
        /// 类案规则
        AllSuch = "all_such",
        /// 临时牵头
        TemporaryLead = "temporary_lead",
        /// 轮值兜底
        Rotation = "rotation",
        /// 联合办理
        Joint = "joint",
    }
}
