/** “这事归谁管？”: what the directory says of a matter at a place, with the reasons. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState, type ReactNode } from "react";
import type { components } from "../api/schema";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { Field } from "../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../words";
import { Conditions } from "../directory/Conditions";
import { dutyLevels, dutySources, losses, predicates } from "../words/duties";
import { useCity } from "./city";
import { MatterPicker, PlacePicker } from "./Pickers";

export type EntryLine = components["schemas"]["EntryLine"];

const words = bilingual(
  {
    matter: "什么事",
    place: "在哪里",
    choose: "选定事项和地方，看目录怎么说。",
    none: "目录里没有条目说得上。可新增条目，或走会商、职责认定。",
    wins: "由它负责",
    lead: "主办",
    assists: "协办",
    basis: "依据",
    everywhere: "全市",
    ifs: (asked: string[]) => `如符合条件则优先，先查明：${asked.join("、")}`,
    others: "也有关、但不适用的条目",
  },
  {
    matter: "What",
    place: "Where",
    choose: "Choose a matter and a place to see what the directory says.",
    none: "No entry says whose duty it is. Add one, or have it ruled.",
    wins: "its duty",
    lead: "Leads",
    assists: "Assist",
    basis: "Basis",
    everywhere: "the whole city",
    ifs: (asked: string[]) => `goes first if it fits; find out: ${asked.join(", ")}`,
    others: "Entries about it that do not apply",
  },
);

/** Asks for a matter and a place. */
export function LookUp() {
  const w = useWords(words);
  const say = useProblemWords();
  const [matter, setMatter] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const found = useQuery({
    queryKey: ["directory", matter, place],
    queryFn: () =>
      read(api.GET("/api/directory", { params: { query: { matter: matter ?? "", place: place ?? "" } } })),
    enabled: !!matter && !!place,
  });
  return (
    <div className="stack sheet-form">
      <Field label={w.matter}>
        {({ id }) => <MatterPicker id={id} value={matter} onChange={setMatter} />}
      </Field>
      <Field label={w.place}>{({ id }) => <PlacePicker id={id} value={place} onChange={setPlace} />}</Field>
      {!matter || !place ? (
        <p className="quiet">{w.choose}</p>
      ) : found.data ? (
        <Entries
          winner={found.data.entries.find(({ code }) => code === found.data.winner) ?? null}
          offered={found.data.entries.filter(({ unstated }) => unstated.length)}
          others={found.data.entries.filter(({ lost }) => lost)}
        />
      ) : found.isError ? (
        <p role="alert">{say(found.error)}</p>
      ) : (
        <Skeleton active />
      )}
    </div>
  );
}

/** The entry that wins, and those that do not, each with the reason. */
export function Entries({
  winner,
  offered = [],
  others,
}: {
  winner: EntryLine | null;
  /** Those that would go first if what is not known were so. */
  offered?: readonly EntryLine[];
  others: readonly EntryLine[];
}) {
  const w = useWords(words);
  return (
    <div className="stack" role="status">
      {winner ? <Entry entry={winner} wins /> : <p>{w.none}</p>}
      {offered.map((entry) => (
        <Entry key={entry.code} entry={entry} />
      ))}
      {others.length > 0 && (
        <details open={!winner}>
          <summary>
            {w.others}（{others.length}）
          </summary>
          <div className="stack">
            {others.map((entry) => (
              <Entry key={entry.code} entry={entry} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

/** One entry: whose duty, about what and where, on what basis; beside it what can be done with it. */
export function Entry({
  entry,
  wins = false,
  children,
}: {
  entry: EntryLine;
  wins?: boolean;
  children?: ReactNode;
}) {
  const w = useWords(words);
  const levels = useWords(dutyLevels);
  const sources = useWords(dutySources);
  const loss = useWords(losses);
  const asked = useWords(predicates);
  const city = useCity();
  return (
    <div className={wins ? "part lead" : "part"}>
      <p>
        <strong>{city.unit(entry.lead)}</strong> {wins && <span className="badge good">{w.wins}</span>}
        {entry.lost && <span className="badge">{loss[entry.lost]}</span>}
        {entry.unstated.length > 0 && (
          <span className="badge soon">{w.ifs(entry.unstated.map((one) => asked[one]))}</span>
        )}{" "}
        <small className="quiet number">{entry.code}</small> {children}
      </p>
      <p className="small">
        {city.matterPath(entry.matter)} · {entry.place ? city.placePath(entry.place) : w.everywhere} ·{" "}
        {wordOf(levels, entry.level)}
      </p>
      <Conditions of={entry} />
      {entry.assists.length > 0 && (
        <p className="small">
          {w.assists} {entry.assists.map(({ unit, task }) => `${city.unit(unit)}（${task}）`).join("、")}
        </p>
      )}
      <p className="quiet small">
        {w.basis}：{entry.basis}（{wordOf(sources, entry.source)}）
      </p>
    </div>
  );
}
