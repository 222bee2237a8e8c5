/**
 * Forms of acts, declared. A form names a field for every property of what the
 * act takes; the type check fails when one is missing, or when the server knows
 * an act without a form.
 */
import type { ActName, Body, Noun, Order, Part, Text } from "../api/types";
import type { Bilingual } from "../words";

/** One word or sentence in both languages. */
export type Word = Bilingual<string>;
/** Says a word in both languages. */
export const b = (zh: string, en: string): Word => ({ zh, en });

interface Common {
  label: Word;
  help?: Word;
  /** May be left empty. */
  optional?: boolean;
  /** Shown only then; otherwise its empty value is sent. */
  when?: (values: Values) => boolean;
  /** What it holds at first: as the order has it now. */
  now?: (order: Order) => string | readonly string[] | null;
}

/** What a person filled in, by field. */
export type Values = Record<string, unknown>;

/** One thing to pick, with a text to know it by. */
export interface Pick {
  value: number;
  label: Text | null;
}

/** One field: its kind says how it is filled in and what is sent of it. */
export type Field =
  /** `absent`: left out altogether when it is empty. */
  | (Common & { kind: "text"; rows?: number; placeholder?: Word; phrases?: Word[]; absent?: boolean })
  | (Common & { kind: "line"; placeholder?: Word })
  | (Common & {
      kind: "choice";
      words: Bilingual<Record<string, string>>;
      among?: (values: Values) => readonly string[];
      initial?: string;
    })
  | (Common & { kind: "choices"; words: Bilingual<Record<string, string>> })
  | (Common & { kind: "yes"; yes: Word; no: Word; initial?: boolean })
  /** `own`: one's own unit at first. */
  | (Common & { kind: "unit"; below?: boolean; own?: boolean })
  | (Common & { kind: "units" })
  | (Common & { kind: "people" })
  | (Common & { kind: "matter" })
  | (Common & { kind: "place" })
  | (Common & { kind: "limit"; choices: readonly string[] })
  | (Common & { kind: "moment" })
  | (Common & { kind: "day" })
  /** What a ruling says: who leads, with whom, for which orders, how long. */
  | (Common & { kind: "terms" })
  /** Why something is left out, with words; none when nothing is. */
  | (Common & { kind: "skip" })
  /** The number of a ruling that was made on the order. */
  | (Common & { kind: "ruling" })
  | (Common & { kind: "evidence" })
  | (Common & { kind: "proof" })
  | (Common & { kind: "assignment" })
  | (Common & { kind: "assignments" })
  | (Common & { kind: "basis" })
  /** 越级下派审批: who answers for it that a town gets what is a department's. */
  | (Common & { kind: "override" })
  /** What is known beside matter and place. */
  | (Common & { kind: "facts" })
  | (Common & { kind: "texts" })
  | (Common & { kind: "milestones" })
  /** One of several things of the order, by its number; found by itself when only one is open. */
  | (Common & { kind: "pick"; of: (order: Order, unit: string | null | undefined) => Pick[] })
  /** Where one is: read from the phone. */
  | (Common & { kind: "position" })
  /** Which of the called units came, and helped. */
  | (Common & { kind: "attendance" })
  | (Common & { kind: "answers" })
  | (Common & { kind: "appeal" })
  | (Common & { kind: "appeals" })
  | (Common & { kind: "order" })
  | (Common & { kind: "link" })
  /** The part that it is about: found by itself when only one fits. */
  | { kind: "part"; which: (part: Part, order: Order) => boolean }
  | { kind: "number"; label: Word; of: (order: Order) => number };

export type FieldKind = Field["kind"];

/** The form of an act. */
export interface ActForm<N extends Noun = Noun> {
  act: ActName;
  noun: N;
  fields: { [K in keyof Required<Body<N>>]: Field };
  /** What will happen, in one sentence. */
  what: Word;
  /** Why it cannot be undone; then it is asked once more. */
  lasting?: Word;
  /** What one makes sure of before; each is ticked. */
  checklist?: Word[];
  danger?: boolean;
}

/** The form of one noun, with its fields checked against what the act takes. */
export function form<N extends Noun>(
  noun: N,
  act: ActName,
  rest: Omit<ActForm<N>, "noun" | "act">,
): ActForm<N> {
  return { noun, act, ...rest };
}

/** An act without anything to fill in. */
export const nothing = {};
