/** Every problem and refusal in words that say what to do; a new code fails the type check. */
import { wordOf, type Bilingual } from "../words";
import * as codes from "../words/codes";
import { draftStates, predicates } from "../words/duties";
import { exact, limit } from "../words/time";
import type { Language } from "../shell/settings";
import type { Problem, ProblemCode, ProblemOf } from "./types";

type Sentences = { [C in ProblemCode]: (problem: ProblemOf<C>, unit: (code: string) => string) => string };

/** Fields that a text may be missing in, as the domain names them. */
const fields: Bilingual<Record<string, string>> = {
  zh: {
    answer: "答复内容",
    explanation: "说明",
    question: "要补充什么",
    text: "内容",
    reason: "理由",
    note: "说明",
    basis: "依据",
    plan: "方案",
    public: "对诉求人公开的答复",
    internal: "内部办理情况",
    grounds: "事由",
    statement: "陈述",
    document: "答复文书",
    task: "协办任务",
    sponsor: "责任领导",
    title: "标题",
    content: "内容",
    demand: "诉求",
    reasons: "认定理由",
    number: "编号",
    matter: "事项",
    place: "属地",
    kind: "类型",
    level: "级别",
    unit: "单位",
    password: "密码",
    new: "新密码",
    code: "验证码",
    phone: "电话",
    within: "时限",
    by: "时长",
    proof: "佐证",
    copy_to: "抄送单位",
  },
  en: {},
};
/** What something of the city is still used by. */
const usesOf: Bilingual<Record<string, string>> = {
  zh: {
    orders: "工单",
    directory_entries: "派单目录",
    matters: "事项",
    people: "人员",
    places: "属地",
    units: "单位",
  },
  en: {
    orders: "orders",
    directory_entries: "directory entries",
    matters: "matters",
    people: "people",
    places: "places",
    units: "units",
  },
};
const fieldOf = (language: Language, field: string) => wordOf(fields[language], field.split(".").at(-1));
const list = (words: string[], glue: string) => words.join(glue);

const zh: Sentences = {
  not_logged_in: () => "登录已失效，请重新登录。",
  wrong_log_in: () => "账号、密码或动态码不对，请核对后再试。",
  locked_out: (p) => `连续多次输错，账号已锁定，${exact(p.until)} 后可再试；急用请联系管理员。`,
  code_needed: () => "请输入动态验证码。",
  password_to_be_changed: () => "请先把初始密码换成自己的密码，才能进行其他操作。",
  second_factor_needed: () => "你的岗位须先绑定动态验证码，才能进行其他操作。",
  not_for_you: (p) =>
    `这项操作由${list(
      p.needs.map((r) => wordOf(codes.roles.zh, r)),
      "、",
    )}办理。`,
  not_for_outsourced: () => "外包人员不能进行这项操作，请交本单位人员办理。",
  foreign_site: () => "请求不是从本平台页面发出的，已拒绝。请从工作台重新操作。",
  too_many: (p) => `操作太频繁，请 ${p.seconds} 秒后再试。`,
  not_there: () => "没有找到，或者不在你的权限范围内。",
  no_such_method: () => "平台不支持这项操作，请刷新页面后再试。",
  bad_body: (p) => `提交的内容有误（${p.at}）：${p.why}`,
  bad_query: (p) => `筛选条件有误（${p.at}）：${p.why}`,
  bad_header: (p) => `请求有误（${p.header}）：${p.why}`,
  wrong_media_type: (p) => `格式不对，应为 ${p.needs}。`,
  too_large: (p) => `太大了，最多 ${Math.floor(p.most / 1048576)} MB。`,
  too_slow: () => "网络太慢，内容没有传完。请到信号好的地方再试。",
  bad_value: (p) => `${fieldOf("zh", p.field)}不合要求：${p.why}`,
  unfit_file: () => "这个文件不能上传：格式不支持，或者超过了大小限制。",
  not_attached: () => "引用的附件还没有上传到这个工单，请先上传。",
  version_needed: () => "缺少工单版本，请刷新页面后再试。",
  changed: () => "在你填写期间，这个工单有了新的变化。请看看发生了什么，再决定是否提交。",
  key_reused: () => "这次提交与之前一次冲突，请刷新页面核对后再提交。",
  taken: () => "已经被占用，请换一个。",
  no_room: () => "平台存储空间不足，没有保存。请联系管理员，稍后再试。",
  unavailable: () => "平台暂时不可用，没有保存。请稍后再试。",
  unknown_outcome: () => "不确定是否已经保存，请再提交一次（不会重复）。",
  internal: () => "平台出错了，已记录。请稍后再试，仍不行请联系管理员。",
  not_your_role: (p) =>
    `这项操作由${list(
      p.needs.map((r) => codes.roles.zh[r]),
      "、",
    )}办理。`,
  not_your_unit: (p, unit) => `工单现在在${unit(p.holder)}，由该单位办理。`,
  recused: () => "你或你的单位是被反映对象，应当回避，不能办理这件工单。",
  same_person: () => "申请人（或承办人）不能自己审批，请由他人办理。",
  before_last_entry: (p) => `工单在 ${exact(p.last)} 有更新的记录，请刷新后再试。`,
  wrong_stage: (p) =>
    `工单现在是“${codes.stages.zh[p.stage]}”，要在“${list(
      p.needs.map((s) => codes.stages.zh[s]),
      "”或“",
    )}”时才能这样做。`,
  unknown_part: () => "工单没有这个办理部分，请刷新页面。",
  part_not_open: (p) => `这部分${codes.partStates.zh[p.state]}，不能再这样操作。`,
  already_signed: () => "已经签收过了。",
  lead_only: () => "只有主办单位可以这样做。",
  assist_only: () => "只有协办单位可以这样做。",
  already_asked: () => "已经申请过，正在等审批，不用重复申请。",
  nothing_asked: () => "没有待审批的申请，可能已被他人处理。",
  request_open: () => "这个工单还有申请没有审批，先审批再继续。",
  text_missing: (p) => `请填写${fieldOf("zh", p.field)}。`,
  text_too_long: (p) => `${fieldOf("zh", p.field)}有 ${p.chars} 字，最多 ${p.most} 字，请精简。`,
  missing: (p) => `还缺${fieldOf("zh", p.field)}。`,
  unfit: (p) => `${fieldOf("zh", p.field)}不合适，请核对。`,
  unknown_unit: (p) => `没有单位 ${p.unit}，请重新选择。`,
  route_does_not_fit: (p) =>
    `原因“${codes.unacceptables.zh[p.reason]}”只能告知：${list(
      p.routes.map((r) => codes.routes.zh[r]),
      "、",
    )}。`,
  directory_does_not_say: (p) =>
    `派单目录条目 ${p.entry}（第 ${p.version} 版）已失效或不适用于这件事，请重选依据。`,
  directory_says_otherwise: (p, unit) =>
    `派单目录条目 ${p.entry} 规定的是${unit(p.unit)}；要派别的单位，请改为人工依据并说明理由。`,
  directory_asks_more: (p) =>
    `派单目录条目 ${p.entry} 是否适用，要先查明：${list(
      p.unstated.map((one) => predicates.zh[one]),
      "、",
    )}。请先归类，写明查明的情况。`,
  town_needs_override: (p, unit) =>
    `派单目录条目 ${p.entry} 规定由${unit(p.lead)}办理，不得派给${unit(p.unit)}（国办函〔2025〕66号）。确需下派的，请写明批准人、理由和依据。`,
  not_grassroots: (p, unit) => `${unit(p.unit)}不是镇街或村（社区）；认为不属本单位职责的，请按退单办理。`,
  evidence_demanded: (p) =>
    `派单目录要求的佐证还缺：${list(
      p.kinds.map((one) => codes.evidenceKinds.zh[one]),
      "、",
    )}。`,
  draft_stands: (p) => `草案${draftStates.zh[p.state]}，须在“${draftStates.zh[p.needs]}”时才能这样办。`,
  draft_empty: () => "与现行目录相比没有改动。",
  draft_needs_another: () => "起草、审核、批准须由不同的人办理，请换一位同事。",
  draft_overtaken: (p) => `起草期间，条目 ${list(p.entries, "、")} 已被他人修订并发布，请重新起草这些条目。`,
  entries_contradict: (p) =>
    `条目 ${p.entry} 与 ${p.other} 在同一事项、同一地方、同样条件下同时有效，会互相矛盾。请先让其中一条失效，或者写明不同的适用条件。`,
  unfit_sheet: (p) =>
    `表格有 ${p.faults.length} 处不对，没有导入任何条目：${list(
      p.faults.slice(0, 10).map((one) => `第 ${one.row} 行 ${one.column} 列`),
      "；",
    )}。`,
  no_such_ruling: (p) => `没有适用于这件事的职责认定 ${p.number}。`,
  ruling_says_otherwise: (p, unit) => `职责认定 ${p.number} 确定的是${unit(p.unit)}。`,
  unit_is_accused: (p, unit) => `${unit(p.unit)}是被反映对象（或其下属），不能承办，请派给上级或其他单位。`,
  village_may_not_lead: (p, unit) => `${unit(p.unit)}是村（社区），不能主办，请派给镇街。`,
  returned_before: (p, unit) => `${unit(p.unit)}退过这件工单，不能再派回；确需派回须经职责认定。`,
  has_part_already: (p, unit) => `${unit(p.unit)}已经在办理这件工单。`,
  not_below: (p, unit) => `${unit(p.unit)}不是${unit(p.above)}的下级，不能下派。`,
  not_handed_down: () => "没有下派过，不用交回。",
  return_window_passed: (p) => `退单时限 ${exact(p.until)} 已过，视为接受，请继续办理。`,
  signed_means_accepted: () => "按本市规定，签收即接受，不能再退单。",
  bound_by_ruling: (p) => `职责认定 ${p.number} 已确定由本单位承办，不能退单。`,
  ruled_before: (p) => `这一问题已由认定 ${p.number} 解决；没有新的事实，不再提请认定。`,
  ruled_otherwise: (p) => `有效认定 ${p.number} 已明确由 ${p.unit} 主办，须按认定派单。`,
  wrong_dispute_step: (p) => `争议现处“${codes.disputeSteps.zh[p.step]}”环节，不能这样做。`,
  not_a_party: (p) => `${p.unit} 不是争议一方。`,
  party_may_not_rule: (p) => `${p.unit} 是争议一方，其人员须回避。`,
  no_such_basis: (p) =>
    `陈述须以下列之一为据：${p.bases.map((kind) => codes.basisKinds.zh[kind]).join("、")}。`,
  units_unheard: (p) => `${p.units.join("、")} 尚可陈述：请等候，或写明不等候的理由。`,
  skip_needs_reason: (p) => `“${codes.disputeSteps.zh[p.step]}”尚未完成：须写明跳过的理由。`,
  no_such_seat: (p) => `认定席位为：${p.seats.map((seat) => codes.panelSeats.zh[seat]).join("、")}。`,
  seat_recused: (p) => `${codes.panelSeats.zh[p.seat]}席位已回避。`,
  no_quorum: (p) => `已出具意见 ${p.opinions} 份，认定至少需要 ${p.quorum} 份。`,
  no_majority: () => "认定须与过半数意见一致。",
  contradicts_ruling: (p) => `与有效认定 ${p.number} 矛盾：请替代该认定，或与其一致。`,
  ruling_ended: (p) => `认定 ${p.number} 已失效。`,
  objection_window_passed: (p) => `提出异议的期限 ${exact(p.until)} 已过。`,
  same_ground: (p) => `已经以“${codes.returnReasons.zh[p.reason]}”退过，不能以同一理由再退。`,
  act_first: () => "紧急工单先行处置，不能退单；处置后再说明职责问题。",
  too_late: (p) => `时限 ${exact(p.due)} 已过，须在到期前申请。`,
  extensions_used_up: (p) => `已经延期 ${p.times} 次，不能再延。确实办不完可申请挂账。`,
  too_long: (p) => `最多可申请 ${limit(p.most)}。`,
  pause_unlawful: (p) =>
    p.lawful.length
      ? `这里只能因${list(
          p.lawful.map((r) => codes.pauseReasons.zh[r]),
          "、",
        )}挂起。`
      : "按本市规定，这里不能挂起。",
  is_paused: (p) => `${exact(p.since)} 起已挂起，先恢复再操作。`,
  not_paused: () => "没有挂起，不用恢复。",
  no_limit: () => "这部分没有规定时限，不用延期。",
  not_provided: () => "现行规定没有这一项，不能这样做。",
  may_not_whistle: (p, unit) =>
    `${unit(p.unit)}不能吹哨；可以吹哨的是${list(
      p.kinds.map((k) => codes.unitKinds.zh[k]),
      "、",
    )}。`,
  may_not_be_called: (p, unit) =>
    `不能召集${unit(p.unit)}；可以召集的是${list(
      p.kinds.map((k) => codes.unitKinds.zh[k]),
      "、",
    )}。`,
  too_many_called: (p) => `一次最多召集 ${p.most} 个单位。`,
  too_many_open: (p) => `已经有 ${p.most} 个没有结束，先结束再发起。`,
  own_unit: (p, unit) => `${unit(p.unit)}是本单位或下属单位，直接下派即可。`,
  meeting_does_not_fit: (p) => `集合时间须在 ${exact(p.from)} 到 ${exact(p.latest)} 之间。`,
  unknown_whistle: () => "没有这次吹哨，请刷新页面。",
  whistle_ended: () => "这次吹哨已经结束。",
  not_called: () => "这次吹哨没有召集本单位。",
  whistle_step_done: (p) => `本单位已经${codes.whistleSteps.zh[p.step]}过了。`,
  whistle_not_yet: (p) => `集合时间 ${exact(p.meet_at)} 以前，要等各单位都反馈或谢绝才能办结。`,
  no_part: () => "本单位只是被召集或征询，没有承办这件工单。",
  attached_already: () => "这个文件已经上传过了。",
  too_many_attachments: (p) => `附件最多 ${p.most} 个，已经满了。`,
  assists_open: () => "协办单位还没有反馈，也没到期，主办暂不能答复。可以先催办协办单位。",
  evidence_missing: () => "须附佐证：现场照片、文件或者记录。",
  basis_missing: () => "这类答复须写明法律或政策依据。",
  needs_deferral: () => "暂时解决不了的，先申请挂账，写明方案和节点。",
  faults_do_not_fit: () => "不通过时须选明问题；通过时不能选问题。",
  unknown_appeal: () => "没有这条诉求，请刷新页面。",
  wants_no_callback: () => "诉求人不愿接受回访。",
  too_soon: (p) => `下一次要在 ${exact(p.from)} 以后。`,
  attempts_used_up: (p) => `已经尝试 ${p.attempts} 次，不能再打扰诉求人。`,
  already_answered: () => "诉求人已经回答过了。",
  answers_do_not_fit: () => "接通了才填回答；没接通不能填。",
  callbacks_open: (p) => `还有 ${p.appeals.length} 位诉求人没有回访。`,
  unsolved_needs_reason: () => "诉求人说没有解决：请重办，或者写明仍然办结的原因。",
  reason_does_not_fit: () => "办结原因与诉求人的回答对不上，请核对。",
  redos_used_up: (p) => `已经重办 ${p.times} 次，不能再重办；可以督办或复核。`,
  milestones_do_not_fit: (p) => `节点时间须依次向后，至少一个，最晚 ${exact(p.latest)}。`,
  not_next_milestone: () => "请按顺序完成节点。",
  not_confirmed: () => "撤单须由诉求人本人确认。",
  review_still_open: (p) => `诉求人在 ${exact(p.until)} 前还可以申请复核，暂不能归档。`,
  review_window_passed: (p) => `复核申请期限 ${exact(p.until)} 已过。`,
  reviewed_once: () => "已经复核过一次，结论为最终结论。",
  grade_must_rise: (p) => `督办须逐级加重，上一次是“${codes.supervisions.zh[p.last]}”。`,
  same_order: () => "不能与自己并单或关联。",
  linked_already: () => "已经关联过了。",
  nothing_due: () => "没有到期的事项。",
  still_used: (p) =>
    `还在使用，不能这样改：${list(
      p.uses.map((use) => `${usesOf.zh[use.what] ?? use.what} ${use.count}`),
      "、",
    )}。`,
  unit_ended: (p, unit) =>
    p.successor ? `这个单位已撤并，由${unit(p.successor)}承接，请改选。` : "这个单位已撤销，请选别的单位。",
  not_for_the_public: () => "保密的、投诉举报个人的或不宜公开的工单，不能公开为案例。",
  joined_by_staff: () => "按本市规定，并单由热线工作人员确认。",
};

const en: Sentences = {
  not_logged_in: () => "Your session has ended. Please log in again.",
  wrong_log_in: () => "Log-in, password or one-time code is wrong. Please check and try again.",
  locked_out: (p) =>
    `Too many failed tries: locked until ${exact(p.until)}. If it is urgent, ask an administrator.`,
  code_needed: () => "Please enter your one-time code.",
  password_to_be_changed: () => "Choose a password of your own before anything else.",
  second_factor_needed: () => "Your role must set up a one-time code before anything else.",
  not_for_you: (p) =>
    `This is for: ${list(
      p.needs.map((r) => wordOf(codes.roles.en, r)),
      ", ",
    )}.`,
  not_for_outsourced: () => "Outsourced staff may not do this. Please hand it to the unit's own staff.",
  foreign_site: () =>
    "The call did not come from this platform's own pages. Please start again from the console.",
  too_many: (p) => `Too many calls. Try again in ${p.seconds} s.`,
  not_there: () => "There is nothing here, or it is not for you to see.",
  no_such_method: () => "The platform cannot do this. Please reload the page.",
  bad_body: (p) => `Something in what was sent is wrong (${p.at}): ${p.why}`,
  bad_query: (p) => `Something in the filter is wrong (${p.at}): ${p.why}`,
  bad_header: (p) => `Something in the call is wrong (${p.header}): ${p.why}`,
  wrong_media_type: (p) => `The format must be ${p.needs}.`,
  too_large: (p) => `Too large: at most ${Math.floor(p.most / 1048576)} MB.`,
  too_slow: () => "The line is too slow: not everything arrived. Try again with a better signal.",
  bad_value: (p) => `${fieldOf("en", p.field)} does not fit: ${p.why}`,
  unfit_file: () => "This file cannot be taken: its format is not supported, or it is too large.",
  not_attached: () => "The file that is named is not attached to this order. Add it first.",
  version_needed: () => "The order's version is missing. Please reload the page.",
  changed: () => "The order changed while you were writing. See what happened, then decide.",
  key_reused: () => "This clashes with something sent before. Please reload and check.",
  taken: () => "This is taken already. Please choose another.",
  no_room: () => "The platform has no room left; nothing was saved. Tell an administrator.",
  unavailable: () => "The platform cannot be used at the moment; nothing was saved. Try again soon.",
  unknown_outcome: () => "Whether it was saved is not known. Send it again: it will not be doubled.",
  internal: () => "Something is broken here, and was noted. Try again; if it stays, tell an administrator.",
  not_your_role: (p) =>
    `This is for: ${list(
      p.needs.map((r) => codes.roles.en[r]),
      ", ",
    )}.`,
  not_your_unit: (p, unit) => `The order is with ${unit(p.holder)} now, which acts on it.`,
  recused: () => "You or your unit is complained of, and must stand aside.",
  same_person: () => "Who asked, or did the work, cannot decide on it. Somebody else must.",
  before_last_entry: (p) => `The order was changed at ${exact(p.last)}. Reload and try again.`,
  wrong_stage: (p) =>
    `The order stands at “${codes.stages.en[p.stage]}”; this needs “${list(
      p.needs.map((s) => codes.stages.en[s]),
      "” or “",
    )}”.`,
  unknown_part: () => "The order has no such part. Please reload.",
  part_not_open: (p) =>
    `This part is ${codes.partStates.en[p.state].toLowerCase()}: nothing more can be done on it.`,
  already_signed: () => "It is signed already.",
  lead_only: () => "Only the lead can do this.",
  assist_only: () => "Only an assist can do this.",
  already_asked: () => "This was asked for already and waits for a decision.",
  nothing_asked: () => "Nothing waits for a decision; somebody else may have decided.",
  request_open: () => "Something asked for on this order is not decided yet. Decide that first.",
  text_missing: (p) => `Please fill in: ${fieldOf("en", p.field)}.`,
  text_too_long: (p) => `${fieldOf("en", p.field)} has ${p.chars} characters; at most ${p.most} are taken.`,
  missing: (p) => `Still missing: ${fieldOf("en", p.field)}.`,
  unfit: (p) => `${fieldOf("en", p.field)} does not fit. Please check.`,
  unknown_unit: (p) => `There is no unit ${p.unit}. Choose again.`,
  route_does_not_fit: (p) =>
    `With “${codes.unacceptables.en[p.reason]}” only these routes can be told: ${list(
      p.routes.map((r) => codes.routes.en[r]),
      ", ",
    )}.`,
  directory_does_not_say: (p) =>
    `Directory entry ${p.entry} (version ${p.version}) is not in force or not about this.`,
  directory_says_otherwise: (p, unit) =>
    `Directory entry ${p.entry} names ${unit(p.unit)}. For another unit, decide by hand and say why.`,
  directory_asks_more: (p) =>
    `Whether directory entry ${p.entry} applies depends on: ${list(
      p.unstated.map((one) => predicates.en[one]),
      ", ",
    )}. Classify the order first, and say what was found out.`,
  town_needs_override: (p, unit) =>
    `Directory entry ${p.entry} gives this to ${unit(p.lead)}; it is not given to ${unit(p.unit)} (国办函〔2025〕66号). If it must be, name who says so, why, and by what law.`,
  not_grassroots: (p, unit) => `${unit(p.unit)} is no town or village: return what is not your duty.`,
  evidence_demanded: (p) =>
    `The directory demands evidence that is still missing: ${list(
      p.kinds.map((one) => codes.evidenceKinds.en[one]),
      ", ",
    )}.`,
  draft_stands: (p) => `The draft is “${draftStates.en[p.state]}”; this needs “${draftStates.en[p.needs]}”.`,
  draft_empty: () => "It changes nothing of the directory in force.",
  draft_needs_another: () => "Drafting, reviewing and approving take three different people.",
  draft_overtaken: (p) =>
    `Others have published changes of ${list(p.entries, ", ")} since these were drafted. Draft them anew.`,
  entries_contradict: (p) =>
    `Entries ${p.entry} and ${p.other} would hold for the same matter, place and conditions, and contradict each other. End one of them first, or give them different conditions.`,
  unfit_sheet: (p) =>
    `${p.faults.length} cells do not fit, and nothing was imported: ${list(
      p.faults.slice(0, 10).map((one) => `row ${one.row}, column ${one.column}`),
      "; ",
    )}.`,
  no_such_ruling: (p) => `No ruling ${p.number} in force is about this.`,
  ruling_says_otherwise: (p, unit) => `Ruling ${p.number} names ${unit(p.unit)}.`,
  unit_is_accused: (p, unit) =>
    `${unit(p.unit)} is complained of, or lies below one that is, and cannot handle it.`,
  village_may_not_lead: (p, unit) =>
    `${unit(p.unit)} is a village or community and cannot lead. Send it to the town.`,
  returned_before: (p, unit) => `${unit(p.unit)} returned this order; only a ruling can send it there again.`,
  has_part_already: (p, unit) => `${unit(p.unit)} has a part already.`,
  not_below: (p, unit) => `${unit(p.unit)} does not lie below ${unit(p.above)}.`,
  not_handed_down: () => "It was not handed down, so it cannot be handed back.",
  return_window_passed: (p) => `The time for a return passed at ${exact(p.until)}: it counts as accepted.`,
  signed_means_accepted: () => "Here, signing means accepting: it cannot be returned any more.",
  bound_by_ruling: (p) => `Ruling ${p.number} binds this unit: it cannot be returned.`,
  ruled_before: (p) => `Ruling ${p.number} settled this already; without new facts it is not ruled again.`,
  ruled_otherwise: (p) => `Ruling ${p.number} in force says that ${p.unit} leads: dispatch by it.`,
  wrong_dispute_step: (p) =>
    `The dispute stands at “${codes.disputeSteps.en[p.step]}”, where this is not done.`,
  not_a_party: (p) => `The dispute does not concern ${p.unit}.`,
  party_may_not_rule: (p) => `${p.unit} is a party: its people stand aside.`,
  no_such_basis: (p) =>
    `A claim rests on one of these: ${p.bases.map((kind) => codes.basisKinds.en[kind]).join(", ")}.`,
  units_unheard: (p) => `${p.units.join(", ")} may still speak: wait, or say why not.`,
  skip_needs_reason: (p) =>
    `“${codes.disputeSteps.en[p.step]}” is not done: name the reason for leaving it out.`,
  no_such_seat: (p) => `The panel's seats: ${p.seats.map((seat) => codes.panelSeats.en[seat]).join(", ")}.`,
  seat_recused: (p) => `${codes.panelSeats.en[p.seat]} stands aside.`,
  no_quorum: (p) => `${p.opinions} opinions were written; ${p.quorum} are needed.`,
  no_majority: () => "A ruling of the panel follows more than half of the opinions.",
  contradicts_ruling: (p) =>
    `Ruling ${p.number} in force says otherwise: take its place, or rule as it does.`,
  ruling_ended: (p) => `Ruling ${p.number} has ended.`,
  objection_window_passed: (p) => `The time for an objection passed at ${exact(p.until)}.`,
  same_ground: (p) =>
    `It was returned for “${codes.returnReasons.en[p.reason]}” before; not twice on the same ground.`,
  act_first: () => "On an urgent order the first receiver acts first; whose duty it is comes later.",
  too_late: (p) => `The time was over at ${exact(p.due)}; more must be asked for before.`,
  extensions_used_up: (p) =>
    `${p.times} extensions were granted, and no more are. You may ask for a deferral.`,
  too_long: (p) => `At most ${limit(p.most)} can be asked for.`,
  pause_unlawful: (p) =>
    p.lawful.length
      ? `Here a pause is lawful only for: ${list(
          p.lawful.map((r) => codes.pauseReasons.en[r]),
          ", ",
        )}.`
      : "Here nothing can be paused.",
  is_paused: (p) => `It is paused since ${exact(p.since)}. Resume it first.`,
  not_paused: () => "It is not paused.",
  no_limit: () => "This part has no limit that could be moved.",
  not_provided: () => "The policy in force has no rule for this.",
  may_not_whistle: (p, unit) =>
    `${unit(p.unit)} cannot whistle; these can: ${list(
      p.kinds.map((k) => codes.unitKinds.en[k]),
      ", ",
    )}.`,
  may_not_be_called: (p, unit) =>
    `${unit(p.unit)} cannot be called; these can: ${list(
      p.kinds.map((k) => codes.unitKinds.en[k]),
      ", ",
    )}.`,
  too_many_called: (p) => `At most ${p.most} units can be called at once.`,
  too_many_open: (p) => `${p.most} are open already. End them first.`,
  own_unit: (p, unit) => `${unit(p.unit)} is your own unit, or lies below it: hand the part down instead.`,
  meeting_does_not_fit: (p) => `The meeting must lie between ${exact(p.from)} and ${exact(p.latest)}.`,
  unknown_whistle: () => "There is no such whistle. Please reload.",
  whistle_ended: () => "This whistle is over.",
  not_called: () => "Your unit was not called by this whistle.",
  whistle_step_done: (p) =>
    `Your unit has done this already: ${codes.whistleSteps.en[p.step].toLowerCase()}.`,
  whistle_not_yet: (p) =>
    `Before the meeting at ${exact(p.meet_at)} it ends only when all have reported or declined.`,
  no_part: () => "Your unit was called or asked, and has no part in this order.",
  attached_already: () => "This file is attached already.",
  too_many_attachments: (p) => `At most ${p.most} files are taken, and they are here.`,
  assists_open: () => "The assists have neither reported nor run out of time. You may remind them.",
  evidence_missing: () => "Evidence is needed: a photo from the spot, a document or a record.",
  basis_missing: () => "A reply of this kind needs its basis in law or policy.",
  needs_deferral: () => "What cannot be solved yet is deferred first, with a plan and milestones.",
  faults_do_not_fit: () => "Say what is wrong when it does not pass, and nothing when it does.",
  unknown_appeal: () => "The order has no such appeal. Please reload.",
  wants_no_callback: () => "This citizen does not want to be called.",
  too_soon: (p) => `The next attempt may be made after ${exact(p.from)}.`,
  attempts_used_up: (p) => `${p.attempts} attempts were made, and no more may be.`,
  already_answered: () => "This citizen answered already.",
  answers_do_not_fit: () => "Answers are given by who was reached, and only then.",
  callbacks_open: (p) => `${p.appeals.length} citizens are still to be asked.`,
  unsolved_needs_reason: () =>
    "The citizen says it is not solved: redo it, or say why it is closed all the same.",
  reason_does_not_fit: () => "The reason for closing does not fit what the citizens said.",
  redos_used_up: (p) => `It was redone ${p.times} times, and no more is. Supervise or review instead.`,
  milestones_do_not_fit: (p) => `Milestones must rise, at least one, the last before ${exact(p.latest)}.`,
  not_next_milestone: () => "Milestones are met in their order.",
  not_confirmed: () => "Only the citizen can make a withdrawal true.",
  review_still_open: (p) => `The citizen may ask for a review until ${exact(p.until)}.`,
  review_window_passed: (p) => `The time for a review passed at ${exact(p.until)}.`,
  reviewed_once: () => "This was reviewed once, and that is final.",
  grade_must_rise: (p) => `Supervision rises; the last was “${codes.supervisions.en[p.last]}”.`,
  same_order: () => "An order cannot be joined with itself.",
  linked_already: () => "It is linked already.",
  nothing_due: () => "Nothing is due.",
  still_used: (p) =>
    `It is still used: ${list(
      p.uses.map((use) => `${usesOf.en[use.what] ?? use.what} ${use.count}`),
      ", ",
    )}.`,
  unit_ended: (p, unit) =>
    p.successor
      ? `This unit has ended; ${unit(p.successor)} took over.`
      : "This unit has ended. Choose another.",
  not_for_the_public: () => "It is confidential, accuses somebody, or touches what is not published.",
  joined_by_staff: () => "Here, staff confirm that appeals are joined.",
};

const sentences: Bilingual<Sentences> = { zh, en };

/** A problem in words. Codes that this console does not know are told in the server's own. */
export function problemInWords(
  language: Language,
  problem: Problem & { title?: string },
  unit: (code: string) => string,
): string {
  const say = sentences[language][problem.code] as
    ((problem: Problem, unit: (code: string) => string) => string) | undefined;
  return say ? say(problem, unit) : (problem.title ?? problem.code);
}
