/** The words of the directory's codes. */
import type {
  Doubt,
  DraftState,
  DraftStepKind,
  DutyLevel,
  DutySource,
  Lost,
  Obstacle,
  Ownership,
  Predicate,
  Subject,
  Unfit,
} from "../api/types";
import { bilingual } from ".";

export const dutyLevels = bilingual<Record<DutyLevel, string>>(
  { city: "市级", district: "区级", town: "镇街级" },
  { city: "city", district: "district", town: "town" },
);

export const dutySources = bilingual<Record<DutySource, string>>(
  { law: "法律法规", duties: "三定规定", list: "职责清单", ruling: "职责认定", minutes: "会商纪要" },
  { law: "law", duties: "statute of the unit", list: "list of duties", ruling: "ruling", minutes: "minutes" },
);

/** On what a condition looks. */
export const predicates = bilingual<Record<Predicate, string>>(
  { hours: "时段", season: "季节", subject: "行为主体", ownership: "权属" },
  { hours: "time of day", season: "season", subject: "whose conduct", ownership: "whose it is" },
);

export const subjects = bilingual<Record<Subject, string>>(
  {
    person: "自然人",
    self_employed: "个体工商户",
    company: "企业",
    public_body: "机关、事业单位",
    association: "社会组织",
    property_manager: "物业服务人",
    builder: "施工单位",
  },
  {
    person: "a person",
    self_employed: "a self-employed trader",
    company: "a company",
    public_body: "a public body",
    association: "an association",
    property_manager: "a property manager",
    builder: "a builder",
  },
);

export const ownerships = bilingual<Record<Ownership, string>>(
  {
    municipal: "已移交市政",
    not_handed_over: "未移交",
    utility: "专业经营单位",
    common: "业主共有",
    private: "单位或者个人自有",
    collective: "集体所有",
    ownerless: "无主或者权属不明",
  },
  {
    municipal: "municipal, handed over",
    not_handed_over: "not handed over yet",
    utility: "a utility's",
    common: "the owners' in common",
    private: "private",
    collective: "collective",
    ownerless: "nobody's, or unclear",
  },
);

/** Why an entry does not win. */
export const losses = bilingual<Record<Lost, string>>(
  {
    other_place: "管的是别的地方",
    not_in_force: "当天不在有效期",
    other_hours: "时段不符",
    other_season: "季节不符",
    other_subject: "行为主体不符",
    other_owner: "权属不符",
    ruling_goes_first: "已有职责认定，认定优先",
    matter_too_wide: "有更具体的事项条目",
    place_too_wide: "有更具体的地方条目",
    condition_too_wide: "有条件更具体的条目",
    level_too_low: "上级条目优先",
    tied: "与适用条目冲突，请修订目录",
  },
  {
    other_place: "about another place",
    not_in_force: "not in force on that day",
    other_hours: "for another time of day",
    other_season: "for another season",
    other_subject: "for another kind of subject",
    other_owner: "for another owner",
    ruling_goes_first: "a ruling goes first",
    matter_too_wide: "another entry is closer to the matter",
    place_too_wide: "another entry is closer to the place",
    condition_too_wide: "another entry is closer to the case",
    level_too_low: "the higher level's entry goes first",
    tied: "it contradicts the entry that applies: mend the directory",
  },
);

/** What keeps an order from a unit. */
export const obstacles = bilingual<Record<Obstacle, string>>(
  {
    unknown: "单位不存在",
    accused: "被诉单位或其下级，应当回避",
    returned_before: "已退过本单",
    village: "村（居）不得主办",
    has_part: "已有未办结的分单",
    reserved: "属部门职责，派镇街须经审批",
  },
  {
    unknown: "no such unit",
    accused: "accused, or below the accused: recused",
    returned_before: "returned this order before",
    village: "a village does not lead",
    has_part: "has an open part already",
    reserved: "a department's duty: a town gets it only by a named override",
  },
);

/** Why a proposal is not followed unread. */
export const doubts = bilingual<Record<Doubt, string>>(
  {
    no_entry: "目录中没有对应条目",
    conditional: "有条目是否适用，要看尚未查明的情况",
    blocked: "目录所载主办单位不能派",
    assist_blocked: "目录所载协办单位有的不能派",
    returned: "本单曾被退回",
    disputed: "本单有过职责争议",
    sensitive: "属敏感诉求",
    confidential: "诉求人要求保密",
  },
  {
    no_entry: "no entry of the directory fits",
    conditional: "another entry applies if what is not known yet is so",
    blocked: "the lead that the directory names cannot have it",
    assist_blocked: "an assist that the directory names cannot have it",
    returned: "it was returned before",
    disputed: "it was in dispute before",
    sensitive: "it is sensitive",
    confidential: "the citizen asked for confidence",
  },
);

export const draftStates = bilingual<Record<DraftState, string>>(
  {
    drafting: "起草中",
    submitted: "待审核",
    reviewed: "待批准",
    published: "已发布",
    discarded: "已作废",
  },
  {
    drafting: "Being drafted",
    submitted: "To be reviewed",
    reviewed: "To be approved",
    published: "Published",
    discarded: "Given up",
  },
);

export const draftSteps = bilingual<Record<DraftStepKind, string>>(
  {
    begin: "新建",
    edit: "修改",
    submit: "提交审核",
    review: "审核通过",
    send_back: "退回修改",
    approve: "批准发布",
    discard: "作废",
  },
  {
    begin: "began it",
    edit: "changed it",
    submit: "submitted it",
    review: "reviewed it",
    send_back: "sent it back",
    approve: "approved it",
    discard: "gave it up",
  },
);

/** Why nothing can be sent to a unit that an entry names. */
export const unfits = bilingual<Record<Unfit, string>>(
  { unknown: "单位不存在", ended: "单位已撤并", village: "村（居）不得主办" },
  { unknown: "no such unit", ended: "the unit has ended", village: "a village does not lead" },
);
