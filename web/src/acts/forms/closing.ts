/** 审核、回访与其他去向: whether it is true, whether it helped, and what does not end plainly. */
import * as codes from "../../words/codes";
import { b, form } from "../form";
import { leadPart } from "./parts";

const GRANT = { yes: b("同意", "Grant"), no: b("不同意", "Refuse") };
const verdict = {
  granted: { kind: "yes", label: b("审批结论", "Verdict"), ...GRANT },
  reason: { kind: "text", label: b("理由", "Reason"), rows: 3 },
} as const;

export const closing = {
  "reply-reviews": form("reply-reviews", "review_reply", {
    fields: {
      passed: {
        kind: "yes",
        label: b("审核结论", "Verdict"),
        yes: b("通过", "Pass"),
        no: b("退回重写", "Send back"),
      },
      faults: {
        kind: "choices",
        label: b("问题", "What is wrong"),
        words: codes.replyFaults,
        optional: true,
        when: (values) => values.passed === false,
      },
      note: { kind: "text", label: b("审核意见", "Note"), rows: 3, optional: true },
    },
    what: b(
      "通过后答复发给诉求人并安排回访；退回的由承办单位重写。",
      "If it passes, the citizen gets it; else the unit writes anew.",
    ),
  }),
  callbacks: form("callbacks", "call_back", {
    fields: {
      appeal: { kind: "appeal", label: b("回访哪位诉求人", "Which citizen") },
      outcome: {
        kind: "choice",
        label: b("接通情况", "The call"),
        words: codes.callOutcomes,
        initial: "reached",
      },
      answers: {
        kind: "answers",
        label: b("诉求人怎么说", "What the citizen says"),
        when: (values) => values.outcome === "reached",
      },
    },
    what: b("按诉求人的原话记录，不替诉求人回答。", "What the citizen says, in their own words."),
  }),
  redos: form("redos", "redo", {
    fields: { reason: { kind: "text", label: b("为什么重办", "Why"), rows: 4 } },
    what: b("退回原承办单位重新办理，时限重新计算。", "It goes back to the unit; its clock starts anew."),
    lasting: b("重办次数有限，会计入单位考核。", "Redos are limited and count for the unit."),
  }),
  deferrals: form("deferrals", "ask_deferral", {
    fields: {
      part: leadPart,
      plan: {
        kind: "text",
        label: b("解决方案", "Plan"),
        help: b("写清为什么现在解决不了、打算怎么解决。", "Why not now, and how later."),
        rows: 5,
      },
      sponsor: { kind: "line", label: b("责任领导", "Sponsor") },
      milestones: { kind: "milestones", label: b("节点", "Milestones") },
      public: {
        kind: "yes",
        label: b("是否公开", "Public?"),
        yes: b("公开", "Public"),
        no: b("不公开", "Not public"),
        initial: true,
      },
    },
    what: b(
      "批准后按节点推进，诉求人看得到方案和进度。",
      "Once granted it follows the milestones, which the citizen sees.",
    ),
  }),
  "deferral-verdicts": form("deferral-verdicts", "judge_deferral", {
    fields: verdict,
    what: b("同意后转入挂账，按节点督促。", "If granted, the milestones are watched."),
  }),
  milestones: form("milestones", "meet_milestone", {
    fields: {
      milestone: {
        kind: "pick",
        label: b("哪个节点", "Which milestone"),
        // Milestones are met in their order: the next one.
        of: (order) => {
          const milestones = order.deferral?.milestones ?? [];
          const next = milestones.findIndex((milestone) => milestone.met_at == null);
          return next < 0 ? [] : [{ value: next, label: milestones[next]?.what ?? null }];
        },
      },
      evidence: { kind: "evidence", label: b("佐证", "Evidence") },
    },
    what: b("节点完成，告知诉求人。", "The citizen is told."),
  }),
  withdrawals: form("withdrawals", "ask_withdrawal", {
    fields: {
      statement: {
        kind: "text",
        label: b("诉求人怎么说的", "What the citizen said"),
        help: b("撤单须由诉求人本人确认，单位不能代替。", "Only the citizen can make it true."),
        rows: 3,
      },
    },
    what: b(
      "由热线向诉求人核实；不同意的继续办理。",
      "The hotline asks the citizen; without their word it goes on.",
    ),
  }),
  "withdrawal-answers": form("withdrawal-answers", "answer_withdrawal", {
    fields: {
      confirmed: {
        kind: "yes",
        label: b("诉求人本人的意思", "The citizen's own word"),
        yes: b("确认撤单", "Confirms"),
        no: b("不撤，继续办理", "Does not: it goes on"),
      },
    },
    what: b("确认后办结，不同意则继续办理。", "Confirmed, it is closed; else it goes on."),
  }),
  terminations: form("terminations", "ask_termination", {
    fields: {
      part: leadPart,
      reason: { kind: "choice", label: b("终止原因", "Reason"), words: codes.terminationReasons },
      grounds: { kind: "text", label: b("事实和依据", "Grounds"), rows: 5 },
    },
    what: b("须经审核；不同意的继续办理。", "It is decided on; else it goes on."),
    danger: true,
  }),
  "termination-verdicts": form("termination-verdicts", "judge_termination", {
    fields: verdict,
    what: b("同意后终止办理并告知诉求人。", "If granted it ends, and the citizen is told."),
  }),
  "final-answers": form("final-answers", "ask_final_answer", {
    fields: {
      part: leadPart,
      document: { kind: "text", label: b("最终答复文书", "The document"), rows: 8 },
      evidence: { kind: "evidence", label: b("附件", "Files") },
    },
    what: b("审核同意后，同一事实不再受理。", "Once granted, the same facts are not taken up again."),
    danger: true,
  }),
  "final-answer-verdicts": form("final-answer-verdicts", "judge_final_answer", {
    fields: verdict,
    what: b(
      "同意后，同一事实不再受理；电子签名留痕。",
      "If granted, the same facts are not taken up again; it is signed.",
    ),
    lasting: b("同意后不能撤回。", "It cannot be taken back."),
  }),
  closures: form("closures", "close", {
    fields: {
      unresolved: {
        kind: "choice",
        label: b("没有解决但仍办结的原因", "Why it is closed though not solved"),
        help: b("诉求人说已解决的，不用选。", "Leave it empty when the citizen says it is solved."),
        words: codes.unresolveds,
        optional: true,
      },
    },
    what: b("办结后诉求人还可以申请复核。", "The citizen may still ask for a review."),
    lasting: b("办结后不能直接重新打开。", "It cannot simply be opened again."),
  }),
  archivings: form("archivings", "archive", {
    fields: {},
    what: b("归档后只能查看。", "Then it can only be read."),
  }),
};
