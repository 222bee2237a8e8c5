/** What a list is filtered by that has no field of its own: it came with a link, and can be taken away. */
import { Tag } from "antd";
import { useCity } from "../city/city";
import { bilingual, useWords } from "../words";
import { channels } from "../words/codes";
import { day } from "../words/time";
import type { Filter } from "./filter";

const words = bilingual(
  {
    happened: {
      dispatched: "派出",
      became_late: "办理超期",
      closed: "办结",
      answered_at_once: "即时答复",
    },
    since: (what: string, since: string, until: string) =>
      `${what}：${since || "最初"}${until ? `至 ${until}` : "起"}`,
    registered: "登记",
    returned: "退过单",
    called: "已回访",
    redone: "重办过",
    supervised: "已督办",
    not: (what: string) => `未${what.replace(/^已|过$|过(?=单)/g, "")}`,
    area: (unit: string) => `涉及 ${unit}`,
    holder: (unit: string) => `${unit} 在办`,
    overdue: "当前环节已超期",
    today: "今天到期",
  },
  {
    happened: {
      dispatched: "Dispatched",
      became_late: "Became late",
      closed: "Closed",
      answered_at_once: "Answered at once",
    },
    since: (what: string, since: string, until: string) =>
      `${what}: ${since ? `from ${since}` : "ever"}${until ? ` to ${until}` : ""}`,
    registered: "Registered",
    returned: "Returned",
    called: "Called back",
    redone: "Handled anew",
    supervised: "Supervised",
    not: (what: string) => `Not ${what.toLowerCase()}`,
    area: (unit: string) => `Involves ${unit}`,
    holder: (unit: string) => `In the hands of ${unit}`,
    overdue: "This step is overdue",
    today: "Due today",
  },
);

export function Chips({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const w = useWords(words);
  const city = useCity();
  const channel = useWords(channels);
  const chips: [string, (keyof Filter)[]][] = [];
  const date = (at: number | null | undefined) => (at == null ? "" : day(at));
  if (filter.happened)
    chips.push([
      w.since(w.happened[filter.happened], date(filter.since), date(filter.until)),
      ["happened", "since", "until"],
    ]);
  if (filter.from != null || filter.to != null)
    chips.push([w.since(w.registered, date(filter.from), date(filter.to)), ["from", "to"]]);
  for (const key of ["returned", "called", "redone", "supervised"] as const)
    if (filter[key] != null) chips.push([filter[key] ? w[key] : w.not(w[key]), [key]]);
  if (filter.area) chips.push([w.area(city.unit(filter.area)), ["area"]]);
  if (filter.holder) chips.push([w.holder(city.unit(filter.holder)), ["holder"]]);
  if (filter.channel) chips.push([channel[filter.channel], ["channel"]]);
  if (filter.due) chips.push([w[filter.due], ["due"]]);
  if (!chips.length) return null;
  const without = (keys: (keyof Filter)[]) =>
    onChange({ ...filter, ...Object.fromEntries(keys.map((key) => [key, undefined])) });
  return (
    <div className="chips">
      {chips.map(([label, keys]) => (
        <Tag key={label} closable onClose={() => without(keys)}>
          {label}
        </Tag>
      ))}
    </div>
  );
}
