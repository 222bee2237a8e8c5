/** 联系诉求人: through a record of the call, with a reason; the number in clear only to whom the server gives it. */
import { PhoneOutlined } from "@ant-design/icons";
import { Alert, Button, Input } from "antd";
import { useState } from "react";
import { newKey } from "../api/send";
import { Refused, Unreachable } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { Answer, OrderPage } from "../api/types";
import { segment, useMe } from "../me/me";
import { useWords } from "../words";
import { orderWords } from "./words";

const CALLING = ["operator", "shift_leader", "caller_back", "supervisor", "handler", "coordinator"];
type CallRecord = Answer<"handler_call">;

export function CallCitizen({
  page,
  appeal,
  onCalled,
}: {
  page: OrderPage;
  appeal: number;
  onCalled?: (call: CallRecord) => void;
}) {
  const w = useWords(orderWords);
  const say = useProblemWords();
  const { role } = useMe();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [called, setCalled] = useState<CallRecord | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const how = w.calling[page.calling as keyof typeof w.calling];
  if (!how || !CALLING.includes(role)) return null;

  async function call() {
    try {
      const response = await fetch(`/api/${segment(role)}/orders/${page.order.number}/calls`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key },
        body: JSON.stringify({ appeal, reason }),
      }).catch(() => {
        throw new Unreachable();
      });
      const body: unknown = await response.json();
      if (!response.ok) throw new Refused(body as Refused["problem"], response.status, null);
      setCalled(body as CallRecord);
      onCalled?.(body as CallRecord);
      setProblem(null);
      setKey(newKey());
    } catch (error) {
      setProblem(say(error));
    }
  }
  if (called)
    return (
      <Alert
        type="success"
        showIcon
        title={called.phone ? w.callNow(called.phone) : w.callComing}
        role="status"
      />
    );
  return (
    <div className="stack">
      {!open ? (
        <div>
          <Button icon={<PhoneOutlined aria-hidden />} onClick={() => setOpen(true)}>
            {w.call}
          </Button>
        </div>
      ) : (
        <div className="block stack narrow">
          <label className="labelled">
            {w.callReason}
            <Input
              value={reason}
              onChange={(e) => setReason(e.target.value)}
              autoFocus
              onPressEnter={() => void call()}
            />
          </label>
          <span className="quiet small">{how}</span>
          {problem && <Alert type="error" showIcon title={problem} role="alert" />}
          <span className="buttons">
            <Button
              type="primary"
              icon={<PhoneOutlined aria-hidden />}
              disabled={!reason.trim()}
              onClick={() => void call()}
            >
              {w.callGo}
            </Button>
            <Button onClick={() => setOpen(false)}>{w.close}</Button>
          </span>
        </div>
      )}
    </div>
  );
}
