/** Recording a call, and closing the order with it when everybody says that it is solved. */
import { formOf } from "../acts/forms";
import { nameOf, usePerform } from "../acts/usePerform";
import type { Body, OrderPage } from "../api/types";

/** Records; with `closes` the order ends with it. */
export function useRecord(page: OrderPage) {
  const perform = usePerform();
  const { number, version } = page.order;
  return async (body: Body<"callbacks">, closes: boolean): Promise<void> => {
    const form = formOf("call_back");
    const close = formOf("close");
    if (!form || !close) return;
    const title = nameOf(page);
    const done = await perform({ form, number, title, body: { ...body }, version });
    if (closes && done)
      await perform({ form: close, number, title, body: { unresolved: null }, version: done.version });
  };
}
