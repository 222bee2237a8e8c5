/** 派单: whose duty it is. */
import * as codes from "../../words/codes";
import { b, form } from "../form";
import { openPart, unsignedPart } from "./parts";

export const dispatching = {
  dispatches: form("dispatches", "dispatch", {
    fields: {
      lead: { kind: "unit", label: b("主办单位", "Lead") },
      assists: { kind: "assignments", label: b("协办单位和任务", "Assists and their tasks"), optional: true },
      basis: { kind: "basis", label: b("依据", "Basis") },
      manner: { kind: "choice", label: b("派单方式", "Manner"), words: codes.manners, initial: "direct" },
      copy_to: { kind: "unit", label: b("抄送", "Copy to"), optional: true },
    },
    what: b(
      "主办单位立即收到，签收时限开始计算。",
      "The lead gets it at once; the clock for signing starts.",
    ),
  }),
  assists: form("assists", "add_assist", {
    fields: {
      assist: { kind: "assignment", label: b("协办单位和任务", "The assist and its task") },
      basis: { kind: "basis", label: b("依据", "Basis") },
    },
    what: b("协办单位收到任务，主办不变。", "The assist gets its task; the lead stays."),
  }),
  signings: form("signings", "sign", {
    fields: { part: unsignedPart },
    what: b("签收后由本单位办理。", "Your unit takes it on."),
  }),
  "hand-downs": form("hand-downs", "hand_down", {
    fields: {
      part: openPart,
      unit: { kind: "unit", label: b("下派给", "To"), below: true },
      note: { kind: "text", label: b("交办要求", "What is to be done"), rows: 3 },
      overrides: {
        kind: "override",
        label: b("越级下派审批", "Named override"),
        help: b(
          "目录规定由部门办理的，不得派给镇街、村（社区）；确需下派的才填写。",
          "Only where the directory gives it to a department and a town is to get it all the same.",
        ),
        optional: true,
      },
    },
    what: b("下级单位去办，本单位仍负责答复。", "The unit below does it; yours still answers for it."),
  }),
  "hand-backs": form("hand-backs", "hand_back", {
    fields: { part: openPart, reason: { kind: "text", label: b("交回理由", "Reason"), rows: 3 } },
    what: b("交回给下派的单位。", "It goes back to the unit that handed it down."),
  }),
  returns: form("returns", "return", {
    fields: {
      part: openPart,
      reason: { kind: "choice", label: b("退单理由", "Ground"), words: codes.returnReasons },
      basis: {
        kind: "text",
        label: b("依据", "Basis"),
        help: b(
          "写明法律、“三定”规定或权责清单的条文，说明为什么不属本单位职责。没有依据的退单会被驳回。",
          "Name the law, the unit's statute or the list of powers, and say why it is not your duty. A return without basis is rejected.",
        ),
        rows: 4,
      },
      suggests: {
        kind: "unit",
        label: b("认为应由谁承办", "Whose duty it is instead"),
        optional: true,
      },
      evidence: { kind: "evidence", label: b("佐证", "Evidence"), optional: true },
    },
    what: b(
      "退单须经审核；审核期间诉求人等待的时间照算。",
      "The return is judged; meanwhile the citizen's clock goes on.",
    ),
    lasting: b(
      "同一理由只能退一次；被驳回后须继续办理。",
      "One return on one ground; if it is rejected, you go on.",
    ),
    danger: true,
  }),
  "turn-downs": form("turn-downs", "turn_down", {
    fields: {
      part: openPart,
      entry: { kind: "line", label: b("派单目录条目编号", "Entry of the directory") },
      basis: { kind: "text", label: b("条目内容", "What it says"), rows: 3 },
    },
    what: b(
      "目录规定由部门办理的，退回后自动同意，不再派给本单位。",
      "What the directory gives to a department goes back at once, and is not sent to you again.",
    ),
    danger: true,
  }),
  "return-verdicts": form("return-verdicts", "judge_return", {
    fields: {
      verdict: { kind: "choice", label: b("审核结论", "Verdict"), words: codes.returnVerdicts },
      reason: {
        kind: "text",
        label: b("理由", "Reason"),
        help: b("会告知退单单位。", "The unit is told."),
        rows: 3,
      },
      new_facts: {
        kind: "text",
        label: b("新的事实", "New facts"),
        help: b(
          "同一问题已有认定的，转争议须写明新的事实。",
          "Needed for a dispute on what was ruled before.",
        ),
        optional: true,
        absent: true,
        rows: 2,
        when: (values) => values["verdict"] === "dispute",
      },
    },
    what: b("结论告知退单单位，并电子签名留痕。", "The unit is told; the verdict is signed."),
  }),
};
