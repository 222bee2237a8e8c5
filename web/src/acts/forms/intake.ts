/** 受理: what came in, and whether it is for us. */
import * as codes from "../../words/codes";
import { b, form } from "../form";

/** The routes that can be told with each reason; the domain refuses others. */
export const ROUTES: Record<string, readonly string[]> = {
  R01: ["court", "arbitration", "reconsideration", "discipline", "disclosure"],
  R02: ["petition_office"],
  R03: ["competent_body", "police", "disclosure"],
  R04: ["police", "court", "competent_body"],
  R05: ["earlier_result", "reconsideration", "court", "petition_office"],
  R06: ["earlier_result", "reconsideration", "court", "petition_office"],
  R07: ["competent_body", "discipline", "court"],
  R08: ["appeal_again"],
  R09: ["market", "court", "arbitration"],
  R10: ["police"],
  R11: ["other_hotline"],
};

export const intake = {
  acceptances: form("acceptances", "accept", {
    fields: {},
    what: b("受理后进入派单。", "It goes on to dispatch."),
  }),
  "instant-answers": form("instant-answers", "answer_at_once", {
    fields: {
      answer: {
        kind: "text",
        label: b("答复内容", "Answer"),
        help: b("照知识库的口径答复，写清依据。", "As the knowledge base has it, with its source."),
        rows: 5,
      },
    },
    what: b("当场答复并办结，不再派单。", "It is answered and closed, without dispatch."),
    lasting: b("办结后诉求人只能通过申请复核重新打开。", "Once closed, only a review opens it again."),
  }),
  refusals: form("refusals", "refuse", {
    fields: {
      reason: { kind: "choice", label: b("不予受理的原因", "Why it is refused"), words: codes.unacceptables },
      route: {
        kind: "choice",
        label: b("告知诉求人走哪条途径", "The lawful route to tell"),
        help: b("只列出与原因相符的法定途径。", "Only routes that fit the reason are offered."),
        words: codes.routes,
        among: (values) => ROUTES[String(values.reason)] ?? Object.keys(codes.routes.zh),
      },
      explanation: {
        kind: "text",
        label: b("向诉求人说明", "Explanation for the citizen"),
        help: b("说清为什么不受理、该找谁、怎么找。", "Why, and where to go and how."),
      },
    },
    what: b(
      "不予受理并告知法定途径，诉求人可申请复核。",
      "It is refused with a lawful route; the citizen may ask for a review.",
    ),
    lasting: b("不予受理会立即告知诉求人。", "The citizen is told at once."),
    danger: true,
  }),
  transfers: form("transfers", "transfer", {
    fields: {
      line: { kind: "choice", label: b("转到", "To"), words: codes.emergencyLines },
      note: { kind: "text", label: b("转接时说明的情况", "What was told"), rows: 3 },
    },
    what: b("立即转紧急专线处置并办结。", "It is handed to the emergency line at once, and closed."),
    lasting: b("请确认专线已经接听。", "Make sure that the line has answered."),
  }),
  questions: form("questions", "ask_for_more", {
    fields: {
      question: { kind: "text", label: b("请诉求人补充什么", "What the citizen is asked"), rows: 3 },
    },
    what: b("诉求人会收到通知；补充前工单等待。", "The citizen is told; the order waits for the answer."),
  }),
  supplements: form("supplements", "supplement", {
    fields: { text: { kind: "text", label: b("诉求人补充的情况", "What the citizen added"), rows: 5 } },
    what: b("补充的情况会告知承办单位。", "The unit is told."),
  }),
  grades: form("grades", "grade", {
    fields: {
      level: {
        kind: "choice",
        label: b("级别", "Level"),
        words: codes.levels,
        now: (order) => order.level,
      },
      sensitivities: {
        kind: "choices",
        label: b("标记", "Marks"),
        words: codes.sensitivities,
        now: (order) => order.sensitivities,
      },
      reason: { kind: "text", label: b("理由", "Reason"), rows: 2 },
    },
    what: b("时限随级别重新计算。", "Limits are counted anew by the level."),
  }),
  classifications: form("classifications", "classify", {
    fields: {
      kind: { kind: "choice", label: b("类型", "Kind"), words: codes.kinds, now: (order) => order.kind },
      matter: { kind: "matter", label: b("事项", "Matter"), now: (order) => order.matter || null },
      place: { kind: "place", label: b("属地", "Place"), now: (order) => order.place || null },
      accused: {
        kind: "units",
        label: b("被反映的单位", "Units complained of"),
        help: b("被反映的单位要回避，不能承办。", "They stand aside and cannot handle it."),
        optional: true,
        now: (order) => order.accused,
      },
      accused_people: {
        kind: "people",
        label: b("被反映的工作人员（账号）", "Staff complained of (log-ins)"),
        optional: true,
        now: (order) => order.accused_people ?? [],
      },
      facts: {
        kind: "facts",
        label: b("已查明的情况", "What was found out"),
        help: b(
          "目录中有的条目看行为主体、看权属。",
          "Some entries depend on whose conduct, or whose thing, it is.",
        ),
        optional: true,
      },
    },
    what: b(
      "事项、属地和查明的情况决定派给谁。",
      "Matter, place and what was found out decide whose duty it is.",
    ),
  }),
  splits: form("splits", "split", {
    fields: {
      matters: { kind: "appeals", label: b("拆出的诉求", "The matters") },
      keeps_a_matter: {
        kind: "yes",
        label: b("原工单", "This order"),
        yes: b("还留有一件，继续办理", "keeps one matter and goes on"),
        no: b("全部拆出，到此结束", "ends here"),
        initial: true,
      },
    },
    what: b("每件成为一个新工单，各自办理、各自回访。", "Each becomes an order of its own."),
    lasting: b("拆分后不能再合并回来。", "It cannot be undone."),
  }),
  merges: form("merges", "merge", {
    fields: {
      into: {
        kind: "order",
        label: b("并入哪个工单", "Into which order"),
        help: b(
          "填写主工单编号。两件须是同一地点的同一件事。",
          "Its number. Both must be about the same thing at the same place.",
        ),
      },
    },
    what: b(
      "本工单的诉求并入主工单一起办理，每位诉求人仍会收到答复。",
      "The appeal moves there; every citizen is still answered.",
    ),
    lasting: b(
      "并单后不能拆回；诉求人可申请复核。",
      "It cannot be undone; the citizen may ask for a review.",
    ),
  }),
  links: form("links", "link", {
    fields: {
      kind: { kind: "choice", label: b("关系", "Relation"), words: codes.linkKinds },
      order: {
        kind: "order",
        label: b("工单编号", "Number of the order"),
        when: (values) => values.kind !== "external",
      },
      external: {
        kind: "line",
        label: b("外部编号", "Number elsewhere"),
        when: (values) => values.kind === "external",
      },
    },
    what: b("两个工单互相可见，不影响各自办理。", "Each shows the other; both go on as they were."),
  }),
};
