/** 争议与职责认定: whose duty it is, settled. */
import * as codes from "../../words/codes";
import { b, form } from "../form";

const ruling = { kind: "ruling", label: b("认定书", "The ruling") } as const;
const ownUnit = { kind: "unit", label: b("本单位", "Your unit"), own: true } as const;
const evidence = { kind: "evidence", label: b("佐证", "Evidence"), optional: true } as const;

export const disputing = {
  disputes: form("disputes", "open_dispute", {
    fields: {
      reason: { kind: "text", label: b("争议焦点", "What is disputed"), rows: 4 },
      ground: {
        kind: "choice",
        label: b("争议类型", "On what ground"),
        words: codes.returnReasons,
        initial: "duties_overlap",
      },
      units: { kind: "units", label: b("涉及的其他单位", "Other units concerned"), optional: true },
      new_facts: {
        kind: "text",
        label: b("新的事实", "New facts"),
        help: b("同一问题已有认定的，须写明新的事实。", "Needed when the same was ruled on before."),
        optional: true,
        absent: true,
        rows: 2,
      },
    },
    what: b(
      "各方限时陈述，认定期间由现承办单位先行处置。",
      "The units state their claims in time; meanwhile the present unit acts first.",
    ),
  }),
  claims: form("claims", "state_claim", {
    fields: {
      unit: ownUnit,
      claim: { kind: "choice", label: b("主张", "Claim"), words: codes.claims },
      rests_on: { kind: "choice", label: b("依据种类", "It rests on"), words: codes.basisKinds },
      basis: {
        kind: "text",
        label: b("依据", "Basis"),
        help: b("写明文件名称和条款。", "Name the document and the article."),
        rows: 4,
      },
      counter: {
        kind: "text",
        label: b("对他方依据的意见", "What speaks against the others' basis"),
        optional: true,
        absent: true,
        rows: 3,
      },
      points_to: { kind: "unit", label: b("认为应由谁办理", "Whose duty it is"), optional: true },
      evidence,
    },
    what: b("陈述记入争议案卷，各方可见。", "It goes into the file, and all parties see it."),
    lasting: b("每个单位只陈述一次。", "Each unit states its claim once."),
  }),
  facts: form("facts", "establish_facts", {
    fields: {
      text: { kind: "text", label: b("查明的事实", "What was found"), rows: 4 },
      position: { kind: "position", label: b("位置", "Where"), optional: true },
      ownership: {
        kind: "text",
        label: b("权属", "Whose it is"),
        optional: true,
        absent: true,
        rows: 2,
      },
      evidence,
    },
    what: b("事实记入案卷，各方据此陈述。", "All argue about the same facts."),
  }),
  "dispute-steps": form("dispute-steps", "advance_dispute", {
    fields: {
      to: { kind: "choice", label: b("进入环节", "To which step"), words: codes.disputeSteps },
      skip: {
        kind: "choice",
        label: b("跳过理由", "Why a step is left out"),
        help: b("本环节未完成或越过环节的，须选理由。", "Needed when a step is not done."),
        words: codes.skipReasons,
        optional: true,
      },
      reason: { kind: "text", label: b("说明", "In words"), rows: 3 },
    },
    what: b("下一环节的时限开始计算。", "The time of the next step begins."),
  }),
  minutes: form("minutes", "record_minutes", {
    fields: {
      text: { kind: "text", label: b("会商情况", "What was said"), rows: 6 },
      terms: { kind: "terms", label: b("商定事项", "What was agreed") },
    },
    what: b("各方签署后即为认定。", "Signed by all, it is a ruling."),
  }),
  "minutes-signatures": form("minutes-signatures", "sign_minutes", {
    fields: {
      unit: ownUnit,
      agrees: {
        kind: "yes",
        label: b("是否同意", "Do you agree"),
        yes: b("同意并签署", "Yes"),
        no: b("不同意", "No"),
      },
      note: { kind: "text", label: b("补充说明", "What you add"), optional: true, rows: 3 },
    },
    what: b("最后一方签署后，纪要具有约束力。", "With the last signature the minutes bind."),
    lasting: b("签署后不能撤回。", "It cannot be taken back."),
  }),
  "panel-opinions": form("panel-opinions", "write_opinion", {
    fields: {
      seat: { kind: "choice", label: b("席位", "Seat"), words: codes.panelSeats },
      lead: { kind: "unit", label: b("应由谁主办", "Who leads") },
      opinion: { kind: "text", label: b("书面意见", "Opinion"), rows: 6 },
    },
    what: b("意见记入案卷，不同意见一并载明。", "It goes into the file; dissent is recorded."),
  }),
  recusals: form("recusals", "recuse_seat", {
    fields: {
      seat: { kind: "choice", label: b("席位", "Seat"), words: codes.panelSeats },
      reason: { kind: "text", label: b("回避理由", "Why"), rows: 3 },
    },
    what: b("该席位不计入认定。", "The seat does not count."),
  }),
  rulings: form("rulings", "rule", {
    fields: {
      terms: { kind: "terms", label: b("认定事项", "What is ruled") },
      reasons: {
        kind: "text",
        label: b("认定理由和依据", "Reasons and basis"),
        help: b("写明争议焦点、各方意见、依据条文。", "The point in dispute, the opinions, the law."),
        rows: 8,
      },
      skip: {
        kind: "skip",
        label: b("不等候陈述的理由", "Why the units are not waited for"),
        optional: true,
      },
    },
    what: b(
      "认定编号、签名并立即生效，被认定单位不得退单。",
      "It is numbered, signed and binds at once; the unit cannot return the order.",
    ),
    lasting: b("认定书签名后不能撤回。", "Once signed it cannot be taken back."),
  }),
  "ruling-objections": form("ruling-objections", "object_ruling", {
    fields: {
      number: ruling,
      unit: ownUnit,
      grounds: { kind: "text", label: b("异议理由", "Why"), rows: 5 },
    },
    what: b("异议期间不停止执行。", "The ruling is not suspended."),
    lasting: b("每个单位只能提出一次。", "Each unit objects once."),
  }),
  "ruling-objection-verdicts": form("ruling-objection-verdicts", "judge_objection", {
    fields: {
      number: ruling,
      upheld: {
        kind: "yes",
        label: b("异议是否成立", "Is it upheld"),
        yes: b("成立", "Yes"),
        no: b("不成立", "No"),
      },
      reason: { kind: "text", label: b("理由", "Reason"), rows: 4 },
    },
    what: b(
      "异议成立的，认定失效，本工单重新认定。",
      "If upheld the ruling ends, and the order is ruled on anew.",
    ),
  }),
  "ruling-reviews": form("ruling-reviews", "review_ruling", {
    fields: {
      number: ruling,
      ends: {
        kind: "yes",
        label: b("是否废止", "Does it end"),
        yes: b("废止", "Yes"),
        no: b("继续有效", "No"),
      },
      until: { kind: "day", label: b("有效期至", "Until"), optional: true },
      review: { kind: "day", label: b("下次复审", "Next review"), optional: true },
      reason: { kind: "text", label: b("理由", "Reason"), rows: 4 },
    },
    what: b("此后的派单按复审结果办理。", "Later dispatches follow it."),
  }),
};
