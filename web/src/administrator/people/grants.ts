/** What each role may do, out of the server's OpenAPI document. */
import type { StaffRole } from "../../api/types";
import { FORMS } from "../../acts/forms";

export const STAFF: readonly StaffRole[] = [
  "operator",
  "shift_leader",
  "dispatcher",
  "coordinator",
  "handler",
  "reply_reviewer",
  "caller_back",
  "supervisor",
  "adjudicator",
  "knowledge_editor",
  "leader",
  "administrator",
  "auditor",
];

/** What is read of the document. */
export type Paths = Record<
  string,
  Record<string, { operationId?: string; summary?: string; "x-roles"?: string[] }>
>;

/** Something that may be done, and by whom. */
export interface Grant {
  key: string;
  /** The act's name, when it is one. */
  act: string | null;
  summary: string;
  by: ReadonlySet<string>;
}

const ACT_PATH = /^\/api\/[a-z-]+\/orders\/\{number\}\/([a-z-]+)$/;

/** What staff may do: acts once for all roles that perform them, then everything else by its own. */
export function grants(paths: Paths): Grant[] {
  const acts: Record<string, { act: string } | undefined> = FORMS;
  const found = new Map<string, Grant & { by: Set<string> }>();
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const by = (operation["x-roles"] ?? []).filter((role) => (STAFF as string[]).includes(role));
      if (!by.length) continue;
      const noun = method === "post" ? ACT_PATH.exec(path)?.[1] : undefined;
      const act = noun ? (acts[noun]?.act ?? null) : null;
      // An act has a path for each role; elsewhere the path and the method are one thing.
      const key = act ?? (noun ? `post ${noun}` : `${method} ${path}`);
      const there = found.get(key);
      if (there) by.forEach((role) => there.by.add(role));
      else found.set(key, { key, act, summary: operation.summary ?? path, by: new Set(by) });
    }
  }
  return [...found.values()].sort((a, b) => b.by.size - a.by.size || a.key.localeCompare(b.key));
}
