/** The queues of whoever is logged in: named filters with counts, as the server tells them. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { QueueName } from "../api/types";
import { segment, useMe } from "../me/me";
import { bilingual, useWords, wordOf } from "../words";
import { fromSearch, type Filter } from "./filter";

export interface Queue {
  key: QueueName;
  workplace: string;
  name: string;
  filter: Filter;
  /** Whether it counts as waiting, in the menu. */
  urgent: boolean;
  count: number | undefined;
  /** There are more than `count`. */
  more: boolean;
}

/** Queues that are there to look around in: nothing waits for oneself in them. */
const LOOKED_AT: readonly QueueName[] = [
  "awaiting_citizen",
  "in_hand",
  "due_today",
  "milestones",
  "returned",
  "bad_replies",
  "supervised",
  "whistling",
  "open",
];

const names = bilingual<Record<QueueName, string>>(
  {
    to_accept: "待受理",
    awaiting_citizen: "待诉求人补充",
    to_dispatch: "待派单",
    unsigned: "超时未签收",
    returns: "退单待审",
    disputes: "职责争议",
    extensions: "延期待批",
    deferrals: "挂账待批",
    terminations: "终止待批",
    final_answers: "最终答复待批",
    exclusions: "剔除待审",
    reviews: "待复核",
    to_sign: "待签收",
    to_contact: "待联系",
    in_hand: "在办",
    returned_by_reviewer: "答复被退回",
    to_redo: "待重办",
    milestones: "挂账节点",
    supervised: "督办待反馈",
    due_today: "今天到期",
    late: "已超期",
    to_review: "待审核",
    to_call: "待回访",
    unreachable: "没接通的",
    withdrawals: "撤单待确认",
    to_close: "待办结",
    returned: "被退过的",
    bad_replies: "答复不合格",
    whistled: "被吹哨",
    whistling: "吹出的哨",
    opinions: "被征询",
    help: "求助",
    open: "全部未办结",
  },
  {
    to_accept: "To accept",
    awaiting_citizen: "Waiting for citizens",
    to_dispatch: "To dispatch",
    unsigned: "Not signed in time",
    returns: "Returns to judge",
    disputes: "Quarrels over duty",
    extensions: "Extensions to decide",
    deferrals: "Deferrals to decide",
    terminations: "Terminations to decide",
    final_answers: "Final answers to decide",
    exclusions: "Exclusions to decide",
    reviews: "Reviews to decide",
    to_sign: "To sign",
    to_contact: "To contact",
    in_hand: "In hand",
    returned_by_reviewer: "Replies sent back",
    to_redo: "To redo",
    milestones: "Milestones",
    supervised: "Supervised, unanswered",
    due_today: "Due today",
    late: "Late",
    to_review: "To review",
    to_call: "To call",
    unreachable: "Not reached",
    withdrawals: "Withdrawals to confirm",
    to_close: "To close",
    returned: "Returned before",
    bad_replies: "Bad replies",
    whistled: "Whistled for",
    whistling: "Our whistles",
    opinions: "Asked for a word",
    help: "Help asked for",
    open: "All open",
  },
);

/** The queues of whoever is logged in. */
export function useQueues(): Queue[] {
  const { role } = useMe();
  const w = useWords(names);
  const { data } = useQuery({
    queryKey: ["queues", role],
    queryFn: () => read(api.GET("/api/queues")),
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  return (data ?? []).map(({ name, query, count, more }) => ({
    key: name,
    workplace: segment(role),
    name: wordOf(w, name),
    filter: fromSearch(new URLSearchParams(query)),
    urgent: !LOOKED_AT.includes(name),
    count,
    more,
  }));
}
