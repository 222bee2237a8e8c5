/**
 * A sentence for each kind of event. The type check fails when the server
 * knows an event that has none.
 */
import type { City } from "../city/city";
import type {
  Basis,
  Clock,
  ClockKind,
  EventData,
  EventKind,
  Evidence,
  Moment,
  Order,
  Outcome,
  Text,
} from "../api/types";
import type { Language } from "../shell/settings";
import type { Bilingual } from "../words";
import * as codes from "../words/codes";
import { duration, exact, limit } from "../words/time";

/** What is told of an event. */
export interface Sentence {
  say: string;
  /** Texts in full. */
  quotes?: (Text | null | undefined)[];
  evidence?: Evidence[];
  tone?: "good" | "bad";
  /** Only told on demand. */
  detail?: boolean;
}

/** What sentences may ask about. */
export interface Around {
  city: City;
  order: Order;
  at: Moment;
}

type Sentences = { [K in EventKind]: (event: EventData<K>, around: Around) => Sentence };

/** The clock of a kind, to say whether something was early or late. */
function clockOf(order: Order, kind: ClockKind, part: number): Clock | undefined {
  return order.clocks.find((clock) => clock.kind === kind && clock.part === part);
}

const zhMargin = ({ order, at }: Around, kind: ClockKind, part: number) => {
  const due = clockOf(order, kind, part)?.due;
  if (due == null) return "";
  return at <= due ? `，比期限早 ${duration(due - at)}` : `，超过期限 ${duration(at - due)}`;
};
const enMargin = ({ order, at }: Around, kind: ClockKind, part: number) => {
  const due = clockOf(order, kind, part)?.due;
  if (due == null) return "";
  return at <= due
    ? `, ${duration(due - at)} before the deadline`
    : `, ${duration(at - due)} after the deadline`;
};

/** How an order ended, in words. */
export function outcomeInWords(language: Language, outcome: Outcome): string {
  const zh = language === "zh";
  switch (outcome.how) {
    case "answered_at_once":
      return zh ? "当场答复" : "answered at once";
    case "refused":
      return `${zh ? "不予受理：" : "refused: "}${codes.unacceptables[language][outcome.reason]}${zh ? "；告知途径：" : "; route told: "}${codes.routes[language][outcome.route]}`;
    case "transferred":
      return `${zh ? "转" : "transferred to "}${codes.emergencyLines[language][outcome.line]}`;
    case "merged":
      return zh ? "并入另一工单办理" : "merged into another order";
    case "split":
      return zh ? "拆分为多个工单办理" : "split into several orders";
    case "handled":
      return [
        `${zh ? "单位结论：" : "the unit: "}${codes.conclusions[language][outcome.conclusion]}`,
        outcome.solved && `${zh ? "诉求人：" : "the citizen: "}${codes.solved[language][outcome.solved]}`,
        outcome.unresolved &&
          `${zh ? "办结原因：" : "closed because: "}${codes.unresolveds[language][outcome.unresolved]}`,
      ]
        .filter(Boolean)
        .join(zh ? "；" : "; ");
    case "withdrawn":
      return zh ? "诉求人撤回" : "withdrawn by the citizen";
    case "terminated":
      return `${zh ? "终止办理：" : "terminated: "}${codes.terminationReasons[language][outcome.reason]}`;
    case "final_answer":
      return zh ? "最终答复" : "final answer";
  }
}

const zh: Sentences = {
  registered: (e) => ({
    say: `登记诉求（${codes.channels.zh[e.appeal.channel]}，${codes.kinds.zh[e.kind]}，${codes.levels.zh[e.level]}）`,
  }),
  accepted: (_, a) => ({ say: `受理${zhMargin(a, "triage", 0)}` }),
  more_asked: (e) => ({ say: `请诉求人补充，${exact(e.until)} 前有效`, quotes: [e.question] }),
  supplemented: (e) => ({ say: "补充了情况", quotes: [e.text] }),
  answered_at_once: (e) => ({ say: "当场答复诉求人", quotes: [e.answer], tone: "good" }),
  explained: (e) => ({ say: "向诉求人说明", quotes: [e.text] }),
  graded: (e) => ({
    say: `定为“${codes.levels.zh[e.level]}”${e.sensitivities.length ? `，标记：${e.sensitivities.map((s) => codes.sensitivities.zh[s]).join("、")}` : ""}`,
    quotes: [e.reason],
  }),
  classified: (e, { city }) => ({
    say: `归类：${codes.kinds.zh[e.kind]}，${city.matterPath(e.matter)}，${city.placePath(e.place)}`,
  }),
  linked: (e) => ({
    say: `关联工单：${codes.linkKinds.zh[e.link.kind]}${e.link.external ? ` ${e.link.external}` : ""}`,
  }),
  took_in: (e) => ({ say: `并入 ${e.appeals.length} 条同样的诉求，一并办理` }),
  part_opened: ({ part }, { city }) => ({
    say: `派给${city.unit(part.unit)}${codes.duties.zh[part.duty]}（${codes.manners.zh[part.manner]}）${basisZh(part.basis)}`,
    quotes: [part.task, ...groundsOf(part.basis)],
  }),
  signed: (e, a) => ({
    say: e.by_silence ? "到期未退单，视为签收" : `签收${zhMargin(a, "sign", e.part)}`,
    ...(e.by_silence ? {} : { tone: "good" as const }),
  }),
  handed_down: (e, { city }) => ({
    say: `下派给${city.unit(e.unit)}${e.overrides ? `（越级下派，${e.overrides.person}批准）` : ""}`,
    quotes: [e.note, e.overrides?.reason ?? null, e.overrides?.law ?? null],
    ...(e.overrides ? { tone: "bad" as const } : {}),
  }),
  turned_down: (e) => ({ say: `依派单目录 ${e.entry}（第 ${e.version} 版）退回：不属镇街职责`, tone: "bad" }),
  handed_back: (e) => ({ say: "交回上级", quotes: [e.reason] }),
  return_asked: (e, { city }) => ({
    say: `申请退单：${codes.returnReasons.zh[e.reason]}${e.suggests ? `，认为应由${city.unit(e.suggests)}承办` : ""}`,
    quotes: [e.basis],
    tone: "bad",
  }),
  return_judged: (e) => ({ say: `退单审核：${codes.returnFates.zh[e.fate]}`, quotes: [e.reason] }),
  part_returned: () => ({ say: "已退回，等待重新派单" }),
  dispute_opened: ({ dispute }) => ({
    say: `职责有争议，提请认定（${codes.disputeCauses.zh[dispute.cause]}）`,
    quotes: [dispute.question, dispute.new_facts],
    tone: "bad",
  }),
  claim_stated: (e, { city }) => ({
    say: `${city.unit(e.unit)}职责陈述：${codes.claims.zh[e.claim]}，依据${codes.basisKinds.zh[e.rests_on]}`,
    quotes: [e.basis, e.counter],
    ...(e.evidence && { evidence: e.evidence }),
  }),
  facts_established: (e) => ({
    say: "查明事实和权属",
    quotes: [e.text, e.ownership],
    ...(e.evidence && { evidence: e.evidence }),
  }),
  dispute_moved: (e) => ({
    say: `争议进入“${codes.disputeSteps.zh[e.to]}”${e.skipped ? `（${codes.skipReasons.zh[e.skipped]}）` : e.reason ? "" : "（上一环节时限已过）"}`,
    quotes: [e.reason],
  }),
  minutes_recorded: ({ text, terms }, { city }) => ({
    say: `形成会商纪要：由${city.unit(terms.lead)}主办，待各方签署`,
    quotes: [text],
  }),
  minutes_signed: (e, { city }) => ({
    say: `${city.unit(e.unit)}${e.agrees ? "签署会商纪要" : "不同意会商纪要"}`,
    quotes: [e.note],
  }),
  opinion_written: (e, { city }) => ({
    say: `${codes.panelSeats.zh[e.seat]}出具意见：由${city.unit(e.lead)}主办`,
    quotes: [e.opinion],
  }),
  recused: (e) => ({ say: `${codes.panelSeats.zh[e.seat]}席位回避`, quotes: [e.reason] }),
  ruling_objected: (e, { city }) => ({
    say: `${city.unit(e.unit)}对认定 ${e.number} 提出异议，不停止执行`,
    quotes: [e.grounds],
  }),
  objection_judged: (e) => ({
    say: `对认定 ${e.number} 的异议${e.upheld ? "成立，该认定失效" : "不成立"}`,
    quotes: [e.reason],
  }),
  ruling_reviewed: (e) => ({
    say: `认定 ${e.number} 复审：${e.ends ? "失效" : "继续有效"}`,
    quotes: [e.reason],
  }),
  ruled: ({ ruling }, { city }) => ({
    say: `职责认定 ${ruling.number}：由${city.unit(ruling.lead)}主办，不得再退`,
    quotes: [ruling.reasons],
  }),
  bound: () => ({ say: "此后不得再退单", detail: true }),
  contacted: (e, a) => ({
    say: `${codes.contactWays.zh[e.way]}联系诉求人，${e.reached ? "联系上了" : "没有联系上"}${e.reached ? zhMargin(a, "contact", e.part) : ""}`,
    evidence: [e.proof],
    tone: e.reached ? "good" : "bad",
  }),
  noted: (e) => ({ say: "记录进展", quotes: [e.text], evidence: e.evidence }),
  attached: (e) => ({ say: `上传${codes.evidenceKinds.zh[e.evidence.kind]}`, evidence: [e.evidence] }),
  whistled: ({ whistle }, { city }) => ({
    say: `吹哨：召集${whistle.called.map(({ unit }) => city.unit(unit)).join("、")}，${exact(whistle.meet_at)} 到现场`,
    quotes: [whistle.place, whistle.purpose, whistle.basis],
  }),
  whistle_acknowledged: (e, { city }) => ({
    say: `${city.unit(e.unit)}响应吹哨：${e.coming ? "会到" : "不能到"}`,
    quotes: [e.note],
    tone: e.coming ? "good" : "bad",
  }),
  arrived: (e, { city }) => ({
    say: `${city.unit(e.unit)}报到${e.arrival.metres != null ? `，距现场 ${e.arrival.metres} 米` : ""}`,
    ...(e.arrival.evidence ? { evidence: [e.arrival.evidence] } : {}),
    tone: "good",
  }),
  whistle_reported: (e, { city }) => ({
    say: `${city.unit(e.unit)}报到反馈`,
    quotes: [e.text],
    evidence: e.evidence,
  }),
  whistle_closed: (e, { city }) => ({
    say: `吹哨办结：${e.attendance.map((a) => `${city.unit(a.unit)}${a.came ? (a.helped ? "到场，解决了问题" : "到场") : "没有到场"}`).join("；")}`,
    quotes: [e.result],
  }),
  whistle_late: (e, { city }) => ({
    say: `${city.unit(e.unit)}没有按时${codes.whistleSteps.zh[e.step]}`,
    tone: "bad",
  }),
  opinion_asked: (e, { city }) => ({
    say: `向${city.unit(e.unit)}征询意见，希望 ${exact(e.until)} 前回复`,
    quotes: [e.question],
  }),
  opinion_given: (e) => ({ say: "回复征询", quotes: [e.answer], evidence: e.evidence }),
  help_asked: (e) => ({ say: "向热线求助", quotes: [e.text], tone: "bad" }),
  help_answered: (e) => ({ say: "答复求助", quotes: [e.text] }),
  extension_asked: (e) => ({ say: `申请延期 ${limit(e.by)}`, quotes: [e.plan] }),
  extension_judged: (e) => ({ say: e.granted ? "同意延期" : "不同意延期", quotes: [e.reason] }),
  paused: (e) => ({
    say: `因${codes.pauseReasons.zh[e.reason]}挂起，最晚到 ${exact(e.until)}（诉求人等待的时间照算）`,
  }),
  resumed: () => ({ say: "恢复办理" }),
  part_reported: (e) => ({
    say: e.interim ? "反馈阶段进展" : "协办反馈",
    quotes: [e.text],
    evidence: e.evidence,
  }),
  replied: ({ reply }, a) => ({
    say: `答复：${codes.conclusions.zh[reply.conclusion]}${zhMargin(a, "handling", leadPart(a.order))}`,
    quotes: [reply.public],
    evidence: reply.evidence,
    tone: "good",
  }),
  reply_reviewed: (e) => ({
    say: e.passed ? "答复审核通过" : `答复退回：${e.faults.map((f) => codes.replyFaults.zh[f]).join("、")}`,
    quotes: [e.note],
    tone: e.passed ? "good" : "bad",
  }),
  called_back: (e) => ({
    say: `回访：${codes.callOutcomes.zh[e.outcome]}${
      e.answers
        ? `。${e.answers.contacted ? "单位联系过" : "单位没有联系过"}，${codes.solved.zh[e.answers.solved]}，${codes.satisfactions.zh[e.answers.satisfied]}${e.answers.reasons.length ? `（${e.answers.reasons.map((r) => codes.grievances.zh[r]).join("、")}）` : ""}`
        : ""
    }`,
    ...(e.answers ? { tone: e.answers.solved === "no" ? ("bad" as const) : ("good" as const) } : {}),
  }),
  redone: (e) => ({ say: "退回重办", quotes: [e.reason], tone: "bad" }),
  deferral_asked: (e) => ({
    say: `申请挂账，责任领导 ${e.sponsor}，${e.milestones.length} 个节点，最后一个 ${exact(e.milestones.at(-1)?.due ?? 0)}`,
    quotes: [e.plan],
  }),
  deferral_judged: (e) => ({ say: e.granted ? "同意挂账" : "不同意挂账", quotes: [e.reason] }),
  deferral_ended: () => ({ say: "挂账结束，恢复办理" }),
  milestone_met: (e) => ({ say: `完成第 ${e.milestone + 1} 个节点`, evidence: e.evidence, tone: "good" }),
  milestone_missed: (e) => ({ say: `第 ${e.milestone + 1} 个节点没有按时完成`, tone: "bad" }),
  withdrawal_asked: (e) => ({ say: "提出撤单，待诉求人确认", quotes: [e.statement] }),
  withdrawal_answered: (e) => ({ say: e.confirmed ? "诉求人确认撤单" : "诉求人不同意撤单，继续办理" }),
  termination_asked: (e) => ({
    say: `申请终止办理：${codes.terminationReasons.zh[e.reason]}`,
    quotes: [e.grounds],
  }),
  termination_judged: (e) => ({ say: e.granted ? "同意终止办理" : "不同意终止办理", quotes: [e.reason] }),
  final_answer_asked: (e) => ({ say: "申请最终答复", quotes: [e.document], evidence: e.evidence }),
  final_answer_judged: (e) => ({ say: e.granted ? "同意最终答复" : "不同意最终答复", quotes: [e.reason] }),
  closed: (e) => ({
    say: `办结：${outcomeInWords("zh", e.outcome)}。${exact(e.review_until)} 前可申请复核`,
    tone: "good",
  }),
  reopened: (e) => ({ say: `重新打开，回到“${codes.stages.zh[e.stage]}”`, tone: "bad" }),
  archived: () => ({ say: "归档" }),
  review_asked: (e) => ({ say: `申请复核：${codes.reviewSubjects.zh[e.subject]}`, quotes: [e.grounds] }),
  review_judged: (e) => ({
    say: e.upheld ? "复核：原决定不当，予以纠正" : "复核：维持原决定",
    quotes: [e.reason],
  }),
  exclusion_asked: (e) => ({
    say: `申请剔除：${codes.exclusionReasons.zh[e.reason]}`,
    quotes: [e.grounds],
    evidence: e.evidence,
  }),
  exclusion_judged: (e) => ({ say: e.granted ? "同意剔除，不计入考核" : "不同意剔除", quotes: [e.reason] }),
  exclusion_revoked: () => ({ say: "撤销剔除，重新计入考核" }),
  reminded: (e) => ({ say: "催办", quotes: [e.text], tone: "bad" }),
  supervised: (e) => ({
    say: `${codes.supervisions.zh[e.grade]}，${exact(e.due)} 前反馈`,
    quotes: [e.text],
    tone: "bad",
  }),
  supervision_answered: (e) => ({ say: "反馈督办", quotes: [e.text] }),
  published: (e) => ({ say: "公开为案例", quotes: [e.title, e.summary] }),
  unpublished: (e) => ({ say: "撤下公开案例", quotes: [e.reason] }),
  erased: (e) => ({
    say: `依法清除${e.identities ? "诉求人身份" : ""}${e.texts.length ? `、${e.texts.length} 段文字` : ""}：${e.basis}`,
  }),
  clock_started: (e) => ({
    say: `“${codes.clocks.zh[e.kind]}”开始计时${e.limit ? `，${limit(e.limit)}` : ""}${e.due ? `，${exact(e.due)} 到期` : ""}`,
    detail: true,
  }),
  clock_stopped: (e) => ({ say: `“${codes.clocks.zh[e.kind]}”计时结束`, detail: true }),
  clock_restarted: (e) => ({ say: `“${codes.clocks.zh[e.kind]}”重新计时`, detail: true }),
  clock_paused: (e) => ({
    say: `“${codes.clocks.zh[e.kind]}”因${codes.pauseReasons.zh[e.reason]}停表`,
    detail: true,
  }),
  clock_resumed: (e) => ({
    say: `“${codes.clocks.zh[e.kind]}”恢复计时${e.due ? `，${exact(e.due)} 到期` : ""}`,
    detail: true,
  }),
  clock_extended: (e) => ({ say: `“${codes.clocks.zh[e.kind]}”延长 ${limit(e.by)}，${exact(e.due)} 到期` }),
  clock_reset: (e) => ({
    say: `“${codes.clocks.zh[e.kind]}”改按 ${limit(e.limit)}${e.due ? `，${exact(e.due)} 到期` : ""}`,
    detail: true,
  }),
  clock_warned: (e) => ({ say: `提醒：“${codes.clocks.zh[e.kind]}”快到期了`, detail: true }),
  clock_late: (e) => ({ say: `“${codes.clocks.zh[e.kind]}”超期`, tone: "bad" }),
  clock_red: (e) => ({ say: `“${codes.clocks.zh[e.kind]}”严重超期`, tone: "bad" }),
};

const en: Sentences = {
  registered: (e) => ({
    say: `registered the appeal (${codes.channels.en[e.appeal.channel]}, ${codes.kinds.en[e.kind]}, ${codes.levels.en[e.level]})`,
  }),
  accepted: (_, a) => ({ say: `accepted it${enMargin(a, "triage", 0)}` }),
  more_asked: (e) => ({ say: `asked the citizen for more, until ${exact(e.until)}`, quotes: [e.question] }),
  supplemented: (e) => ({ say: "added", quotes: [e.text] }),
  answered_at_once: (e) => ({ say: "answered at once", quotes: [e.answer], tone: "good" }),
  explained: (e) => ({ say: "explained to the citizen", quotes: [e.text] }),
  graded: (e) => ({
    say: `graded it ${codes.levels.en[e.level]}${e.sensitivities.length ? `, marked: ${e.sensitivities.map((s) => codes.sensitivities.en[s]).join(", ")}` : ""}`,
    quotes: [e.reason],
  }),
  classified: (e, { city }) => ({
    say: `classified it: ${codes.kinds.en[e.kind]}, ${city.matterPath(e.matter)}, ${city.placePath(e.place)}`,
  }),
  linked: (e) => ({
    say: `linked: ${codes.linkKinds.en[e.link.kind]}${e.link.external ? ` ${e.link.external}` : ""}`,
  }),
  took_in: (e) => ({ say: `took in ${e.appeals.length} appeals about the same` }),
  part_opened: ({ part }, { city }) => ({
    say: `dispatched it to ${city.unit(part.unit)} as ${codes.duties.en[part.duty].toLowerCase()} (${codes.manners.en[part.manner].toLowerCase()})${basisEn(part.basis)}`,
    quotes: [part.task, ...groundsOf(part.basis)],
  }),
  signed: (e, a) => ({
    say: e.by_silence ? "not returned in time: counted as signed" : `signed${enMargin(a, "sign", e.part)}`,
    ...(e.by_silence ? {} : { tone: "good" as const }),
  }),
  handed_down: (e, { city }) => ({
    say: `handed it down to ${city.unit(e.unit)}${e.overrides ? ` (by an override of ${e.overrides.person})` : ""}`,
    quotes: [e.note, e.overrides?.reason ?? null, e.overrides?.law ?? null],
    ...(e.overrides ? { tone: "bad" as const } : {}),
  }),
  turned_down: (e) => ({
    say: `refused it by directory entry ${e.entry} (version ${e.version}): it is a department's`,
    tone: "bad",
  }),
  handed_back: (e) => ({ say: "handed it back", quotes: [e.reason] }),
  return_asked: (e, { city }) => ({
    say: `asked to return it: ${codes.returnReasons.en[e.reason]}${e.suggests ? `; suggests ${city.unit(e.suggests)}` : ""}`,
    quotes: [e.basis],
    tone: "bad",
  }),
  return_judged: (e) => ({
    say: `judged the return: ${codes.returnFates.en[e.fate].toLowerCase()}`,
    quotes: [e.reason],
  }),
  part_returned: () => ({ say: "it is returned and waits for another dispatch" }),
  dispute_opened: ({ dispute }) => ({
    say: `whose duty it is is disputed: a ruling is asked for (${codes.disputeCauses.en[dispute.cause].toLowerCase()})`,
    quotes: [dispute.question, dispute.new_facts],
    tone: "bad",
  }),
  claim_stated: (e, { city }) => ({
    say: `${city.unit(e.unit)} says: ${codes.claims.en[e.claim].toLowerCase()}, by ${codes.basisKinds.en[e.rests_on].toLowerCase()}`,
    quotes: [e.basis, e.counter],
    ...(e.evidence && { evidence: e.evidence }),
  }),
  facts_established: (e) => ({
    say: "established the facts and whose it is",
    quotes: [e.text, e.ownership],
    ...(e.evidence && { evidence: e.evidence }),
  }),
  dispute_moved: (e) => ({
    say: `the dispute comes to “${codes.disputeSteps.en[e.to]}”${e.skipped ? ` (${codes.skipReasons.en[e.skipped].toLowerCase()})` : e.reason ? "" : " (the time of the step before is over)"}`,
    quotes: [e.reason],
  }),
  minutes_recorded: ({ text, terms }, { city }) => ({
    say: `drew up the minutes: ${city.unit(terms.lead)} leads, when all have signed`,
    quotes: [text],
  }),
  minutes_signed: (e, { city }) => ({
    say: `${city.unit(e.unit)} ${e.agrees ? "signed the minutes" : "does not agree to the minutes"}`,
    quotes: [e.note],
  }),
  opinion_written: (e, { city }) => ({
    say: `${codes.panelSeats.en[e.seat]} is of the opinion that ${city.unit(e.lead)} leads`,
    quotes: [e.opinion],
  }),
  recused: (e) => ({ say: `${codes.panelSeats.en[e.seat]} stands aside`, quotes: [e.reason] }),
  ruling_objected: (e, { city }) => ({
    say: `${city.unit(e.unit)} objects to ruling ${e.number}, which is not suspended`,
    quotes: [e.grounds],
  }),
  objection_judged: (e) => ({
    say: `the objection to ruling ${e.number} is ${e.upheld ? "upheld; the ruling ends" : "rejected"}`,
    quotes: [e.reason],
  }),
  ruling_reviewed: (e) => ({
    say: `ruling ${e.number} was reviewed: it ${e.ends ? "ends" : "goes on"}`,
    quotes: [e.reason],
  }),
  ruled: ({ ruling }, { city }) => ({
    say: `ruling ${ruling.number}: ${city.unit(ruling.lead)} leads, and cannot return it`,
    quotes: [ruling.reasons],
  }),
  bound: () => ({ say: "it cannot be returned any more", detail: true }),
  contacted: (e, a) => ({
    say: `contacted the citizen ${codes.contactWays.en[e.way].toLowerCase()}: ${e.reached ? "reached" : "not reached"}${e.reached ? enMargin(a, "contact", e.part) : ""}`,
    evidence: [e.proof],
    tone: e.reached ? "good" : "bad",
  }),
  noted: (e) => ({ say: "noted", quotes: [e.text], evidence: e.evidence }),
  attached: (e) => ({
    say: `added a ${codes.evidenceKinds.en[e.evidence.kind].toLowerCase()}`,
    evidence: [e.evidence],
  }),
  whistled: ({ whistle }, { city }) => ({
    say: `whistled: ${whistle.called.map(({ unit }) => city.unit(unit)).join(", ")} to be there at ${exact(whistle.meet_at)}`,
    quotes: [whistle.place, whistle.purpose, whistle.basis],
  }),
  whistle_acknowledged: (e, { city }) => ({
    say: `${city.unit(e.unit)} answered the whistle: ${e.coming ? "coming" : "not coming"}`,
    quotes: [e.note],
    tone: e.coming ? "good" : "bad",
  }),
  arrived: (e, { city }) => ({
    say: `${city.unit(e.unit)} arrived${e.arrival.metres != null ? `, ${e.arrival.metres} m from the place` : ""}`,
    ...(e.arrival.evidence ? { evidence: [e.arrival.evidence] } : {}),
    tone: "good",
  }),
  whistle_reported: (e, { city }) => ({
    say: `${city.unit(e.unit)} reported`,
    quotes: [e.text],
    evidence: e.evidence,
  }),
  whistle_closed: (e, { city }) => ({
    say: `closed the whistle: ${e.attendance.map((a) => `${city.unit(a.unit)} ${a.came ? (a.helped ? "came and helped" : "came") : "did not come"}`).join("; ")}`,
    quotes: [e.result],
  }),
  whistle_late: (e, { city }) => ({
    say: `${city.unit(e.unit)} is late: ${codes.whistleSteps.en[e.step].toLowerCase()}`,
    tone: "bad",
  }),
  opinion_asked: (e, { city }) => ({
    say: `asked ${city.unit(e.unit)} for an opinion, hoped for by ${exact(e.until)}`,
    quotes: [e.question],
  }),
  opinion_given: (e) => ({ say: "gave an opinion", quotes: [e.answer], evidence: e.evidence }),
  help_asked: (e) => ({ say: "asked the hotline for help", quotes: [e.text], tone: "bad" }),
  help_answered: (e) => ({ say: "answered the request for help", quotes: [e.text] }),
  extension_asked: (e) => ({ say: `asked for ${limit(e.by)} more`, quotes: [e.plan] }),
  extension_judged: (e) => ({
    say: e.granted ? "granted the extension" : "refused the extension",
    quotes: [e.reason],
  }),
  paused: (e) => ({
    say: `paused: ${codes.pauseReasons.en[e.reason].toLowerCase()}, until ${exact(e.until)} at most (the citizen's clock goes on)`,
  }),
  resumed: () => ({ say: "resumed" }),
  part_reported: (e) => ({
    say: e.interim ? "reported progress" : "reported",
    quotes: [e.text],
    evidence: e.evidence,
  }),
  replied: ({ reply }, a) => ({
    say: `replied: ${codes.conclusions.en[reply.conclusion].toLowerCase()}${enMargin(a, "handling", leadPart(a.order))}`,
    quotes: [reply.public],
    evidence: reply.evidence,
    tone: "good",
  }),
  reply_reviewed: (e) => ({
    say: e.passed
      ? "passed the reply"
      : `sent the reply back: ${e.faults.map((f) => codes.replyFaults.en[f].toLowerCase()).join(", ")}`,
    quotes: [e.note],
    tone: e.passed ? "good" : "bad",
  }),
  called_back: (e) => ({
    say: `callback: ${codes.callOutcomes.en[e.outcome].toLowerCase()}${
      e.answers
        ? `. ${e.answers.contacted ? "The unit got in touch" : "The unit did not get in touch"}; ${codes.solved.en[e.answers.solved].toLowerCase()}; ${codes.satisfactions.en[e.answers.satisfied].toLowerCase()}${e.answers.reasons.length ? ` (${e.answers.reasons.map((r) => codes.grievances.en[r].toLowerCase()).join(", ")})` : ""}`
        : ""
    }`,
    ...(e.answers ? { tone: e.answers.solved === "no" ? ("bad" as const) : ("good" as const) } : {}),
  }),
  redone: (e) => ({ say: "sent it back to be redone", quotes: [e.reason], tone: "bad" }),
  deferral_asked: (e) => ({
    say: `asked for a deferral: sponsor ${e.sponsor}, ${e.milestones.length} milestones, the last ${exact(e.milestones.at(-1)?.due ?? 0)}`,
    quotes: [e.plan],
  }),
  deferral_judged: (e) => ({
    say: e.granted ? "granted the deferral" : "refused the deferral",
    quotes: [e.reason],
  }),
  deferral_ended: () => ({ say: "the deferral ended" }),
  milestone_met: (e) => ({ say: `met milestone ${e.milestone + 1}`, evidence: e.evidence, tone: "good" }),
  milestone_missed: (e) => ({ say: `milestone ${e.milestone + 1} was missed`, tone: "bad" }),
  withdrawal_asked: (e) => ({
    say: "asked for a withdrawal, which the citizen must confirm",
    quotes: [e.statement],
  }),
  withdrawal_answered: (e) => ({
    say: e.confirmed ? "the citizen confirmed the withdrawal" : "the citizen did not agree: it goes on",
  }),
  termination_asked: (e) => ({
    say: `asked to terminate: ${codes.terminationReasons.en[e.reason].toLowerCase()}`,
    quotes: [e.grounds],
  }),
  termination_judged: (e) => ({
    say: e.granted ? "granted the termination" : "refused the termination",
    quotes: [e.reason],
  }),
  final_answer_asked: (e) => ({
    say: "asked for a final answer",
    quotes: [e.document],
    evidence: e.evidence,
  }),
  final_answer_judged: (e) => ({
    say: e.granted ? "granted the final answer" : "refused the final answer",
    quotes: [e.reason],
  }),
  closed: (e) => ({
    say: `closed: ${outcomeInWords("en", e.outcome)}. A review may be asked for until ${exact(e.review_until)}`,
    tone: "good",
  }),
  reopened: (e) => ({ say: `opened again, at “${codes.stages.en[e.stage]}”`, tone: "bad" }),
  archived: () => ({ say: "archived" }),
  review_asked: (e) => ({
    say: `asked for a review of: ${codes.reviewSubjects.en[e.subject].toLowerCase()}`,
    quotes: [e.grounds],
  }),
  review_judged: (e) => ({
    say: e.upheld ? "review: the decision was wrong and is put right" : "review: the decision stands",
    quotes: [e.reason],
  }),
  exclusion_asked: (e) => ({
    say: `asked for an exclusion: ${codes.exclusionReasons.en[e.reason].toLowerCase()}`,
    quotes: [e.grounds],
    evidence: e.evidence,
  }),
  exclusion_judged: (e) => ({
    say: e.granted ? "excluded from the scores" : "refused the exclusion",
    quotes: [e.reason],
  }),
  exclusion_revoked: () => ({ say: "the exclusion was revoked" }),
  reminded: (e) => ({ say: "reminded", quotes: [e.text], tone: "bad" }),
  supervised: (e) => ({
    say: `supervision: ${codes.supervisions.en[e.grade].toLowerCase()}; to be answered by ${exact(e.due)}`,
    quotes: [e.text],
    tone: "bad",
  }),
  supervision_answered: (e) => ({ say: "answered the supervision", quotes: [e.text] }),
  published: (e) => ({ say: "published it as a case", quotes: [e.title, e.summary] }),
  unpublished: (e) => ({ say: "withdrew the published case", quotes: [e.reason] }),
  erased: (e) => ({
    say: `erased${e.identities ? " the identities" : ""}${e.texts.length ? ` and ${e.texts.length} texts` : ""}: ${e.basis}`,
  }),
  clock_started: (e) => ({
    say: `clock “${codes.clocks.en[e.kind]}” started${e.limit ? `, ${limit(e.limit)}` : ""}${e.due ? `, due ${exact(e.due)}` : ""}`,
    detail: true,
  }),
  clock_stopped: (e) => ({ say: `clock “${codes.clocks.en[e.kind]}” stopped`, detail: true }),
  clock_restarted: (e) => ({ say: `clock “${codes.clocks.en[e.kind]}” began anew`, detail: true }),
  clock_paused: (e) => ({
    say: `clock “${codes.clocks.en[e.kind]}” paused: ${codes.pauseReasons.en[e.reason].toLowerCase()}`,
    detail: true,
  }),
  clock_resumed: (e) => ({
    say: `clock “${codes.clocks.en[e.kind]}” resumed${e.due ? `, due ${exact(e.due)}` : ""}`,
    detail: true,
  }),
  clock_extended: (e) => ({
    say: `clock “${codes.clocks.en[e.kind]}” extended by ${limit(e.by)}, due ${exact(e.due)}`,
  }),
  clock_reset: (e) => ({
    say: `clock “${codes.clocks.en[e.kind]}” set to ${limit(e.limit)}${e.due ? `, due ${exact(e.due)}` : ""}`,
    detail: true,
  }),
  clock_warned: (e) => ({ say: `warning: “${codes.clocks.en[e.kind]}” is nearly due`, detail: true }),
  clock_late: (e) => ({ say: `“${codes.clocks.en[e.kind]}” is late`, tone: "bad" }),
  clock_red: (e) => ({ say: `“${codes.clocks.en[e.kind]}” is very late`, tone: "bad" }),
};

function basisZh(basis: Order["parts"][number]["basis"]): string {
  if (basis.by === "directory") return `，依据派单目录 ${basis.entry}（第 ${basis.version} 版）`;
  if (basis.by === "override") return `，越级下派，${basis.person}批准`;
  return basis.by === "ruling" ? `，依据职责认定 ${basis.number}` : "，人工判定";
}
function basisEn(basis: Order["parts"][number]["basis"]): string {
  if (basis.by === "directory") return `, by directory entry ${basis.entry} (version ${basis.version})`;
  if (basis.by === "override") return `, by an override of ${basis.person}`;
  return basis.by === "ruling" ? `, by ruling ${basis.number}` : ", decided by hand";
}

/** What somebody wrote in place of the directory's word. */
function groundsOf(basis: Basis): (Text | null)[] {
  if (basis.by === "override") return [basis.reason, basis.law];
  return [basis.by === "human" ? basis.reason : null];
}

const leadPart = (order: Order) => order.parts.findLast((part) => part.duty === "lead")?.no ?? 0;

const sentences: Bilingual<Sentences> = { zh, en };

/** The sentence of an event. */
export function sentenceOf(language: Language, event: unknown, around: Around): Sentence {
  const [kind, data] =
    typeof event === "string" ? [event, null] : (Object.entries(event as object)[0] ?? ["", null]);
  const say = sentences[language][kind as EventKind] as
    ((data: unknown, around: Around) => Sentence) | undefined;
  return say ? say(data, around) : { say: kind };
}
