/** The queues of whoever is logged in: named filters with counts, as the server has them. */
import { useQuery } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Answer } from "../api/types";
import { segment, useMe } from "../me/me";
import { bilingual, useWords, wordOf } from "../words";
import { fromSearch, type Filter } from "./filter";

export type QueueName = Answer<"queues">[number]["name"];

export interface Queue {
  key: QueueName | "inbox";
  workplace: string;
  name: string;
  filter: Filter;
  /** Whether it counts as waiting, in the menu. */
  urgent: boolean;
  count: number | undefined;
  /** Whether there are more than `count`. */
  more: boolean;
}

/** Queues that are looked at, and do not wait for this person. */
const LOOKED_AT: ReadonlySet<QueueName> = new Set([
  "open",
  "late",
  "disputes",
  "returned",
  "unsigned",
  "awaiting_citizen",
  "in_hand",
  "milestones",
]);

export const queueNames = bilingual<Record<QueueName, string>>(
  {
    to_accept: "待受理",
    awaiting_citizen: "待诉求人补充",
    to_dispatch: "待派单",
    unsigned: "未签收",
    returns: "退单待审",
    disputes: "争议",
    extensions: "延期待批",
    deferrals: "挂账待批",
    terminations: "终止待批",
    final_answers: "最终答复待批",
    exclusions: "剔除待审",
    reviews: "复核",
    to_sign: "待签收",
    to_contact: "待联系",
    in_hand: "办理中",
    returned_by_reviewer: "答复被退回",
    to_redo: "重办",
    milestones: "挂账节点",
    supervised: "督办待反馈",
    due_today: "今天到期",
    late: "已超期",
    whistled: "被召集",
    whistling: "我发起的吹哨",
    opinions: "征询待回复",
    help: "求助",
    to_review: "待审核",
    to_call: "待回访",
    unreachable: "联系不上",
    withdrawals: "撤单待确认",
    to_close: "待办结",
    returned: "退过单",
    bad_replies: "答复不实、未解决",
    open: "全部未办结",
  },
  {
    to_accept: "To accept",
    awaiting_citizen: "Waiting for citizens",
    to_dispatch: "To dispatch",
    unsigned: "Not signed",
    returns: "Returns to judge",
    disputes: "Disputes",
    extensions: "Extensions",
    deferrals: "Deferrals",
    terminations: "Terminations",
    final_answers: "Final answers",
    exclusions: "Exclusions",
    reviews: "Reviews",
    to_sign: "To sign",
    to_contact: "To contact",
    in_hand: "In hand",
    returned_by_reviewer: "Replies sent back",
    to_redo: "To redo",
    milestones: "Milestones",
    supervised: "Supervised",
    due_today: "Due today",
    late: "Late",
    whistled: "Called to the place",
    whistling: "My whistles",
    opinions: "Opinions asked",
    help: "Help",
    to_review: "To review",
    to_call: "To call",
    unreachable: "Not reached",
    withdrawals: "Withdrawals",
    to_close: "To close",
    returned: "Returned",
    bad_replies: "Bad replies",
    open: "All open",
  },
);

/** The queues of whoever is logged in. */
export function useQueues(): Queue[] {
  const { role } = useMe();
  const w = useWords(queueNames);
  const { data } = useQuery({
    queryKey: ["queues"],
    queryFn: () => read(api.GET("/api/queues")),
    // They see no appeal.
    enabled: role !== "administrator",
    staleTime: 30_000,
  });
  return (data ?? []).map(({ name, query, count, more }) => ({
    key: name,
    workplace: segment(role),
    name: wordOf(w, name),
    filter: fromSearch(new URLSearchParams(query)),
    urgent: !LOOKED_AT.has(name),
    count,
    more,
  }));
}

/** `12`, `999+`. */
export const countInWords = (queue: { count?: number | undefined; more: boolean }) =>
  `${queue.count ?? ""}${queue.more ? "+" : ""}`;
