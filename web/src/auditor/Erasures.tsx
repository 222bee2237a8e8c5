/** 清除: what is erased of a closed order on a citizen's request, or when its time is over; the form is the order's own. */
import { Alert, Button, Input } from "antd";
import { useId, useState, type FormEvent } from "react";
import { Head } from "../shell/Reading";
import { OrderView } from "../orders/OrderView";
import { bilingual, useWords } from "../words";

const words = bilingual(
  {
    title: "清除个人信息",
    lead: "诉求人依法要求删除，或留存期满：清除已办结工单里的身份或文字。办理过程、时限和依据保留，记录仍可核验。",
    number: "工单编号",
    find: "打开工单",
    how: "打开后在操作中选“清除”，写明依据。清除后无法恢复；未办结的工单不能清除。到期的清除由平台按政策包自动进行。",
  },
  {
    title: "Erasures",
    lead: "On a citizen's lawful request, or when its time is over: who they are, or the texts, of a closed order are erased. What was done, when and on what basis stays, and can still be verified.",
    number: "Number of the order",
    find: "Open it",
    how: "Choose “Erase” among the acts of the order, with its basis. Nothing brings it back; an open order cannot be erased. What is due by the policy is erased by itself.",
  },
);

export default function Erasures() {
  const w = useWords(words);
  const id = useId();
  const [typed, setTyped] = useState("");
  const [number, setNumber] = useState<string | null>(null);
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <Alert type="info" showIcon title={w.how} />
      <form
        className="toolbar"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setNumber(typed.trim() || null);
        }}
      >
        <label htmlFor={id}>{w.number}</label>
        <Input
          id={id}
          className="grow-field"
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="primary" htmlType="submit">
          {w.find}
        </Button>
      </form>
      {number && (
        <section className="block">
          <OrderView key={number} number={number} />
        </section>
      )}
    </>
  );
}
