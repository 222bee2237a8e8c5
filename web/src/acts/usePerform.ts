/** Performing an act: once, against the version that was seen. */
import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { Kept, newKey, send } from "../api/send";
import type { OrderPage, Performed } from "../api/types";
import { segment, useMe } from "../me/me";
import { useWords } from "../words";
import { acts } from "../words/acts";
import type { ActForm } from "./form";
import { actWords } from "./words";

export interface Said {
  form: ActForm;
  number: string;
  title: string;
  body: Record<string, unknown>;
  version: number | "*";
  /** Says nothing when it is done. */
  quiet?: boolean;
  /** The Idempotency-Key: the same when the same is tried again. */
  id?: string;
}

/** Performs acts; resolves when it is done, or kept to be sent later. */
export function usePerform(): (said: Said) => Promise<Performed | null> {
  const me = useMe();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const w = useWords(actWords);
  const names = useWords(acts);
  return async ({ form, number, title, body, version, quiet, id = newKey() }) => {
    const act = names[form.act];
    try {
      const performed = await send<Performed>({
        id,
        method: "POST",
        path: `/api/${segment(me.role)}/orders/${number}/${form.noun}`,
        body,
        order: number,
        version,
        label: `${act} · ${title}`,
        login: me.login,
        at: Date.now(),
      });
      if (!quiet) void message.success(w.done(act));
      void queries.invalidateQueries({ queryKey: ["order", number] });
      void queries.invalidateQueries({ queryKey: ["orders"] });
      void queries.invalidateQueries({ queryKey: ["queues"] });
      return performed;
    } catch (error) {
      if (!(error instanceof Kept)) throw error;
      void message.warning(w.kept(act));
      return null;
    }
  };
}

/** The title of an order's page, for lists of what was sent. */
export const nameOf = (page: OrderPage) => page.order.appeals[0]?.title.text ?? page.order.number;
