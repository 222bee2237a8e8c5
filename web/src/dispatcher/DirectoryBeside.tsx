/** 派单目录, beside the order: the entries about its matter and place, to be searched and chosen from. */
import { Button, Input, Skeleton } from "antd";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { useCity } from "../city/city";
import { Entry, type EntryLine } from "../city/LookUp";
import { MatterPicker } from "../city/Pickers";
import { bilingual, useWords } from "../words";

const words = bilingual(
  {
    title: "查派单目录",
    matter: "事项",
    find: "在条目里找：单位、依据、任务",
    none: "没有这样的条目。",
    more: "条目太多，只列出一部分；请选更具体的事项。",
    to: "派给它",
    choose: (unit: string) => `派给${unit}，写明理由`,
  },
  {
    title: "Look in the directory",
    matter: "Matter",
    find: "Find in the entries: unit, basis, task",
    none: "There is no such entry.",
    more: "There are too many; some are not shown. Choose a narrower matter.",
    to: "Choose",
    choose: (unit: string) => `Dispatch to ${unit}, with a reason`,
  },
);

interface Props {
  matter: string;
  place: string;
  onUnit: (unit: string) => void;
}

export function DirectoryBeside(props: Props) {
  const w = useWords(words);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{w.title}</summary>
      {open && <Found {...props} />}
    </details>
  );
}

function Found({ matter: own, place, onUnit }: Props) {
  const w = useWords(words);
  const say = useProblemWords();
  const city = useCity();
  const [matter, setMatter] = useState<string | null>(own);
  const [wanted, setWanted] = useState("");
  const found = useQuery({
    queryKey: ["directory", matter, place],
    queryFn: () => read(api.GET("/api/directory", { params: { query: { matter: matter ?? "", place } } })),
  });
  const text = ({ lead, assists, basis, code, matter: about }: EntryLine) =>
    [city.unit(lead), basis, code, city.matterPath(about)]
      .concat(assists.flatMap(({ unit, task }) => [city.unit(unit), task]))
      .join(" ")
      .toLowerCase();
  const entries = found.data?.entries.filter((entry) => text(entry).includes(wanted.trim().toLowerCase()));
  return (
    <div className="stack">
      <MatterPicker label={w.matter} value={matter} onChange={setMatter} />
      <Input
        allowClear
        aria-label={w.find}
        placeholder={w.find}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {found.isPending && <Skeleton active />}
      {found.isError && <p role="alert">{say(found.error)}</p>}
      {entries?.length === 0 && <p className="quiet">{w.none}</p>}
      {entries?.map((entry) => (
        <Entry key={entry.code} entry={entry} wins={entry.code === found.data?.winner}>
          <Button
            size="small"
            aria-label={w.choose(city.unit(entry.lead))}
            onClick={() => onUnit(entry.lead)}
          >
            {w.to}
          </Button>
        </Entry>
      ))}
      {found.data?.more && <p className="quiet small">{w.more}</p>}
    </div>
  );
}
