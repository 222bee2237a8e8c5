/** Which part an act is about. */
import type { Field } from "../form";

/** A part that is not done. */
export const openPart: Field = {
  kind: "part",
  which: (part) => part.state === "awaiting_sign" || part.state === "handling",
};
export const unsignedPart: Field = { kind: "part", which: (part) => part.state === "awaiting_sign" };
export const leadPart: Field = {
  kind: "part",
  which: (part) => part.duty === "lead" && (part.state === "awaiting_sign" || part.state === "handling"),
};
export const assistPart: Field = {
  kind: "part",
  which: (part) => part.duty === "assist" && (part.state === "awaiting_sign" || part.state === "handling"),
};
