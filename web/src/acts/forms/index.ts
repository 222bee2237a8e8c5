/** The forms of all acts, by noun. An act of the server without a form fails the type check here. */
import type { ActName, Noun } from "../../api/types";
import type { ActForm } from "../form";
import { closing } from "./closing";
import { dispatching } from "./dispatch";
import { disputing } from "./disputes";
import { handling } from "./handling";
import { intake } from "./intake";
import { oversight } from "./oversight";
import { together } from "./together";

export const FORMS: { [N in Noun]: ActForm<N> } = {
  ...intake,
  ...dispatching,
  ...disputing,
  ...handling,
  ...together,
  ...closing,
  ...oversight,
};

const byAct = new Map<ActName, ActForm>(
  Object.values(FORMS).map((form) => [form.act, form as unknown as ActForm]),
);

/** The form of an act by its name; none for what has no form (registering, attaching). */
export const formOf = (act: string): ActForm | undefined => byAct.get(act as ActName);
