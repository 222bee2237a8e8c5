/** An order on a page of its own. */
import { useParams } from "react-router";
import { useScreen } from "../shell/useScreen";
import { useWords } from "../words";
import { OrderView } from "./OrderView";
import "./orders.css";
import { orderWords } from "./words";

export default function OrderScreen() {
  const w = useWords(orderWords);
  const { number } = useParams();
  useScreen(`${w.order} ${number}`);
  return <div className="order-page block">{number && <OrderView number={number} />}</div>;
}
