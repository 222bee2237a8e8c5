/** 吹哨报到、征询、求助: what units ask of others. */
import type { Order } from "../../api/types";
import { b, form, type Pick } from "../form";
import { openPart } from "./parts";

/** Whistles that are not over, by their number in the order. */
const openWhistles = (order: Order): Pick[] =>
  (order.whistles ?? []).flatMap((whistle, i) =>
    whistle.ended == null ? [{ value: i + 1, label: whistle.purpose }] : [],
  );
const whistle = { kind: "pick", label: b("哪次吹哨", "Which whistle"), of: openWhistles } as const;

export const together = {
  whistles: form("whistles", "whistle", {
    fields: {
      part: openPart,
      units: { kind: "units", label: b("召集哪些单位", "Units to call") },
      place: { kind: "text", label: b("集合地点", "Where to meet"), rows: 1 },
      position: { kind: "position", label: b("现场位置", "Position"), optional: true },
      meet_at: { kind: "moment", label: b("集合时间", "When") },
      purpose: { kind: "text", label: b("要解决什么", "What for"), rows: 3 },
      basis: {
        kind: "text",
        label: b("依据", "Basis"),
        help: b("写明需要几家一起办的理由和依据条文。", "Why it takes several, and the law."),
        rows: 2,
      },
    },
    what: b(
      "被召集的单位须按时响应、到场、反馈，不到的会记录在案。",
      "Who is called must answer, come and report; who does not is on record.",
    ),
  }),
  "whistle-acknowledgements": form("whistle-acknowledgements", "acknowledge_whistle", {
    fields: {
      whistle,
      coming: {
        kind: "yes",
        label: b("能到吗", "Coming?"),
        yes: b("按时到场", "Coming"),
        no: b("不能到", "Not coming"),
      },
      note: { kind: "text", label: b("说明", "Note"), rows: 2 },
    },
    what: b("吹哨单位会收到响应。", "The unit that whistled is told."),
  }),
  arrivals: form("arrivals", "arrive", {
    fields: {
      whistle,
      position: { kind: "position", label: b("现在的位置", "Where you are"), optional: true },
      evidence: { kind: "proof", label: b("现场照片", "Photo on site"), optional: true },
    },
    what: b("记录到场的时间和地点。", "Time and place are recorded."),
  }),
  "whistle-reports": form("whistle-reports", "report_whistle", {
    fields: {
      whistle,
      text: { kind: "text", label: b("做了什么", "What was done"), rows: 4 },
      evidence: { kind: "evidence", label: b("照片、文件", "Photos, files"), optional: true },
    },
    what: b("反馈给吹哨单位。", "The unit that whistled gets it."),
  }),
  "whistle-closures": form("whistle-closures", "close_whistle", {
    fields: {
      whistle,
      attendance: { kind: "attendance", label: b("谁到了、解决问题了吗", "Who came, and helped?") },
      result: { kind: "text", label: b("结果", "Result"), rows: 4 },
    },
    what: b("如实记录谁到场、是否解决问题。", "It says who came and whether it helped."),
  }),
  "opinion-requests": form("opinion-requests", "consult", {
    fields: {
      part: openPart,
      unit: { kind: "unit", label: b("问哪个单位", "Which unit") },
      question: { kind: "text", label: b("问什么", "What is asked"), rows: 4 },
    },
    what: b(
      "对方只提供意见，不承担办理；本单位的时限照算。",
      "They only give an opinion; your clock goes on.",
    ),
  }),
  opinions: form("opinions", "answer_consult", {
    fields: {
      opinion: {
        kind: "pick",
        label: b("哪项征询", "Which question"),
        of: (order) =>
          (order.opinions ?? []).flatMap((opinion, i) =>
            opinion.ended == null ? [{ value: i + 1, label: opinion.question }] : [],
          ),
      },
      answer: { kind: "text", label: b("意见", "Opinion"), rows: 5 },
      evidence: { kind: "evidence", label: b("附件", "Files"), optional: true },
    },
    what: b("意见发给征询单位。", "The unit that asked gets it."),
  }),
  "help-requests": form("help-requests", "ask_help", {
    fields: {
      part: openPart,
      text: { kind: "text", label: b("需要什么帮助", "What help is needed"), rows: 4 },
    },
    what: b("热线会看到并答复；本单位的时限照算。", "The hotline sees and answers it; your clock goes on."),
  }),
  "help-answers": form("help-answers", "answer_help", {
    fields: {
      help: {
        kind: "pick",
        label: b("哪项求助", "Which request"),
        of: (order) =>
          (order.helps ?? []).flatMap((help, i) =>
            help.ended == null ? [{ value: i + 1, label: help.text }] : [],
          ),
      },
      text: { kind: "text", label: b("答复", "Answer"), rows: 4 },
    },
    what: b("答复给求助的单位。", "The unit that asked gets it."),
  }),
};
