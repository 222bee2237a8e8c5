/** What a field starts with, whether it is filled, and what is sent of it. */
import type { City } from "../city/city";
import type { Order, Part } from "../api/types";
import type { Field, Values } from "./form";

/** A file named by an act: attached, or still on its way (`pending:ID`). */
export interface Named {
  kind: "photo" | "recording" | "document" | "record";
  hash: string;
  label: string;
}
export interface Assigned {
  unit: string | null;
  task: string;
}
export interface Ground {
  by: "directory" | "ruling" | "human" | "override";
  entry: string;
  version: number;
  number: string;
  reason: string;
  overrides: string;
  person: string;
  law: string;
}
/** Who answers for it that a town gets what is a department's. */
export type Allowed = Pick<Ground, "entry" | "person" | "reason" | "law">;
export const NOT_ALLOWED: Allowed = { entry: "", person: "", reason: "", law: "" };
export const isAllowed = ({ entry, person, reason, law }: Allowed) =>
  [entry, person, reason, law].every((one) => one.trim());
/** What is known of an order beside matter and place. */
export interface Known {
  subject?: string | null;
  ownership?: string | null;
}
export interface Planned {
  what: string;
  due: string;
}
export interface Answered {
  contacted: boolean | null;
  solved: string | null;
  satisfied: string | null;
  reasons: string[];
}
/** What a ruling says. */
export interface Terms {
  lead: string | null;
  effect: "this_order" | "all_such" | "temporary_lead" | "rotation" | "joint";
  assists: Assigned[];
  matter: string | null;
  place: string | null;
  turns: { unit: string | null; share: number }[];
  until: string;
  replaces: string;
}
/** Why something is left out. */
export interface Skipped {
  reason: string | null;
  why: string;
}
export interface Told {
  title: string;
  content: string;
  demand: string;
}

export const NO_GROUND: Ground = {
  by: "human",
  entry: "",
  version: 1,
  number: "",
  reason: "",
  overrides: "",
  person: "",
  law: "",
};
export const NO_ANSWERS: Answered = { contacted: null, solved: null, satisfied: null, reasons: [] };

/** The parts that an act may be about, for somebody of this unit. */
export function partsFor(
  field: Extract<Field, { kind: "part" }>,
  order: Order,
  unit: string | null | undefined,
  city: City,
): Part[] {
  const fitting = order.parts.filter((part) => field.which(part, order));
  const mine = fitting.filter((part) =>
    [part.unit, ...part.handed_down].some(
      (holder) => city.isWithin(holder, unit) || city.isWithin(unit, holder),
    ),
  );
  return mine.length ? mine : fitting;
}

/** What a field holds at first. */
export function initial(field: Field, order: Order, unit: string | null | undefined, city: City): unknown {
  if ("now" in field && field.now) return field.now(order);
  switch (field.kind) {
    case "part":
      return partsFor(field, order, unit, city)[0]?.no ?? null;
    case "number":
      return field.of(order);
    case "text":
    case "line":
    case "order":
      return "";
    case "choice":
      return field.initial ?? null;
    case "yes":
      return field.initial ?? null;
    case "choices":
    case "units":
    case "people":
    case "evidence":
    case "assignments":
      return [];
    case "day":
      return "";
    case "terms":
      return {
        lead: null,
        effect: "this_order",
        assists: [],
        matter: order.matter,
        place: null,
        turns: [],
        until: "",
        replaces: "",
      } satisfies Terms;
    case "skip":
      return { reason: null, why: "" } satisfies Skipped;
    case "ruling":
      return order.disputes.findLast(({ ruling }) => ruling)?.ruling?.number ?? null;
    case "texts":
      return [""];
    case "basis":
      return NO_GROUND;
    case "override":
      return NOT_ALLOWED;
    case "facts":
      return order.facts ?? {};
    case "assignment":
      return { unit: null, task: "" } satisfies Assigned;
    case "milestones":
      return [{ what: "", due: "" }] satisfies Planned[];
    case "pick":
      return field.of(order, unit)[0]?.value ?? null;
    case "attendance": {
      const open = order.whistles?.findLast((whistle) => whistle.ended == null);
      return (open?.called ?? []).map(({ unit: called, arrival }) => ({
        unit: called,
        came: arrival != null,
        helped: arrival != null,
      }));
    }
    case "position":
      return null;
    case "answers":
      return NO_ANSWERS;
    case "appeal":
      return 0;
    case "appeals":
      return [{ title: "", content: "", demand: "" }] satisfies Told[];
    case "limit":
      return field.choices[1] ?? field.choices[0] ?? null;
    case "unit":
      return field.own ? (unit ?? null) : null;
    case "matter":
    case "place":
    case "moment":
    case "proof":
    case "link":
      return null;
  }
}

/** Whether a field is shown. */
export const isShown = (field: Field, values: Values) =>
  !("when" in field && field.when && !field.when(values));

/** Whether something that is needed is missing. */
export function isMissing(field: Field, value: unknown, values: Values): boolean {
  if (!isShown(field, values) || ("optional" in field && field.optional)) return false;
  switch (field.kind) {
    case "text":
    case "line":
    case "order":
      return !(value as string).trim();
    case "choices":
      return false;
    case "assignment":
      return !(value as Assigned).unit || !(value as Assigned).task.trim();
    case "basis": {
      const ground = value as Ground;
      if (ground.by === "directory") return !ground.entry.trim();
      if (ground.by === "override") return !isAllowed(ground);
      return ground.by === "ruling" ? !ground.number.trim() : !ground.reason.trim();
    }
    case "terms":
      return !(value as Terms).lead;
    case "milestones":
      return !(value as Planned[]).some(({ what, due }) => what.trim() && due);
    case "answers": {
      const answers = value as Answered;
      return answers.contacted === null || !answers.solved || !answers.satisfied;
    }
    case "appeals":
      return !(value as Told[]).some(({ content }) => content.trim());
    case "evidence":
      return !(value as Named[]).length;
    default:
      return value === null || value === undefined || value === "" || value === -1;
  }
}
