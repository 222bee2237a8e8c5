/**
 * What is wrong with an order, seen from above, and the words with which one
 * presses for it: templates that an official would otherwise type each time.
 */
import type { Clock, Moment, Order } from "../api/types";
import type { Language } from "../shell/settings";
import * as codes from "../words/codes";
import { exact } from "../words/time";

export type Situation =
  | { is: "late" | "unsigned" | "uncontacted" | "assist_silent" | "supervision_unanswered"; due: Moment }
  | { is: "bad_reply" | "disputed" | "other" }
  | { is: "redone" | "returned"; times: number };

/** What is wrong now, the weightiest first; `other` is always there to write in one's own words. */
export function situationsOf(order: Order, now: Moment): Situation[] {
  const over = (kind: Clock["kind"], duty?: "lead" | "assist") =>
    order.clocks.find(
      (clock) =>
        clock.kind === kind &&
        clock.stopped == null &&
        clock.due != null &&
        clock.due < now &&
        (!duty || order.parts.some((part) => part.no === clock.part && part.duty === duty)),
    )?.due ?? undefined;
  const found: Situation[] = [];
  const supervision = order.supervisions.at(-1);
  if (supervision && supervision.answered_at == null && supervision.due < now)
    found.push({ is: "supervision_unanswered", due: supervision.due });
  const due = {
    unsigned: over("sign"),
    uncontacted: over("contact"),
    late: over("handling", "lead"),
    assist_silent: over("handling", "assist"),
  };
  for (const is of ["unsigned", "uncontacted", "late", "assist_silent"] as const)
    if (due[is] !== undefined) found.push({ is, due: due[is] });
  if (order.stage === "disputed") found.push({ is: "disputed" });
  if (order.returns.length) found.push({ is: "returned", times: order.returns.length });
  if (order.round > 0) found.push({ is: "redone", times: order.round });
  if (order.replies.length && order.stage === "handling") found.push({ is: "bad_reply" });
  return [...found, { is: "other" }];
}

/** Its name on a button. */
export function situationName(language: Language, situation: Situation): string {
  return { zh: NAMES_ZH, en: NAMES_EN }[language][situation.is];
}

const NAMES_ZH: Record<Situation["is"], string> = {
  late: "办理超期",
  unsigned: "超时未签收",
  uncontacted: "超时未联系",
  assist_silent: "协办未反馈",
  supervision_unanswered: "督办逾期未反馈",
  bad_reply: "答复不合格",
  disputed: "职责争议",
  redone: "多次重办",
  returned: "多次退单",
  other: "其他",
};
const NAMES_EN: Record<Situation["is"], string> = {
  late: "Late",
  unsigned: "Not signed in time",
  uncontacted: "Citizen not contacted in time",
  assist_silent: "Assist is silent",
  supervision_unanswered: "Supervision not answered",
  bad_reply: "Bad reply",
  disputed: "Quarrel over duty",
  redone: "Redone again",
  returned: "Returned",
  other: "Other",
};

/** The wording for a reminder or a supervision, in the language of the person; empty for `other`. */
export function wording(language: Language, situation: Situation, order: Order): string {
  const zh = language === "zh";
  switch (situation.is) {
    case "late":
      return zh
        ? `本单应于${exact(situation.due)}前办结，现已超期。请于收到后 1 个工作日内办结答复；确需更长时间的，书面说明原因和预计完成时间，并先向诉求人说明进展。`
        : `This was due ${exact(situation.due)} and is late. Answer it within one working day, or say in writing why not and by when, and tell the citizen how it stands.`;
    case "unsigned":
      return zh
        ? `本单签收时限为${exact(situation.due)}，至今未签收。请立即签收办理；认为不属本单位职责的，附依据提出退单，不得搁置。`
        : `This was to be signed by ${exact(situation.due)}. Sign it now; if the duty is not yours, return it with its basis. It must not lie still.`;
    case "uncontacted":
      return zh
        ? `本单首次联系时限为${exact(situation.due)}，诉求人尚未接到联系。请马上联系诉求人，说明办理安排，并通过平台留下记录。`
        : `The citizen was to be contacted by ${exact(situation.due)} and has heard nothing. Contact them now, through the platform.`;
    case "assist_silent":
      return zh
        ? `协办事项应于${exact(situation.due)}前反馈，至今未反馈。请立即向主办单位反馈办理情况，不得影响主办单位答复诉求人。`
        : `The assist's report was due ${exact(situation.due)}. Report to the lead now, so that the citizen can be answered.`;
    case "supervision_unanswered": {
      const last = order.supervisions.at(-1);
      const grade = last ? codes.supervisions[language][last.grade] : "";
      return zh
        ? `${grade}要求${exact(situation.due)}前反馈，至今未见反馈。请立即书面反馈办理情况和责任人，逾期将升级督办。`
        : `The supervision (${grade.toLowerCase()}) was to be answered by ${exact(situation.due)}. Answer in writing now and name who is responsible; otherwise it goes one step up.`;
    }
    case "bad_reply":
      return zh
        ? "答复经审核不合格。请逐项回应诉求，写明查明的事实、依据和办理结果，附佐证，重新答复。"
        : "The reply did not pass. Answer each demand, with the facts, the basis, the result and evidence.";
    case "disputed":
      return zh
        ? "职责认定期间，请首接单位按首接负责要求先行处置，不得停办、等待。"
        : "While the duty is being ruled on, the unit that received it first goes on handling it.";
    case "redone":
      return zh
        ? `本单已重办 ${situation.times} 次，诉求人仍反映没有解决。请由单位分管负责人牵头到现场核查，提出解决办法和完成时间，书面反馈。`
        : `This was redone ${situation.times} times and the citizen says it is not solved. A deputy head is to look at it on site and to say in writing how and by when it will be.`;
    case "returned":
      return zh
        ? `本单已退回 ${situation.times} 次。请先行处置；对职责有异议的，通过职责认定程序解决，认定前不得停办。`
        : `This was returned ${situation.times} times. Act first; a quarrel over the duty goes to a ruling, and the work goes on until then.`;
    case "other":
      return "";
  }
}
