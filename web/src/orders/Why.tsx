/** Why an order stands where it stands: what it waits for, of whom, since when; what is overdue first. */
import type { Line } from "../api/types";
import { useCity } from "../city/city";
import { bilingual, useWords } from "../words";
import { awaitings } from "../words/codes";
import { useNow } from "../words/Time";
import { duration } from "../words/time";

const words = bilingual(
  {
    title: "卡在哪里",
    waits: (whom: string, what: string) => (whom ? `${whom}：${what}` : what),
    over: (time: string) => `超期 ${time}`,
    since: (time: string) => `已等 ${time}`,
    more: (n: number) => `另有 ${n} 项`,
    nothing: "没有未办事项",
  },
  {
    title: "What holds it up",
    waits: (whom: string, what: string) => (whom ? `${whom}: ${what}` : what),
    over: (time: string) => `${time} late`,
    since: (time: string) => `for ${time}`,
    more: (n: number) => `and ${n} more`,
    nothing: "Nothing is open",
  },
);

/** So many are said in a row of a list. */
const SAID = 2;

export function Why({ line }: { line: Line }) {
  const w = useWords(words);
  const step = useWords(awaitings);
  const city = useCity();
  const now = useNow();
  if (!line.awaiting.length) return <span className="quiet">{w.nothing}</span>;
  // The server tells them by when they are due.
  const said = line.awaiting.slice(0, SAID);
  return (
    <div className="small why">
      {said.map((one) => (
        <div key={`${one.what}${one.part}`}>
          {w.waits(city.unit(one.unit), step[one.what])}{" "}
          {one.due_at != null && one.due_at < now ? (
            <span className="badge late">{w.over(duration(now - one.due_at))}</span>
          ) : (
            one.due_at == null && <span className="quiet">{w.since(duration(now - one.since))}</span>
          )}
        </div>
      ))}
      {line.awaiting.length > SAID && <div className="quiet">{w.more(line.awaiting.length - SAID)}</div>}
    </div>
  );
}

/** The column of a list that says it. */
export function useWhyColumn() {
  const w = useWords(words);
  return { key: "why", title: w.title, cell: (line: Line) => <Why line={line} /> };
}
