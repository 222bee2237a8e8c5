/** A list's filter and the page's address: each can be had from the other, so that a list can be shared as a link. */
import type { Query } from "../api/types";

/** Paging, how far is counted, and what is shown of it are not part of what one shares. */
type Paging = "after" | "limit" | "up_to" | "snippets";
export type Filter = Partial<Omit<Query, Paging>>;

const SHAPES: { [K in keyof Required<Omit<Query, Paging>>]: "yes" | "many" | "text" | "moment" } = {
  open: "yes",
  mine: "yes",
  awaiting: "many",
  stage: "many",
  unit: "many",
  holder: "text",
  area: "text",
  matter: "many",
  place: "many",
  kind: "text",
  level: "many",
  channel: "text",
  late: "yes",
  due: "text",
  due_before: "moment",
  disputed: "yes",
  returned: "yes",
  supervised: "yes",
  called: "yes",
  redone: "yes",
  happened: "text",
  since: "moment",
  until: "moment",
  from: "moment",
  to: "moment",
  sort: "text",
  q: "text",
};

/** Reads a filter from an address; what is not understood is left out. */
export function fromSearch(search: URLSearchParams): Filter {
  const filter: Record<string, unknown> = {};
  for (const [key, shape] of Object.entries(SHAPES)) {
    const values = search.getAll(key).filter(Boolean);
    const value = values[0];
    if (value === undefined) continue;
    if (shape === "many") filter[key] = values;
    else if (shape === "yes") {
      if (value === "true" || value === "false") filter[key] = value === "true";
    } else if (shape === "moment") {
      if (Number.isSafeInteger(Number(value))) filter[key] = Number(value);
    } else filter[key] = value;
  }
  return filter as Filter;
}

/** Writes a filter into an address, keeping there what is not a filter (the open order, the queue). */
export function intoSearch(filter: Filter, search: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const key of Object.keys(SHAPES) as (keyof Filter)[]) {
    next.delete(key);
    const value = filter[key];
    if (Array.isArray(value)) value.forEach((one) => next.append(key, String(one)));
    else if (value !== undefined && value !== null && value !== "") next.set(key, String(value));
  }
  return next;
}

/** Whether anything is filtered. */
export const isFiltered = (filter: Filter) =>
  Object.entries(filter).some(
    ([key, value]) => key !== "sort" && value !== undefined && value !== null && value !== "",
  );
