/** 监督: reminders, supervision, second looks. */
import * as codes from "../../words/codes";
import { b, form } from "../form";

export const oversight = {
  reminders: form("reminders", "remind", {
    fields: { text: { kind: "text", label: b("催办内容", "Reminder"), rows: 3 } },
    what: b("承办单位会收到提醒。", "The unit is told."),
  }),
  supervisions: form("supervisions", "supervise", {
    fields: {
      grade: {
        kind: "choice",
        label: b("督办方式", "Grade"),
        help: b("须逐级加重。", "It rises step by step."),
        words: codes.supervisions,
        initial: "written",
      },
      text: { kind: "text", label: b("督办要求", "What is wanted"), rows: 4 },
      within: {
        kind: "limit",
        label: b("多久内反馈", "To be answered within"),
        choices: ["4 working hours", "1 working days", "2 working days", "3 working days", "5 working days"],
      },
    },
    what: b("承办单位须在期限内反馈，逾期会升级。", "The unit must answer in time."),
  }),
  "supervision-answers": form("supervision-answers", "answer_supervision", {
    fields: { text: { kind: "text", label: b("反馈内容", "Answer"), rows: 5 } },
    what: b("反馈给督办人。", "Whoever supervises gets it."),
  }),
  reviews: form("reviews", "ask_review", {
    fields: {
      subject: { kind: "choice", label: b("对什么申请复核", "Of what"), words: codes.reviewSubjects },
      grounds: { kind: "text", label: b("理由和依据", "Grounds"), rows: 5 },
    },
    what: b("由未参与原决定的人复核，一次为限。", "Somebody else looks at it again, once."),
  }),
  "review-verdicts": form("review-verdicts", "judge_review", {
    fields: {
      upheld: {
        kind: "yes",
        label: b("复核结论", "Verdict"),
        yes: b("申请成立，纠正原决定", "The asker is right: put it right"),
        no: b("维持原决定", "The decision stands"),
      },
      reason: { kind: "text", label: b("理由和依据", "Reasons"), rows: 5 },
    },
    what: b("复核结论为最终结论，电子签名留痕。", "It is final, and signed."),
    lasting: b("复核只有一次，不能撤回。", "There is one review only."),
  }),
  exclusions: form("exclusions", "ask_exclusion", {
    fields: {
      reason: { kind: "choice", label: b("剔除原因", "Reason"), words: codes.exclusionReasons },
      grounds: { kind: "text", label: b("事实和依据", "Grounds"), rows: 5 },
      evidence: { kind: "evidence", label: b("佐证", "Evidence") },
    },
    what: b(
      "同意后不计入考核，办理不受影响。",
      "If granted it does not count for the scores; the work goes on.",
    ),
  }),
  "exclusion-verdicts": form("exclusion-verdicts", "judge_exclusion", {
    fields: {
      granted: {
        kind: "yes",
        label: b("审核结论", "Verdict"),
        yes: b("同意剔除", "Grant"),
        no: b("不同意", "Refuse"),
      },
      reason: { kind: "text", label: b("理由", "Reason"), rows: 4 },
    },
    what: b("申请人和承办人不能自己审核。", "Who asked or handled it cannot decide."),
  }),
  publications: form("publications", "publish", {
    fields: {
      title: { kind: "text", label: b("案例标题", "Title"), rows: 1 },
      summary: {
        kind: "text",
        label: b("写给公众的摘要", "Summary for the public"),
        help: b(
          "重新概括问题、办法和结果；不能有姓名、电话、门牌等个人信息。",
          "The problem, what was done and the result, in words of your own; no names, numbers or addresses.",
        ),
        rows: 6,
      },
    },
    what: b("公众可以在门户上看到。", "Everybody can read it on the portal."),
  }),
  "publication-withdrawals": form("publication-withdrawals", "unpublish", {
    fields: { reason: { kind: "text", label: b("为什么撤下", "Why"), rows: 2 } },
    what: b("公众不再看得到。", "The public does not see it any more."),
  }),
  erasures: form("erasures", "erase", {
    fields: {
      texts: {
        kind: "yes",
        label: b("文字和附件", "Texts and files"),
        yes: b("清除", "Erase"),
        no: b("保留", "Keep"),
        initial: true,
      },
      identities: {
        kind: "yes",
        label: b("诉求人身份", "Identities"),
        yes: b("清除", "Erase"),
        no: b("保留", "Keep"),
        initial: true,
      },
      basis: { kind: "line", label: b("依据（申请或规定）", "Basis (the request, or the rule)") },
    },
    what: b("清除后无法恢复；日志的校验仍然成立。", "It cannot be restored; the journal still verifies."),
    lasting: b("清除不可恢复。", "It is gone for good."),
    danger: true,
  }),
};
