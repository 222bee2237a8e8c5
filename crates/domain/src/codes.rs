//! The code lists of the field: every list that an order's form, an act or a
//! reason draws from. Each code has a stable text form that is used in the
//! journal, in the store, on the wire and in data files alike.

/// Declares a list of codes: an enum with its stable text form, the list of
/// all of them, and reading and writing as text.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)+ }) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        $(#[$doc])*
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The stable text form.
            pub fn code(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text {
                    $($text => Ok($name::$variant),)+
                    _ => Err($crate::codes::UnknownCode { list: stringify!($name), code: text.to_owned() }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
pub(crate) use codes;

/// A text that is not in the list of codes it was looked up in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{code}` is not a known {list}")]
pub struct UnknownCode {
    /// The list, by its English name.
    pub list: &'static str,
    /// The text that was not found.
    pub code: String,
}

codes! {
    /// 诉求渠道: how an appeal came in. The position in the list is the
    /// two-digit code of the field (01 to 24, then 99).
    Channel {
        /// 电话呼入
        Phone = "phone",
        /// 漏接回拨
        MissedCall = "missed_call",
        /// 短信
        Sms = "sms",
        /// 网站、市长信箱
        Website = "website",
        /// 微信公众号、小程序
        Wechat = "wechat",
        /// 政务 App
        App = "app",
        /// 微博、抖音等新媒体
        Social = "social",
        /// 随手拍
        Snapshot = "snapshot",
        /// 在线客服
        Chat = "chat",
        /// 领导留言板
        LeaderBoard = "leader_board",
        /// 国务院“互联网+督查”
        StateCouncil = "state_council",
        /// 省平台转派
        Province = "province",
        /// 110、119、120、122 转入
        Emergency = "emergency",
        /// 部门专线转入
        Line = "line",
        /// 信访转入
        Petition = "petition",
        /// 办不成事窗口、好差评
        Window = "window",
        /// 领导批示、领导接听日
        Leader = "leader",
        /// 人大代表、政协委员、媒体
        Deputy = "deputy",
        /// 网格员、巡查上报
        Grid = "grid",
        /// 网络监测线索
        NetLead = "net_lead",
        /// 传真、来信、来访
        Letter = "letter",
        /// 企业专席
        Enterprise = "enterprise",
        /// 政务服务大厅
        Hall = "hall",
        /// 视频手语
        SignVideo = "sign_video",
        /// 其他
        Other = "other",
    }
}

impl Channel {
    /// The two digits that stand for the channel in an order number.
    pub fn digits(self) -> u8 {
        match self {
            Channel::Other => 99,
            listed => 1 + listed as u8,
        }
    }
}

codes! {
    /// 诉求类型 (DB12/T 1438 names the first six).
    Kind {
        /// 咨询
        Consultation = "consultation",
        /// 求助
        Help = "help",
        /// 投诉
        Complaint = "complaint",
        /// 举报
        Report = "report",
        /// 建议
        Suggestion = "suggestion",
        /// 表扬、感谢
        Praise = "praise",
        /// 其他、无效
        Other = "other",
    }
}

codes! {
    /// 紧急程度 L1 to L7: which row of the policy's limits holds.
    Level {
        /// L1 特急
        Critical = "critical",
        /// L2 紧急
        Urgent = "urgent",
        /// L3 咨询
        Inquiry = "inquiry",
        /// L4 一般
        Ordinary = "ordinary",
        /// L5 复杂
        Complex = "complex",
        /// L6 法定程序
        Statutory = "statutory",
        /// L7 长周期
        LongTerm = "long_term",
    }
}

impl Level {
    /// Whether life, property or supply is at stake, so that the first
    /// receiver acts before it quarrels.
    pub fn is_urgent(self) -> bool {
        self <= Level::Urgent
    }
}

codes! {
    /// 敏感、风险标记. They raise attention and are never taken away by a
    /// machine.
    Sensitivity {
        /// 涉稳
        Stability = "stability",
        /// 涉险
        Danger = "danger",
        /// 舆情
        PublicOpinion = "public_opinion",
        /// 涉未成年人
        Minors = "minors",
        /// 自伤自杀
        SelfHarm = "self_harm",
        /// 领导批示、媒体、代表委员
        Instructed = "instructed",
    }
}

codes! {
    /// 是否保密: from whom the citizen's identity is kept.
    Confidentiality {
        /// 不保密
        Open = "open",
        /// 对被诉方保密
        FromAccused = "from_accused",
        /// 对承办单位保密
        FromUnits = "from_units",
    }
}

codes! {
    /// 不予受理原因 R01 to R12: the union of the lists in the statutes.
    Unacceptable {
        /// R01 须通过诉讼、仲裁、纪检监察、行政复议、政府信息公开等程序
        LegalProcedure = "R01",
        /// R02 已进入信访渠道或信访已终结
        Petition = "R02",
        /// R03 涉及国家秘密、商业秘密、个人隐私
        Secret = "R03",
        /// R04 违反法律法规、违背公序良俗
        Unlawful = "R04",
        /// R05 正在办理或已办结，无新情况新理由
        SameMatter = "R05",
        /// R06 承办单位已依法处理且结论合法合理
        LawfullyHandled = "R06",
        /// R07 不属政府职责的机关和组织
        OtherBody = "R07",
        /// R08 内容不具体、无法核实，拒绝补充
        TooVague = "R08",
        /// R09 超出政府职责，由市场、社会解决
        BeyondGovernment = "R09",
        /// R10 恶意骚扰、攻击、扰乱
        Harassment = "R10",
        /// R11 不属本行政区域
        OtherArea = "R11",
        /// R12 其他
        Other = "R12",
    }
}

codes! {
    /// 法定途径: where a refused citizen can lawfully turn.
    Route {
        /// 诉讼
        Court = "court",
        /// 仲裁
        Arbitration = "arbitration",
        /// 行政复议
        Reconsideration = "reconsideration",
        /// 纪检监察
        Discipline = "discipline",
        /// 政府信息公开申请
        Disclosure = "disclosure",
        /// 信访
        PetitionOffice = "petition_office",
        /// 公安机关
        Police = "police",
        /// 有关机关、组织
        CompetentBody = "competent_body",
        /// 其他地区热线
        OtherHotline = "other_hotline",
        /// 市场、社会途径
        Market = "market",
        /// 查询原办理结果
        EarlierResult = "earlier_result",
        /// 补充内容后再次提出
        AppealAgain = "appeal_again",
    }
}

impl Unacceptable {
    /// The lawful routes that can be told with this reason. A refusal that
    /// names another one would send the citizen astray.
    pub fn routes(self) -> &'static [Route] {
        use Route::*;
        match self {
            Self::LegalProcedure => &[Court, Arbitration, Reconsideration, Discipline, Disclosure],
            Self::Petition => &[PetitionOffice],
            Self::Secret => &[CompetentBody, Police, Disclosure],
            Self::Unlawful => &[Police, Court, CompetentBody],
            Self::SameMatter | Self::LawfullyHandled => {
                &[EarlierResult, Reconsideration, Court, PetitionOffice]
            }
            Self::OtherBody => &[CompetentBody, Discipline, Court],
            Self::TooVague => &[AppealAgain],
            Self::BeyondGovernment => &[Market, Court, Arbitration],
            Self::Harassment => &[Police],
            Self::OtherArea => &[OtherHotline],
            Self::Other => Route::ALL,
        }
    }
}

codes! {
    /// 紧急与公用事业专线 to which a call is handed at once.
    #[schemars(rename = "EmergencyLine")]
    Line {
        /// 110
        Police = "110",
        /// 119
        Fire = "119",
        /// 120
        Ambulance = "120",
        /// 122
        Traffic = "122",
        /// 供水
        Water = "water",
        /// 供电
        Power = "power",
        /// 供气
        Gas = "gas",
        /// 供热
        Heat = "heat",
    }
}

codes! {
    /// 关联工单种类.
    LinkKind {
        /// 重复于
        DuplicateOf = "duplicate_of",
        /// 并入
        MergedInto = "merged_into",
        /// 后续于
        FollowUpOf = "follow_up_of",
        /// 拆分自
        SplitFrom = "split_from",
        /// 拆分出
        SplitInto = "split_into",
        /// 复发于
        RecurrenceOf = "recurrence_of",
        /// 外部编号
        External = "external",
    }
}

codes! {
    /// 派单方式.
    Manner {
        /// 直派
        Direct = "direct",
        /// 区县统筹
        ThroughDistrict = "through_district",
        /// 会商后派
        AfterConsultation = "after_consultation",
        /// 指定
        Designated = "designated",
    }
}

codes! {
    /// 主办、协办.
    Duty {
        /// 主办: answers for the order
        Lead = "lead",
        /// 协办: does a named part of it
        Assist = "assist",
    }
}

codes! {
    /// 退单原因 01 to 11.
    ReturnReason {
        /// 01 属地不符
        WrongPlace = "wrong_place",
        /// 02 职能不符
        WrongDuty = "wrong_duty",
        /// 03 权属不清、未移交
        OwnershipUnclear = "ownership_unclear",
        /// 04 职能交叉
        DutiesOverlap = "duties_overlap",
        /// 05 内容不清需补充
        ContentUnclear = "content_unclear",
        /// 06 重复工单
        Duplicate = "duplicate",
        /// 07 不属受理范围
        NotAcceptable = "not_acceptable",
        /// 08 已进入法定程序
        InLegalProcedure = "in_legal_procedure",
        /// 09 级别不符
        WrongLevel = "wrong_level",
        /// 10 诉求人撤回
        Withdrawn = "withdrawn",
        /// 11 其他
        Other = "other",
    }
}

codes! {
    /// 首次联系方式.
    ContactWay {
        /// 平台电话
        Call = "call",
        /// 上门
        Visit = "visit",
        /// 短信、站内信
        Message = "message",
    }
}

codes! {
    /// 佐证种类.
    EvidenceKind {
        /// 照片
        Photo = "photo",
        /// 录音
        Recording = "recording",
        /// 文件
        Document = "document",
        /// 过程记录
        Record = "record",
    }
}

codes! {
    /// 挂起原因: the only lawful reasons to stop a clock.
    PauseReason {
        /// 等待诉求人补充
        AwaitCitizen = "await_citizen",
        /// 法定鉴定、检测
        Appraisal = "appraisal",
        /// 司法程序
        Judicial = "judicial",
        /// 不可抗力
        ForceMajeure = "force_majeure",
    }
}

codes! {
    /// 办结类型: the unit's conclusion, the first of the two axes.
    Conclusion {
        /// 01 已解决
        Solved = "solved",
        /// 02 部分解决
        PartlySolved = "partly_solved",
        /// 03 已答复
        Answered = "answered",
        /// 04 解释说明
        Explained = "explained",
        /// 05 列入计划
        Planned = "planned",
        /// 06 暂无法解决
        CannotYet = "cannot_yet",
        /// 07 引导法定途径
        LegalRoute = "legal_route",
    }
}

impl Conclusion {
    /// Whether the unit claims that something was done on the ground, which
    /// it then has to show.
    pub fn claims_work(self) -> bool {
        matches!(self, Self::Solved | Self::PartlySolved)
    }

    /// Whether it rests on law or policy, which it then has to name.
    pub fn rests_on_rules(self) -> bool {
        matches!(self, Self::Answered | Self::Explained | Self::LegalRoute)
    }
}

codes! {
    /// 回复审核驳回原因.
    ReplyFault {
        /// 未逐项回应诉求
        DemandUnanswered = "demand_unanswered",
        /// 事实要素缺失
        FactsMissing = "facts_missing",
        /// 无依据
        NoBasis = "no_basis",
        /// 未联系诉求人
        NotContacted = "not_contacted",
        /// 无佐证
        NoEvidence = "no_evidence",
        /// 办结类型与内容不符
        ConclusionMismatch = "conclusion_mismatch",
        /// 模板化
        Copied = "copied",
        /// 推诿
        PushedAway = "pushed_away",
        /// 未签发
        NotSignedOff = "not_signed_off",
        /// 泄露信息
        Discloses = "discloses",
    }
}

codes! {
    /// 回访结果.
    CallOutcome {
        /// 成功
        Reached = "reached",
        /// 无人接
        NoAnswer = "no_answer",
        /// 拒访
        Declined = "declined",
        /// 空号
        WrongNumber = "wrong_number",
        /// 停机
        OutOfService = "out_of_service",
        /// 非本人
        NotCitizen = "not_citizen",
        /// 不便
        Inconvenient = "inconvenient",
    }
}

impl CallOutcome {
    /// Whether another attempt is pointless, whatever the budget.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Reached | Self::Declined | Self::WrongNumber)
    }
}

codes! {
    /// 解决情况: the citizen's word, the second of the two axes.
    Solved {
        /// 已解决
        Yes = "yes",
        /// 部分解决
        Partly = "partly",
        /// 未解决
        No = "no",
    }
}

codes! {
    /// 满意度, five steps.
    Satisfaction {
        /// 很不满意
        VeryBad = "very_bad",
        /// 不满意
        Bad = "bad",
        /// 基本满意
        Fair = "fair",
        /// 满意
        Good = "good",
        /// 很满意
        VeryGood = "very_good",
    }
}

codes! {
    /// 不满意原因.
    Grievance {
        /// 未联系
        NotContacted = "not_contacted",
        /// 未解决
        NotSolved = "not_solved",
        /// 拖延
        Slow = "slow",
        /// 态度差
        Rude = "rude",
        /// 回复不实
        Untrue = "untrue",
        /// 对政策不满
        Policy = "policy",
        /// 其他
        Other = "other",
    }
}

codes! {
    /// 未解决而办结的原因.
    Unresolved {
        /// 客观条件所限
        Objective = "objective",
        /// 诉求无法律政策依据
        Unreasonable = "unreasonable",
        /// 重办次数已尽
        RedoExhausted = "redo_exhausted",
        /// 多次联系不上
        Unreachable = "unreachable",
    }
}

codes! {
    /// 终止办理原因.
    TerminationReason {
        /// 诉求人不配合
        NoCooperation = "no_cooperation",
        /// 办理中发现不应受理
        NotAcceptable = "not_acceptable",
        /// 事项已灭失
        MatterGone = "matter_gone",
    }
}

codes! {
    /// 剔除原因.
    ExclusionReason {
        /// 违法违规诉求
        Unlawful = "unlawful",
        /// 超出职责
        BeyondDuty = "beyond_duty",
        /// 已进入法定途径
        LegalRoute = "legal_route",
        /// 恶意骚扰
        Harassment = "harassment",
        /// 事实不符
        Untrue = "untrue",
        /// 诉求人不配合
        NoCooperation = "no_cooperation",
        /// 同一事实重复
        Repeated = "repeated",
        /// 无依据且已充分解释
        NoGrounds = "no_grounds",
    }
}

codes! {
    /// 申诉复核对象: which decision is asked to be looked at again.
    ReviewSubject {
        /// 不予受理（诉求人）
        Refusal = "refusal",
        /// 办结（诉求人）
        Closure = "closure",
        /// 并单（诉求人）
        Merge = "merge",
        /// 剔除（诉求人）
        Exclusion = "exclusion",
        /// 差评（单位）
        Rating = "rating",
        /// 退单驳回（单位）
        ReturnRejected = "return_rejected",
        /// 超时（单位）
        Lateness = "lateness",
        /// 剔除驳回（单位）
        ExclusionRejected = "exclusion_rejected",
    }
}

impl ReviewSubject {
    /// Whether it is the citizen (and not the unit) who may ask.
    pub fn is_citizens(self) -> bool {
        self <= ReviewSubject::Exclusion
    }
}

codes! {
    /// 督办阶梯, rising.
    Supervision {
        /// 督办单
        Written = "written",
        /// 现场督办
        OnSite = "on_site",
        /// 专项、挂牌督办
        Special = "special",
        /// 约谈
        Interview = "interview",
        /// 通报
        Notice = "notice",
        /// 提级办理
        Escalation = "escalation",
        /// 移送纪检线索
        Discipline = "discipline",
    }
}

codes! {
    /// 工单时钟: the clocks of an order.
    ClockKind {
        /// ① 分办时长: registered until first dispatched
        Triage = "triage",
        /// ② 找主时长: registered until the finally responsible unit signs; never paused
        Owner = "owner",
        /// ③ 签收
        Sign = "sign",
        /// ④ 首次联系
        Contact = "contact",
        /// ⑤ 办理
        Handling = "handling",
        /// ⑥ 诉求人感受总时长: natural time, never paused
        Citizen = "citizen",
        /// ⑦ 争议: objection until ruling
        Dispute = "dispute",
        /// ⑧ 回访
        Callback = "callback",
        /// ⑨ 争议环节: how long a dispute stands at one step
        DisputeStep = "dispute_step",
        /// ⑩ 认定执行: ruling until the designated unit begins
        Execution = "execution",
    }
}

codes! {
    /// 单位种类.
    UnitKind {
        /// 政府
        Government = "government",
        /// 热线机构
        Hotline = "hotline",
        /// 市直部门
        Department = "department",
        /// 区县
        District = "district",
        /// 区县部门
        DistrictDepartment = "district_department",
        /// 镇街
        Town = "town",
        /// 村居、网格
        Village = "village",
        /// 公用事业单位
        Utility = "utility",
    }
}

codes! {
    /// 角色: who performs an act (section 2.1 of the life of an order).
    Role {
        /// 诉求人
        Citizen = "citizen",
        /// 话务员、受理员
        Operator = "operator",
        /// 班长
        ShiftLeader = "shift_leader",
        /// 派单员
        Dispatcher = "dispatcher",
        /// 区县协调员
        Coordinator = "coordinator",
        /// 承办人、承办单位联络员
        Handler = "handler",
        /// 回复审核员
        ReplyReviewer = "reply_reviewer",
        /// 回访员
        CallerBack = "caller_back",
        /// 督办员
        Supervisor = "supervisor",
        /// 职责认定人员
        Adjudicator = "adjudicator",
        /// 知识采编
        KnowledgeEditor = "knowledge_editor",
        /// 领导
        Leader = "leader",
        /// 管理员
        Administrator = "administrator",
        /// 审计、保密
        Auditor = "auditor",
        /// 系统
        System = "system",
    }
}
