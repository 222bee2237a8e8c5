/** Words of the shift leader's board. */
import type { Line } from "../api/types";
import { bilingual } from "../words";

export type Ending = NonNullable<Line["outcome"]>;

export const shiftWords = bilingual(
  {
    queues: "待我处理",
    ended: "今天当场了结的",
    endedHelp:
      "今天登记、已经了结的工单：看不予受理的途径说得对不对、当场答复的依据足不足。不当的，请诉求人申请复核或重新登记。",
    endedNone: "今天还没有当场了结的工单。",
    outcome: "怎么了结的",
    outcomes: {
      answered_at_once: "当场答复",
      refused: "不予受理",
      transferred: "转紧急专线",
      merged: "并单",
      split: "拆分",
      handled: "办结",
      withdrawn: "撤单",
      terminated: "终止办理",
      final_answer: "最终答复",
    } satisfies Record<Ending, string>,
    takeOver: "接听登记：接过难办的来电",
  },
  {
    queues: "For me to do",
    ended: "Ended at once today",
    endedHelp:
      "Registered today and ended already: whether the route of a refusal is right, and the source of an answer sound.",
    endedNone: "Nothing has been ended at once today.",
    outcome: "How it ended",
    outcomes: {
      answered_at_once: "Answered at once",
      refused: "Refused",
      transferred: "Handed over",
      merged: "Merged",
      split: "Split",
      handled: "Handled",
      withdrawn: "Withdrawn",
      terminated: "Terminated",
      final_answer: "Final answer",
    },
    takeOver: "Calls: take over a hard one",
  },
);
