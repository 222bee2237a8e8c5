/** Whether an act fits an order now, for whoever looks: told by the server with the order. */
import type { ActName, OrderPage, Problem } from "../api/types";

/** Why an act cannot be done now; null when it can, or when the server does not say. */
export function refusalOf(page: OrderPage, act: ActName): Problem | null {
  return page.can.find((one) => one.act === act)?.refusal ?? null;
}
