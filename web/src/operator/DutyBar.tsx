/** What one is doing, and one's own day: for oneself and nobody else. */
import { Button, Popover, Select } from "antd";
import { useState } from "react";
import { useWords } from "../words";
import { useNow } from "../words/Time";
import { duration } from "../words/time";
import { CHOSEN, useDay, useDoing, type Doing } from "./atTheDesk";
import { deskWords } from "./deskWords";

export function DutyBar() {
  const w = useWords(deskWords);
  const now = useNow();
  const { doing, set } = useDoing();
  const [open, setOpen] = useState(false);
  const shown: Doing[] = doing?.state === "talking" ? ["talking", ...CHOSEN] : [...CHOSEN];
  return (
    <span className="buttons duty">
      <Select<Doing>
        aria-label={w.state}
        placeholder={w.state}
        value={doing?.state ?? null}
        style={{ minWidth: "7.5rem" }}
        onChange={(state) => void set(state, `${w.state}：${w.doing[state]}`)}
        options={shown.map((state) => ({ value: state, label: w.doing[state] }))}
      />
      {doing && (
        <span className="quiet small">
          {w.since} {duration(now - doing.since)}
        </span>
      )}
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        content={<MyDay open={open} />}
        title={w.day}
      >
        <Button>{w.day}</Button>
      </Popover>
    </span>
  );
}

function MyDay({ open }: { open: boolean }) {
  const w = useWords(deskWords);
  const day = useDay(open);
  if (!day) return <span className="quiet">—</span>;
  const rows: [string, string | number][] = [
    [w.calls, day.calls],
    [w.taken, day.taken],
    [w.registered, day.registered],
    [w.accepted, day.accepted],
    [w.answered, day.answered_at_once],
    [w.refused, day.refused],
    [w.transferred, day.transferred],
    [w.talked, duration(day.talked_seconds * 1000)],
    [w.afterCall, day.after_call_seconds == null ? "—" : duration(day.after_call_seconds * 1000)],
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} className="row-between">
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
