/** An order as somebody sees it who looks after others' work: what to decide, how to press, then its story. */
import type { ReactNode } from "react";
import type { OrderPage } from "../api/types";
import { OrderView } from "../orders/OrderView";
import { useOrder } from "../orders/useOrders";
import { Press } from "./Press";
import { Questions } from "./Questions";

export function OversightPane({
  number,
  more,
}: {
  number: string;
  /** What stands between the two and the story. */
  more?: (page: OrderPage) => ReactNode;
}) {
  const page = useOrder(number).data;
  return (
    <>
      {page && <Questions page={page} />}
      {page && <Press page={page} />}
      {page && more?.(page)}
      <OrderView number={number} />
    </>
  );
}
