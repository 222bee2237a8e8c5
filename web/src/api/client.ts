/** The way to the server: typed calls, problems as errors, a session that may end at any time. */
import createClient from "openapi-fetch";
import { useSyncExternalStore } from "react";
import type { paths } from "./schema";
import type { Problem } from "./types";

/** The server said no, and why. */
export class Refused extends Error {
  constructor(
    /** The code with its data. */
    readonly problem: Problem & { title?: string },
    readonly status: number,
    /** The call's number in the server's log. */
    readonly call: string | null,
  ) {
    super(problem.title ?? problem.code);
  }
}

/** Nobody answered: whether it arrived is not known. */
export class Unreachable extends Error {
  constructor() {
    super("the server cannot be reached");
  }
}

/** Calls by path and type; wrap them in [`read`]. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin,
  // Looked up at the call, so that tests can put another in its place.
  fetch: (request) => globalThis.fetch(request),
  querySerializer: { array: { style: "form", explode: true } },
});

/** The answer's body, or the problem as an error. */
export async function read<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  let answered;
  try {
    answered = await call;
  } catch {
    throw new Unreachable();
  }
  if (answered.data !== undefined && answered.data !== null) return answered.data;
  if (answered.response.ok) return {} as NonNullable<T>;
  throw refused(answered.error, answered.response);
}

/** The error of an answer that is not good. */
export function refused(body: unknown, response: Response): Error {
  if (response.status === 502 || response.status === 504) return new Unreachable();
  const problem = (
    typeof body === "object" && body && "code" in body ? body : { code: "internal" }
  ) as Problem;
  if (problem.code === "not_logged_in") endSession();
  return new Refused(problem, response.status, response.headers.get("request-id"));
}

let ended = false;
const listeners = new Set<() => void>();

function tell(now: boolean) {
  ended = now;
  listeners.forEach((listener) => listener());
}

/** The session is over: the log-in comes above the screens, whose work stays. */
export const endSession = () => tell(true);
/** A session is there again. */
export const sessionOpened = () => tell(false);

/** Whether the session ended under this page. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
  );
}

/** Asks something whose question is a body: what identifies people never stands in an address. */
export async function ask<T>(path: string, question: unknown): Promise<T> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(question),
    });
    body = await response.json().catch(() => ({}));
  } catch {
    throw new Unreachable();
  }
  if (!response.ok) throw refused(body, response);
  return body as T;
}

/** Reads what a screen can do without: null where the server does not have it. */
export async function look<T>(path: string): Promise<T | null> {
  const response = await fetch(path).catch(() => {
    throw new Unreachable();
  });
  if (response.status === 404 || response.status === 405) return null;
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refused(body, response);
  return body as T | null;
}
