/** 办理: what the units do. */
import * as codes from "../../words/codes";
import { b, form } from "../form";
import { assistPart, leadPart, openPart } from "./parts";

const DAYS = ["1 working days", "3 working days", "5 working days", "10 working days", "15 working days"];

export const handling = {
  contacts: form("contacts", "contact", {
    fields: {
      part: openPart,
      way: { kind: "choice", label: b("怎么联系的", "How"), words: codes.contactWays, initial: "call" },
      reached: {
        kind: "yes",
        label: b("联系上了吗", "Reached?"),
        yes: b("联系上了", "Reached"),
        no: b("没有联系上", "Not reached"),
      },
      proof: {
        kind: "proof",
        label: b("凭据", "Proof"),
        help: b(
          "通过平台拨打的，选通话记录；上门的，拍现场照片。",
          "The record of the platform's call; a photo of the visit.",
        ),
      },
    },
    what: b(
      "联系上诉求人，首次联系时限才算完成。",
      "Only reaching the citizen ends the clock of first contact.",
    ),
  }),
  notes: form("notes", "note", {
    fields: {
      part: openPart,
      text: { kind: "text", label: b("进展", "What happened"), rows: 4 },
      evidence: { kind: "evidence", label: b("照片、文件", "Photos, files"), optional: true },
    },
    what: b("记入工单经过，诉求人不会看到。", "It stands in the story; the citizen does not see it."),
  }),
  extensions: form("extensions", "ask_extension", {
    fields: {
      part: openPart,
      by: { kind: "limit", label: b("延长多久", "How much more"), choices: DAYS },
      plan: {
        kind: "text",
        label: b("为什么办不完，接下来怎么办", "Why, and what will be done"),
        help: b(
          "写清原因、办理方案和预计完成时间；批准后会告知诉求人。",
          "The reason, the plan, the date; the citizen is told.",
        ),
        rows: 4,
      },
    },
    what: b(
      "须在到期前申请，经审批才生效；诉求人等待的时间照算。",
      "It must be granted; the citizen's clock goes on.",
    ),
  }),
  "extension-verdicts": form("extension-verdicts", "judge_extension", {
    fields: {
      granted: {
        kind: "yes",
        label: b("审批结论", "Verdict"),
        yes: b("同意延期", "Grant"),
        no: b("不同意", "Refuse"),
      },
      reason: { kind: "text", label: b("理由", "Reason"), rows: 3 },
    },
    what: b(
      "结论告知承办单位；同意的，同时告知诉求人。",
      "The unit is told; if it is granted, the citizen too.",
    ),
  }),
  pauses: form("pauses", "pause", {
    fields: {
      part: openPart,
      reason: { kind: "choice", label: b("挂起原因", "Reason"), words: codes.pauseReasons },
      note: { kind: "text", label: b("说明", "Explanation"), rows: 3 },
    },
    what: b(
      "办理时限暂停；诉求人等待的时间照算，并会看到原因。",
      "The unit's clock stops; the citizen's goes on, and they see why.",
    ),
  }),
  resumptions: form("resumptions", "resume", {
    fields: { part: openPart },
    what: b("办理时限继续计算。", "The unit's clock goes on."),
  }),
  reports: form("reports", "report", {
    fields: {
      part: assistPart,
      text: { kind: "text", label: b("协办情况", "What was done"), rows: 4 },
      evidence: { kind: "evidence", label: b("照片、文件", "Photos, files"), optional: true },
      interim: {
        kind: "yes",
        label: b("办完了吗", "Is it done?"),
        yes: b("阶段反馈，还在办", "Interim: it goes on"),
        no: b("已经办完", "Done"),
        initial: false,
      },
    },
    what: b("主办单位据此答复诉求人。", "The lead replies on its ground."),
  }),
  replies: form("replies", "reply", {
    fields: {
      part: leadPart,
      conclusion: { kind: "choice", label: b("结论", "Conclusion"), words: codes.conclusions },
      public: {
        kind: "text",
        label: b("答复诉求人", "Reply to the citizen"),
        help: b(
          "用大白话逐项回应：核实了什么、做了什么、什么时候做的、结果如何。",
          "In plain words, point by point: what was found, done, when, and with what result.",
        ),
        rows: 7,
      },
      internal: {
        kind: "text",
        label: b("内部办理情况", "For us"),
        help: b("诉求人看不到。", "The citizen does not see it."),
        rows: 3,
      },
      basis: {
        kind: "texts",
        label: b("法律、政策依据", "Basis in law or policy"),
        help: b(
          "已答复、解释说明、引导法定途径的须写。",
          "Needed for answered, explained, shown the legal route.",
        ),
        optional: true,
      },
      evidence: {
        kind: "evidence",
        label: b("照片、文件", "Photos, files"),
        help: b("已解决、部分解决的须附现场照片等佐证。", "Needed for solved and partly solved."),
        optional: true,
      },
    },
    checklist: [
      b("已经联系过诉求人", "The citizen was contacted"),
      b("诉求人问的每一点都回应了", "Each point that was asked is answered"),
      b("写明了做了什么、什么时候做的", "It says what was done, and when"),
      b("没有把事情推给别的单位或诉求人自己", "Nothing is pushed away"),
      b("没有他人姓名、电话等不该公开的信息", "Nobody else's data are in it"),
    ],
    what: b(
      "答复经审核后发给诉求人，再由热线回访。",
      "After a review it goes to the citizen, and the hotline asks them.",
    ),
  }),
};
