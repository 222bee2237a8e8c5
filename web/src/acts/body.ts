/** From what was filled in to what is sent. */
import { fromLocalInput } from "../words/time";
import type { ActForm, Field, Values } from "./form";
import {
  isAllowed,
  isShown,
  type Allowed,
  type Answered,
  type Assigned,
  type Ground,
  type Named,
  type Planned,
  type Skipped,
  type Terms,
  type Told,
} from "./values";

const text = (said: string) => ({ text: said.trim() });
const evidence = ({ kind, hash }: Named) => ({ kind, hash });
const assigned = ({ unit, task }: Assigned) => ({ unit, task: text(task) });

/** The act's body. */
export function bodyOf(form: ActForm, values: Values): Record<string, unknown> {
  const fields = Object.entries(form.fields as Record<string, Field>).map(([name, field]) => [
    name,
    isShown(field, values) ? sent(field, values[name]) : null,
  ]);
  const body = Object.fromEntries(fields) as Record<string, unknown>;
  // What a hidden list would hold is an empty one.
  for (const [name, field] of Object.entries(form.fields as Record<string, Field>))
    if (body[name] === null && (field.kind === "choices" || field.kind === "evidence")) body[name] = [];
  return body;
}

function sent(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case "text":
      return field.absent && !(value as string).trim() ? null : text(value as string);
    case "line":
    case "order":
      return (value as string).trim() || null;
    case "texts":
      return (value as string[]).filter((one) => one.trim()).map(text);
    case "evidence":
      return (value as Named[]).map(evidence);
    case "proof":
      return evidence(value as Named);
    case "assignment":
      return assigned(value as Assigned);
    case "assignments":
      return (value as Assigned[]).filter(({ unit }) => unit).map(assigned);
    case "basis":
      return basis(value as Ground);
    case "override":
      return isAllowed(value as Allowed) ? allowed(value as Allowed) : null;
    case "milestones":
      return (value as Planned[])
        .filter(({ what, due }) => what.trim() && due)
        .map(({ what, due }) => ({ what: text(what), due: fromLocalInput(due) }));
    case "terms":
      return terms(value as Terms);
    case "skip": {
      const { reason, why } = value as Skipped;
      return reason ? { reason, why: text(why) } : null;
    }
    case "moment":
      return fromLocalInput(value as string);
    case "answers": {
      const { contacted, solved, satisfied, reasons } = value as Answered;
      return { contacted, solved, satisfied, reasons };
    }
    case "appeals":
      return (value as Told[])
        .filter(({ content }) => content.trim())
        .map(({ title, content, demand }) => ({ title, content, demand }));
    case "day":
      return (value as string) || null;
    default:
      return value;
  }
}

const allowed = ({ entry, person, reason, law }: Allowed) => ({
  entry: entry.trim(),
  person: person.trim(),
  reason: text(reason),
  law: text(law),
});
function terms(said: Terms) {
  const general = said.effect !== "this_order" && !!said.matter;
  return {
    lead: said.lead,
    assists: said.assists.filter(({ unit }) => unit).map(assigned),
    effect: said.effect,
    scope: general ? { matter: said.matter, place: said.place } : null,
    turns: said.effect === "rotation" ? said.turns.filter(({ unit }) => unit) : [],
    until: general ? said.until || null : null,
    review: null,
    replaces: general ? said.replaces.trim() || null : null,
  };
}

function basis(ground: Ground) {
  if (ground.by === "directory")
    return { by: "directory", entry: ground.entry.trim(), version: Number(ground.version) };
  if (ground.by === "override") return { by: "override", ...allowed(ground) };
  if (ground.by === "ruling") return { by: "ruling", number: ground.number.trim() };
  return { by: "human", reason: text(ground.reason), overrides: ground.overrides.trim() || null };
}
