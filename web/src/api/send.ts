/**
 * Sending what changes something: once, however often it is tried. What cannot
 * be sent is kept in this browser, in order, until it is sent or dropped.
 */
import { createStore, del, entries, set } from "idb-keyval";
import { useSyncExternalStore } from "react";
import { Refused, Unreachable, refused } from "./client";
import type { Performed, Problem } from "./types";

/** Something to be sent. */
export interface Outgoing {
  /** The Idempotency-Key: the same for every try. */
  id: string;
  method: "POST" | "PUT" | "DELETE";
  path: string;
  /** JSON; hashes of files that are themselves still to be sent are `pending:ID`. */
  body?: unknown;
  /** A file, instead of JSON. */
  file?: Blob;
  /** The order that it is about. */
  order?: string;
  /** The version that it was decided on. */
  version?: number | "*";
  /** What it is, in words, for the list of what was not sent. */
  label: string;
  /** Who wrote it: nobody else's session sends it. */
  login: string;
  at: number;
  /** Why the last try failed; none while nobody could be reached. */
  problem?: Problem;
}

/** It was kept to be sent later. */
export class Kept extends Error {
  constructor(readonly outgoing: Outgoing) {
    super("kept to be sent later");
  }
}

/** A key that no other has. `randomUUID` is there on secure pages only. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const WAITS = [800, 2500];

/** Sends it, tries again when nobody answers, and keeps it when that does not help. */
export async function send<T = Performed>(outgoing: Outgoing, waits = WAITS): Promise<T> {
  // What was said before about the same order goes first.
  if (outgoing.order && unsent.some((kept) => kept.order === outgoing.order && !kept.problem)) {
    await keep(outgoing);
    void sendKept();
    throw new Kept(outgoing);
  }
  for (let attempt = 0; ; attempt++) {
    try {
      return await once<T>(outgoing);
    } catch (error) {
      if (!mayPass(error)) throw error;
      const wait = waits[attempt];
      if (wait === undefined || !navigator.onLine) {
        await keep(outgoing);
        throw new Kept(outgoing);
      }
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Whether the same, sent again, may succeed. */
function mayPass(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  return error instanceof Refused && (error.status === 503 || error.problem.code === "too_slow");
}

/** One try. */
async function once<T>(outgoing: Outgoing): Promise<T> {
  const headers: Record<string, string> = { "Idempotency-Key": outgoing.id };
  if (outgoing.version !== undefined) headers["If-Match"] = String(outgoing.version);
  if (outgoing.body !== undefined) headers["Content-Type"] = "application/json";
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(outgoing.path, {
      method: outgoing.method,
      headers,
      body: outgoing.file ?? (outgoing.body === undefined ? null : JSON.stringify(outgoing.body)),
    });
    const text = await response.text();
    body = text ? parsed(text) : {};
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) throw refused(body, response);
  return body as T;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

// ---- What was not sent.

const shelf = createStore("minsheng", "unsent");
let unsent: readonly Outgoing[] = [];
const listeners = new Set<() => void>();

function show(list: readonly Outgoing[]) {
  unsent = list;
  listeners.forEach((listener) => listener());
}

/** Reads what was kept; call once at the start. */
export async function recall(): Promise<void> {
  const kept = (await entries<string, Outgoing>(shelf)).map(([, outgoing]) => outgoing);
  show(kept.sort((a, b) => a.at - b.at));
}

async function keep(outgoing: Outgoing): Promise<void> {
  await set(outgoing.id, outgoing, shelf);
  show([...unsent.filter((other) => other.id !== outgoing.id), outgoing].sort((a, b) => a.at - b.at));
}

/** Forgets one. */
export async function drop(id: string): Promise<void> {
  await del(id, shelf);
  show(unsent.filter((outgoing) => outgoing.id !== id));
}

/** What waits to be sent, oldest first. */
export function useUnsent(): readonly Outgoing[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsent,
  );
}

/** What waits, outside of components. */
export const unsentNow = () => unsent;

/** Finds the hash that a file got, once it was sent. */
export type HashOf = (order: string, version: number) => Promise<string | undefined>;
let hashOf: HashOf = () => Promise.resolve(undefined);
/** Tells how the hash of a file that was sent is found. */
export function findHashesBy(way: HashOf): void {
  hashOf = way;
}

let sending: Promise<void> | null = null;

/**
 * Sends what was kept, oldest first; of one order, what follows a failure waits.
 * One who sends again what was refused (`only`) decides on the order as it is now.
 */
export function sendKept(login?: string, only?: string): Promise<void> {
  sending ??= (async () => {
    const stuck = new Set<string>();
    for (const { id } of [...unsent]) {
      const outgoing = unsent.find((kept) => kept.id === id);
      if (!outgoing || (login && outgoing.login !== login) || (only && id !== only)) continue;
      if (outgoing.problem && id !== only) {
        if (outgoing.order) stuck.add(outgoing.order);
        continue;
      }
      if (outgoing.order && stuck.has(outgoing.order)) continue;
      const go: Outgoing =
        outgoing.problem?.code === "changed" ? { ...outgoing, version: outgoing.problem.version } : outgoing;
      try {
        const done = await once<Partial<Performed>>(go);
        await drop(id);
        await follow(go, done);
      } catch (error) {
        if (mayPass(error)) return;
        if (error instanceof Refused && error.problem.code === "not_logged_in") return;
        if (error instanceof Refused) await keep({ ...outgoing, problem: error.problem });
        if (outgoing.order) stuck.add(outgoing.order);
      }
    }
  })().finally(() => {
    sending = null;
  });
  return sending;
}

/** What was sent changed the order, and may have been a file: what follows is told of both. */
async function follow(sent: Outgoing, done: Partial<Performed>): Promise<void> {
  if (!sent.order || done.version === undefined) return;
  const hash = sent.file ? await hashOf(sent.order, done.version).catch(() => undefined) : undefined;
  for (const later of unsent.filter((other) => other.order === sent.order)) {
    let next = later;
    // Nobody else acted in between: the next one was decided on what is there now.
    if (typeof later.version === "number" && done.version === later.version + 1)
      next = { ...next, version: done.version };
    if (hash && next.body !== undefined) {
      const body = JSON.stringify(next.body).replaceAll(`pending:${sent.id}`, hash);
      next = { ...next, body: JSON.parse(body) as unknown };
    }
    if (next !== later) await keep(next);
  }
}
