/** Registering what was told, and ending the call: two acts, each performed once. */
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { formOf } from "../acts/forms";
import { usePerform } from "../acts/usePerform";
import { newKey, send } from "../api/send";
import type { ActName, Answer, Said } from "../api/types";
import { segment, useMe } from "../me/me";
import type { Ended } from "./Ending";

type Registration = Answer<"operator_register">;

/** The act that ends a call, with its body. */
function actOf(ended: Exclude<Ended, { how: "leave" }>): [ActName, Record<string, unknown>] {
  const text = (said: string) => ({ text: said.trim() });
  switch (ended.how) {
    case "accept":
      return ["accept", {}];
    case "merge":
      return ["merge", { into: ended.into }];
    case "answer":
      return ["answer_at_once", { answer: text(ended.answer) }];
    case "refuse":
      return ["refuse", { reason: ended.reason, route: ended.route, explanation: text(ended.explanation) }];
    case "transfer":
      return ["transfer", { line: ended.line, note: text(ended.note) }];
    case "more":
      return ["ask_for_more", { question: text(ended.question) }];
  }
}

/** Registers an appeal; the same body is the same appeal, however often it is tried. */
export function useFinish() {
  const me = useMe();
  const queries = useQueryClient();
  const perform = usePerform();
  const tried = useRef<{ said: string; id: string } | null>(null);

  async function register(
    body: Said<"operator_register">,
    startedAt: number | null,
  ): Promise<Registration & { took: number | null }> {
    const said = JSON.stringify(body);
    if (tried.current?.said !== said) tried.current = { said, id: newKey() };
    const registered = await send<Registration>({
      id: tried.current.id,
      method: "POST",
      path: `/api/${segment(me.role)}/orders`,
      body,
      label: body.title || body.content.slice(0, 20),
      login: me.login,
      at: Date.now(),
    });
    // The next caller may say the very same.
    tried.current = null;
    void queries.invalidateQueries({ queryKey: ["caller"] });
    return { ...registered, took: startedAt === null ? null : Date.now() - startedAt };
  }

  async function end(number: string, title: string, version: number | "*", ended: Ended): Promise<void> {
    if (ended.how === "leave") return;
    const [act, body] = actOf(ended);
    const form = formOf(act);
    if (form) await perform({ form, number, title, body, version });
  }
  return { register, end };
}
