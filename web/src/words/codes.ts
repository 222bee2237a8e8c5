/** The words of every code that the server uses; a new code fails the type check here. */
import type * as T from "../api/types";
import { bilingual } from ".";

export const roles = bilingual<Record<T.Role, string>>(
  {
    citizen: "诉求人",
    operator: "话务员",
    shift_leader: "班长",
    dispatcher: "派单员",
    coordinator: "协调员",
    handler: "承办人",
    reply_reviewer: "回复审核员",
    caller_back: "回访员",
    supervisor: "督办员",
    adjudicator: "职责认定人员",
    knowledge_editor: "知识采编员",
    leader: "领导",
    administrator: "管理员",
    auditor: "审计员",
    system: "系统",
  },
  {
    citizen: "citizen",
    operator: "operator",
    shift_leader: "shift leader",
    dispatcher: "dispatcher",
    coordinator: "coordinator",
    handler: "handler",
    reply_reviewer: "reply reviewer",
    caller_back: "caller-back",
    supervisor: "supervisor",
    adjudicator: "adjudicator",
    knowledge_editor: "knowledge editor",
    leader: "leader",
    administrator: "administrator",
    auditor: "auditor",
    system: "system",
  },
);

export const stages = bilingual<Record<T.Stage, string>>(
  {
    registered: "待受理",
    awaiting_supplement: "待补充",
    accepted: "待派单",
    dispatched: "待签收",
    handling: "办理中",
    disputed: "职责认定中",
    replied: "待审核答复",
    callback: "待回访",
    deferred: "挂账",
    closed: "已办结",
    archived: "已归档",
  },
  {
    registered: "To accept",
    awaiting_supplement: "Waiting for the citizen",
    accepted: "To dispatch",
    dispatched: "To sign",
    handling: "Handling",
    disputed: "Duty disputed",
    replied: "Reply to review",
    callback: "To call back",
    deferred: "Deferred",
    closed: "Closed",
    archived: "Archived",
  },
);

export const kinds = bilingual<Record<T.Kind, string>>(
  {
    consultation: "咨询",
    help: "求助",
    complaint: "投诉",
    report: "举报",
    suggestion: "建议",
    praise: "表扬",
    other: "其他",
  },
  {
    consultation: "Question",
    help: "Help",
    complaint: "Complaint",
    report: "Report",
    suggestion: "Suggestion",
    praise: "Praise",
    other: "Other",
  },
);

export const levels = bilingual<Record<T.Level, string>>(
  {
    critical: "特急",
    urgent: "紧急",
    inquiry: "咨询",
    ordinary: "一般",
    complex: "复杂",
    statutory: "法定程序",
    long_term: "长周期",
  },
  {
    critical: "Critical",
    urgent: "Urgent",
    inquiry: "Inquiry",
    ordinary: "Ordinary",
    complex: "Complex",
    statutory: "Statutory",
    long_term: "Long-term",
  },
);

export const channels = bilingual<Record<T.Channel, string>>(
  {
    phone: "电话",
    missed_call: "漏接回拨",
    sms: "短信",
    website: "网站",
    wechat: "微信",
    app: "政务 App",
    social: "新媒体",
    snapshot: "随手拍",
    chat: "在线客服",
    leader_board: "领导留言板",
    state_council: "互联网+督查",
    province: "省平台",
    emergency: "紧急专线转入",
    line: "部门专线转入",
    petition: "信访转入",
    window: "办不成事窗口",
    leader: "领导批示",
    deputy: "代表委员、媒体",
    grid: "网格员上报",
    net_lead: "网络线索",
    letter: "来信来访",
    enterprise: "企业专席",
    hall: "政务大厅",
    sign_video: "视频手语",
    other: "其他",
  },
  {
    phone: "Telephone",
    missed_call: "Missed call",
    sms: "Text message",
    website: "Website",
    wechat: "WeChat",
    app: "City app",
    social: "Social media",
    snapshot: "Snapshot",
    chat: "Online chat",
    leader_board: "Message to the leader",
    state_council: "Internet + inspection",
    province: "Province",
    emergency: "From an emergency line",
    line: "From a department's line",
    petition: "From the petition office",
    window: "“Could not get it done” window",
    leader: "Leader's instruction",
    deputy: "Deputies, media",
    grid: "Grid worker",
    net_lead: "Lead from the net",
    letter: "Letter or visit",
    enterprise: "Business desk",
    hall: "Service hall",
    sign_video: "Sign language video",
    other: "Other",
  },
);

export const clocks = bilingual<Record<T.ClockKind, string>>(
  {
    triage: "分办",
    owner: "找到责任单位",
    sign: "签收",
    contact: "首次联系",
    handling: "办理",
    citizen: "诉求人等待",
    dispute: "职责认定",
    callback: "回访",
    dispute_step: "争议环节",
    execution: "认定执行",
  },
  {
    triage: "Triage",
    owner: "Finding the owner",
    sign: "Signing",
    contact: "First contact",
    handling: "Handling",
    citizen: "The citizen's wait",
    dispute: "Dispute",
    callback: "Callback",
    dispute_step: "Step of the dispute",
    execution: "Carrying out the ruling",
  },
);

export const partStates = bilingual<Record<T.PartState, string>>(
  { awaiting_sign: "待签收", handling: "办理中", done: "已办完", returned: "已退回", unfinished: "未办完" },
  {
    awaiting_sign: "To sign",
    handling: "Handling",
    done: "Done",
    returned: "Returned",
    unfinished: "Unfinished",
  },
);

export const duties = bilingual<Record<T.Duty, string>>(
  { lead: "主办", assist: "协办" },
  { lead: "Lead", assist: "Assist" },
);

export const manners = bilingual<Record<T.Manner, string>>(
  { direct: "直派", through_district: "区县统筹", after_consultation: "会商后派", designated: "指定" },
  {
    direct: "Directly",
    through_district: "Through the district",
    after_consultation: "After a consultation",
    designated: "Designated",
  },
);

export const returnReasons = bilingual<Record<T.ReturnReason, string>>(
  {
    wrong_place: "属地不符",
    wrong_duty: "职能不符",
    ownership_unclear: "权属不清",
    duties_overlap: "职能交叉",
    content_unclear: "内容不清",
    duplicate: "重复工单",
    not_acceptable: "不属受理范围",
    in_legal_procedure: "已进入法定程序",
    wrong_level: "级别不符",
    withdrawn: "诉求人撤回",
    other: "其他",
  },
  {
    wrong_place: "Not our area",
    wrong_duty: "Not our duty",
    ownership_unclear: "Ownership unclear",
    duties_overlap: "Duties overlap",
    content_unclear: "Content unclear",
    duplicate: "Duplicate",
    not_acceptable: "Not for the hotline",
    in_legal_procedure: "In a legal procedure",
    wrong_level: "Wrong level",
    withdrawn: "Withdrawn by the citizen",
    other: "Other",
  },
);

export const returnFates = bilingual<Record<T.ReturnFate, string>>(
  { open: "待审", approved: "同意退回", rejected: "驳回", disputed: "转为争议" },
  { open: "Open", approved: "Approved", rejected: "Rejected", disputed: "Became a dispute" },
);

export const returnVerdicts = bilingual<Record<T.ReturnVerdict, string>>(
  { approve: "同意退回", reject: "驳回，继续办理", dispute: "转为争议，由职责认定" },
  {
    approve: "Approve the return",
    reject: "Reject: the unit goes on",
    dispute: "Make it a dispute for a ruling",
  },
);

export const pauseReasons = bilingual<Record<T.PauseReason, string>>(
  {
    await_citizen: "等待诉求人补充",
    appraisal: "法定鉴定、检测",
    judicial: "司法程序",
    force_majeure: "不可抗力",
  },
  {
    await_citizen: "Waiting for the citizen",
    appraisal: "Statutory appraisal or test",
    judicial: "Judicial procedure",
    force_majeure: "Force majeure",
  },
);

export const conclusions = bilingual<Record<T.Conclusion, string>>(
  {
    solved: "已解决",
    partly_solved: "部分解决",
    answered: "已答复",
    explained: "解释说明",
    planned: "列入计划",
    cannot_yet: "暂无法解决",
    legal_route: "引导法定途径",
  },
  {
    solved: "Solved",
    partly_solved: "Partly solved",
    answered: "Answered",
    explained: "Explained",
    planned: "Planned",
    cannot_yet: "Cannot be solved yet",
    legal_route: "Shown the legal route",
  },
);

export const callOutcomes = bilingual<Record<T.CallOutcome, string>>(
  {
    reached: "已接通",
    no_answer: "无人接听",
    declined: "拒访",
    wrong_number: "空号",
    out_of_service: "停机",
    not_citizen: "非本人",
    inconvenient: "不便接听",
  },
  {
    reached: "Reached",
    no_answer: "No answer",
    declined: "Declined",
    wrong_number: "Wrong number",
    out_of_service: "Out of service",
    not_citizen: "Somebody else",
    inconvenient: "Not a good time",
  },
);

export const solved = bilingual<Record<T.Solved, string>>(
  { yes: "已解决", partly: "部分解决", no: "未解决" },
  { yes: "Solved", partly: "Partly solved", no: "Not solved" },
);

export const satisfactions = bilingual<Record<T.Satisfaction, string>>(
  { very_good: "很满意", good: "满意", fair: "基本满意", bad: "不满意", very_bad: "很不满意" },
  {
    very_good: "Very satisfied",
    good: "Satisfied",
    fair: "Fairly satisfied",
    bad: "Dissatisfied",
    very_bad: "Very dissatisfied",
  },
);

export const grievances = bilingual<Record<T.Grievance, string>>(
  {
    not_contacted: "没有联系过",
    not_solved: "没有解决",
    slow: "太慢",
    rude: "态度不好",
    untrue: "答复不实",
    policy: "对政策不满",
    other: "其他",
  },
  {
    not_contacted: "Nobody got in touch",
    not_solved: "Not solved",
    slow: "Too slow",
    rude: "Rude",
    untrue: "The reply is not true",
    policy: "Unhappy with the policy",
    other: "Other",
  },
);

export const unacceptables = bilingual<Record<T.Unacceptable, string>>(
  {
    R01: "须通过诉讼、仲裁、纪检监察、行政复议、政府信息公开等程序",
    R02: "已进入信访渠道或信访已终结",
    R03: "涉及国家秘密、商业秘密、个人隐私",
    R04: "违反法律法规、违背公序良俗",
    R05: "正在办理或已办结，无新情况新理由",
    R06: "承办单位已依法处理且结论合法合理",
    R07: "不属政府职责的机关和组织",
    R08: "内容不具体、无法核实，拒绝补充",
    R09: "超出政府职责，由市场、社会解决",
    R10: "恶意骚扰、攻击、扰乱",
    R11: "不属本行政区域",
    R12: "其他",
  },
  {
    R01: "For litigation, arbitration, discipline, reconsideration or disclosure",
    R02: "In the petition system, or ended there",
    R03: "State or business secrets, private life",
    R04: "Against the law or public morals",
    R05: "In hand or closed already, with nothing new",
    R06: "Dealt with lawfully and soundly by the unit",
    R07: "A body outside the government's duties",
    R08: "Too vague to be checked, and nothing is added",
    R09: "Beyond the government: for the market or society",
    R10: "Harassment, attack, disruption",
    R11: "Outside this city",
    R12: "Other",
  },
);

export const routes = bilingual<Record<T.Route, string>>(
  {
    court: "诉讼",
    arbitration: "仲裁",
    reconsideration: "行政复议",
    discipline: "纪检监察",
    disclosure: "政府信息公开申请",
    petition_office: "信访",
    police: "公安机关",
    competent_body: "有关机关、组织",
    other_hotline: "其他地区热线",
    market: "市场、社会途径",
    earlier_result: "查询原办理结果",
    appeal_again: "补充内容后再次提出",
  },
  {
    court: "The court",
    arbitration: "Arbitration",
    reconsideration: "Administrative reconsideration",
    discipline: "Discipline inspection",
    disclosure: "A request for information",
    petition_office: "The petition office",
    police: "The police",
    competent_body: "The competent body",
    other_hotline: "Another area's hotline",
    market: "The market, society",
    earlier_result: "The earlier result",
    appeal_again: "Appeal again, with more detail",
  },
);

export const emergencyLines = bilingual<Record<T.EmergencyLine, string>>(
  {
    "110": "110 公安",
    "119": "119 消防",
    "120": "120 急救",
    "122": "122 交通事故",
    water: "供水抢修",
    power: "供电抢修",
    gas: "燃气抢修",
    heat: "供热抢修",
  },
  {
    "110": "110 Police",
    "119": "119 Fire",
    "120": "120 Ambulance",
    "122": "122 Traffic accidents",
    water: "Water emergency",
    power: "Power emergency",
    gas: "Gas emergency",
    heat: "Heating emergency",
  },
);

export const sensitivities = bilingual<Record<T.Sensitivity, string>>(
  {
    stability: "涉稳",
    danger: "安全隐患",
    public_opinion: "舆情",
    minors: "涉未成年人",
    self_harm: "轻生风险",
    instructed: "领导批示",
  },
  {
    stability: "Public order",
    danger: "Danger",
    public_opinion: "Public opinion",
    minors: "Minors",
    self_harm: "Risk of self-harm",
    instructed: "Instructed by a leader",
  },
);

export const confidentialities = bilingual<Record<T.Confidentiality, string>>(
  { open: "不保密", from_accused: "对被反映对象保密", from_units: "对承办单位保密" },
  {
    open: "Not confidential",
    from_accused: "Kept from who is complained of",
    from_units: "Kept from the units",
  },
);

export const linkKinds = bilingual<Record<T.LinkKind, string>>(
  {
    duplicate_of: "重复于",
    merged_into: "并入",
    follow_up_of: "后续于",
    split_from: "拆分自",
    split_into: "拆分为",
    recurrence_of: "复发自",
    external: "外部编号",
  },
  {
    duplicate_of: "Duplicate of",
    merged_into: "Merged into",
    follow_up_of: "Follow-up of",
    split_from: "Split from",
    split_into: "Split into",
    recurrence_of: "Recurrence of",
    external: "Number elsewhere",
  },
);

export const replyFaults = bilingual<Record<T.ReplyFault, string>>(
  {
    demand_unanswered: "没有回应诉求",
    facts_missing: "事实没有写清",
    no_basis: "没有依据",
    not_contacted: "没有联系诉求人",
    no_evidence: "没有佐证",
    conclusion_mismatch: "结论与内容不符",
    copied: "套话、复制",
    pushed_away: "推诿",
    not_signed_off: "未经负责人审签",
    discloses: "泄露不应公开的信息",
  },
  {
    demand_unanswered: "Does not answer what was asked",
    facts_missing: "Facts are missing",
    no_basis: "No basis",
    not_contacted: "The citizen was not contacted",
    no_evidence: "No evidence",
    conclusion_mismatch: "The conclusion does not fit",
    copied: "Copied phrases",
    pushed_away: "Pushes the matter away",
    not_signed_off: "Not signed off",
    discloses: "Tells what must not be told",
  },
);

export const terminationReasons = bilingual<Record<T.TerminationReason, string>>(
  { no_cooperation: "诉求人不配合", not_acceptable: "不属受理范围", matter_gone: "事由已消失" },
  {
    no_cooperation: "The citizen does not cooperate",
    not_acceptable: "Not for the hotline",
    matter_gone: "The matter is gone",
  },
);

export const unresolveds = bilingual<Record<T.Unresolved, string>>(
  {
    objective: "客观条件所限",
    unreasonable: "诉求无法律政策依据",
    redo_exhausted: "重办次数已尽",
    unreachable: "多次联系不上",
  },
  {
    objective: "Circumstances do not allow it",
    unreasonable: "No basis in law or policy",
    redo_exhausted: "No redo is left",
    unreachable: "The citizen cannot be reached",
  },
);

export const supervisions = bilingual<Record<T.Supervision, string>>(
  {
    written: "书面督办",
    on_site: "现场督办",
    special: "专项督办",
    interview: "约谈",
    notice: "通报",
    escalation: "提级督办",
    discipline: "移送问责",
  },
  {
    written: "In writing",
    on_site: "On site",
    special: "Special supervision",
    interview: "Interview",
    notice: "Public notice",
    escalation: "Escalation",
    discipline: "To discipline",
  },
);

export const reviewSubjects = bilingual<Record<T.ReviewSubject, string>>(
  {
    refusal: "不予受理",
    closure: "办结",
    merge: "并单",
    exclusion: "剔除",
    rating: "评价",
    return_rejected: "退单被驳回",
    lateness: "超期认定",
    exclusion_rejected: "剔除被驳回",
  },
  {
    refusal: "The refusal",
    closure: "The closure",
    merge: "The merge",
    exclusion: "The exclusion",
    rating: "The rating",
    return_rejected: "The rejected return",
    lateness: "Being counted late",
    exclusion_rejected: "The rejected exclusion",
  },
);

export const exclusionReasons = bilingual<Record<T.ExclusionReason, string>>(
  {
    unlawful: "诉求违法",
    beyond_duty: "超出职权",
    legal_route: "应走法定途径",
    harassment: "恶意骚扰",
    untrue: "内容不实",
    no_cooperation: "诉求人不配合",
    repeated: "重复反映已办结事项",
    no_grounds: "无政策依据",
  },
  {
    unlawful: "The demand is unlawful",
    beyond_duty: "Beyond the unit's powers",
    legal_route: "For a legal route",
    harassment: "Harassment",
    untrue: "Not true",
    no_cooperation: "The citizen does not cooperate",
    repeated: "A closed matter again",
    no_grounds: "Without any grounds",
  },
);

export const contactWays = bilingual<Record<T.ContactWay, string>>(
  { call: "电话", visit: "上门", message: "短信、留言" },
  { call: "By telephone", visit: "In person", message: "By message" },
);

/** What an order waits for. */
export const awaitings = bilingual<Record<T.Awaiting, string>>(
  {
    acceptance: "待受理",
    supplement: "待诉求人补充",
    dispatch: "待派单",
    signature: "待签收",
    contact: "待联系",
    reply: "待答复",
    better_reply: "答复被退回",
    redo: "待重办",
    report: "待协办反馈",
    return_judgement: "退单待审",
    ruling: "待职责认定",
    consultation: "待会商",
    designation: "待指定",
    claim: "待职责陈述",
    minutes_signature: "待签会商纪要",
    objection: "待裁定认定异议",
    extension: "延期待批",
    deferral: "挂账待批",
    milestone: "挂账节点",
    termination: "终止待批",
    final_answer: "最终答复待批",
    withdrawal: "撤单待确认",
    reply_review: "答复待审核",
    callback: "待回访",
    closure: "待办结",
    supervision_answer: "督办待反馈",
    exclusion: "剔除待审",
    exclusion_panel: "剔除待复审",
    review: "待复核",
    whistle_acknowledgement: "吹哨待响应",
    whistle_report: "吹哨待反馈",
    whistle_closure: "吹哨待办结",
    opinion: "征询待回复",
    help: "求助待答复",
  },
  {
    acceptance: "to accept",
    supplement: "the citizen's answer",
    dispatch: "to dispatch",
    signature: "to sign",
    contact: "to contact",
    reply: "the reply",
    better_reply: "a better reply",
    redo: "to redo",
    report: "an assist's report",
    return_judgement: "a return to judge",
    ruling: "a ruling",
    consultation: "a consultation",
    designation: "a designation",
    claim: "a claim",
    minutes_signature: "a signature under the minutes",
    objection: "an objection to decide",
    extension: "an extension to decide",
    deferral: "a deferral to decide",
    milestone: "a milestone",
    termination: "a termination to decide",
    final_answer: "a final answer to decide",
    withdrawal: "the citizen's word on a withdrawal",
    reply_review: "the reply's review",
    callback: "a callback",
    closure: "to close",
    supervision_answer: "an answer to the supervision",
    exclusion: "an exclusion to decide",
    exclusion_panel: "the panel on an exclusion",
    review: "a review",
    whistle_acknowledgement: "an answer to the whistle",
    whistle_report: "a report on the whistle",
    whistle_closure: "the end of the whistle",
    opinion: "an opinion",
    help: "an answer to a request for help",
  },
);

export const whistleSteps = bilingual<Record<T.WhistleStep, string>>(
  { acknowledge: "响应", arrive: "报到", report: "反馈" },
  { acknowledge: "Answering", arrive: "Arriving", report: "Reporting" },
);

export const unitKinds = bilingual<Record<T.UnitKind, string>>(
  {
    government: "政府",
    hotline: "热线机构",
    department: "市直部门",
    district: "区县",
    district_department: "区县部门",
    town: "镇街",
    village: "村居、网格",
    utility: "公用事业单位",
  },
  {
    government: "Government",
    hotline: "Hotline",
    department: "City department",
    district: "District or county",
    district_department: "District department",
    town: "Town or street",
    village: "Village or community",
    utility: "Utility",
  },
);

export const evidenceKinds = bilingual<Record<T.EvidenceKind, string>>(
  { photo: "照片", recording: "录音录像", document: "文件", record: "记录" },
  { photo: "Photo", recording: "Recording", document: "Document", record: "Record" },
);

export const disputeSteps = bilingual<Record<T.DisputeStep, string>>(
  { desk: "书面研判", consultation: "会商", panel: "职责认定", designation: "指定" },
  { desk: "The desk's ruling", consultation: "Consultation", panel: "The panel", designation: "Designation" },
);

export const disputeCauses = bilingual<Record<T.DisputeCause, string>>(
  {
    returns: "多次退单",
    referred: "退单转争议",
    by_hand: "人工提出",
    review: "退单驳回经复核撤销",
    objection: "认定异议成立",
  },
  {
    returns: "Too many returns",
    referred: "A return that was not plain",
    by_hand: "Opened by hand",
    review: "A rejected return, reviewed",
    objection: "An objection that was upheld",
  },
);

export const skipReasons = bilingual<Record<T.SkipReason, string>>(
  {
    urgent: "情况紧急",
    precedent: "已有同类认定",
    all_agree: "各方同意",
    beyond_powers: "超出本级权限",
    instructed: "上级要求",
  },
  {
    urgent: "It is urgent",
    precedent: "The like was ruled on before",
    all_agree: "All agree",
    beyond_powers: "Beyond the powers of this level",
    instructed: "Instructed from above",
  },
);

export const basisKinds = bilingual<Record<T.BasisKind, string>>(
  {
    law: "法律法规",
    duties: "“三定”规定",
    document: "党委、政府文件",
    power_list: "权责清单",
    town_list: "镇街履职事项清单",
    ownership: "权属证明",
    precedent: "会商纪要、以往认定",
    department_rule: "部门规章、一般规范性文件",
    task: "临时任务",
  },
  {
    law: "Law",
    duties: "The unit's statute",
    document: "A document of party or government",
    power_list: "The list of powers",
    town_list: "The town's list of duties",
    ownership: "A deed of ownership",
    precedent: "Minutes, an earlier ruling",
    department_rule: "A department's own rule",
    task: "A temporary task",
  },
);

export const claims = bilingual<Record<T.Claim, string>>(
  { not_ours: "不属本单位职责", ours: "属本单位职责", shared: "属共同职责" },
  { not_ours: "Not our duty", ours: "Our duty", shared: "A shared duty" },
);

export const panelSeats = bilingual<Record<T.PanelSeat, string>>(
  {
    hotline: "热线工作机构",
    establishment: "机构编制部门",
    justice: "司法行政部门",
    legal_adviser: "法律顾问",
    ministry: "业务主管部门",
    government_office: "政府办公室",
  },
  {
    hotline: "The hotline's office",
    establishment: "The office of establishments",
    justice: "The justice bureau",
    legal_adviser: "The legal adviser",
    ministry: "The ministry concerned",
    government_office: "The government office",
  },
);

export const rulingEffects = bilingual<Record<T.RulingEffect, string>>(
  {
    this_order: "个案指定",
    all_such: "类案规则",
    temporary_lead: "临时牵头",
    rotation: "轮值兜底",
    joint: "联合办理",
  },
  {
    this_order: "This order",
    all_such: "All such orders",
    temporary_lead: "A temporary lead",
    rotation: "In rotation",
    joint: "Jointly, with a named lead",
  },
);
