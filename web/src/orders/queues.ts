/**
 * The queues of a role: named filters with counts. The table stands in for the
 * server's `/api/queues` until that is there.
 */
import { useQueries } from "@tanstack/react-query";
import { api, read } from "../api/client";
import type { Query, StaffRole } from "../api/types";
import { useMe } from "../me/me";
import { bilingual, useWords, wordOf } from "../words";

export interface Queue {
  key: string;
  workplace: string;
  name: string;
  filter: Partial<Query>;
  /** Whether it counts as waiting, in the menu. */
  urgent: boolean;
  count: number | undefined;
}

type Row = Omit<Queue, "name" | "count">;
const row = (workplace: string, key: string, filter: Partial<Query>, urgent = false): Row => ({
  workplace,
  key,
  filter,
  urgent,
});

const TABLE: Partial<Record<StaffRole, Row[]>> = {
  operator: [
    row("operator", "to_accept", { open: true, stage: ["registered"] }, true),
    row("operator", "awaiting_supplement", { open: true, stage: ["awaiting_supplement"] }),
  ],
  shift_leader: [
    row("shift-leader", "to_accept", { open: true, stage: ["registered"] }, true),
    row("shift-leader", "replied", { open: true, stage: ["replied"] }),
  ],
  dispatcher: [
    row("dispatcher", "to_accept", { open: true, stage: ["registered"] }, true),
    row("dispatcher", "to_dispatch", { open: true, stage: ["accepted"] }, true),
    row("dispatcher", "disputed", { open: true, disputed: true }),
    row("dispatcher", "late", { open: true, late: true }),
  ],
  coordinator: [
    row("coordinator", "to_sign", { open: true, stage: ["dispatched"] }, true),
    row("coordinator", "in_hand", { open: true, stage: ["handling"] }),
    row("coordinator", "late", { open: true, late: true }, true),
    row("coordinator", "disputed", { open: true, disputed: true }),
  ],
  handler: [
    row("handler", "to_sign", { open: true, stage: ["dispatched"] }, true),
    row("handler", "in_hand", { open: true, stage: ["handling"] }),
    row("handler", "late", { open: true, late: true }, true),
    row("handler", "replied", { open: true, stage: ["replied", "callback"] }),
  ],
  reply_reviewer: [row("reply-reviewer", "to_review", { open: true, stage: ["replied"] }, true)],
  caller_back: [row("caller-back", "to_call", { open: true, stage: ["callback"] }, true)],
  supervisor: [
    row("supervisor", "late", { open: true, late: true }, true),
    row("supervisor", "disputed", { open: true, disputed: true }),
    row("supervisor", "deferred", { open: true, stage: ["deferred"] }),
  ],
  adjudicator: [row("adjudicator", "disputed", { open: true, disputed: true }, true)],
  leader: [row("leader", "late", { open: true, late: true })],
};

const names = bilingual<Record<string, string>>(
  {
    to_accept: "待受理",
    awaiting_supplement: "待补充",
    to_dispatch: "待派单",
    returns: "退单待审",
    extensions: "延期待批",
    disputed: "争议",
    late: "已超期",
    to_sign: "待签收",
    to_contact: "待联系",
    in_hand: "办理中",
    due_today: "今天到期",
    supervised: "督办待反馈",
    returned_by_reviewer: "答复被退回",
    replied: "已答复待审核、回访",
    to_review: "待审核",
    to_call: "待回访",
    deferred: "挂账",
    all: "全部",
  },
  {
    to_accept: "To accept",
    awaiting_supplement: "Waiting for citizens",
    to_dispatch: "To dispatch",
    returns: "Returns to judge",
    extensions: "Extensions to decide",
    disputed: "Disputed",
    late: "Late",
    to_sign: "To sign",
    to_contact: "To contact",
    in_hand: "In hand",
    due_today: "Due today",
    supervised: "Supervised",
    returned_by_reviewer: "Replies sent back",
    replied: "Replied",
    to_review: "To review",
    to_call: "To call",
    deferred: "Deferred",
    all: "All",
  },
);

/** The queues of whoever is logged in. */
export function useQueues(): Queue[] {
  const { role } = useMe();
  const w = useWords(names);
  const rows = TABLE[role as StaffRole] ?? [];
  const counts = useQueries({
    queries: rows.map(({ key, filter }) => ({
      queryKey: ["queues", role, key],
      queryFn: () => read(api.GET("/api/orders/count", { params: { query: filter as Query } })),
      staleTime: 30_000,
    })),
  });
  return rows.map((of, i) => ({ ...of, name: wordOf(w, of.key), count: counts[i]?.data?.count }));
}
