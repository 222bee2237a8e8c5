/** 认定案例库: what was ruled before, found by words or by matter, place, unit; made a rule in two clicks. */
import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { MatterPicker, UnitPicker } from "../city/Pickers";
import { useCity } from "../city/city";
import { bilingual, useWords, wordOf } from "../words";
import { disputeSteps, returnReasons, rulingEffects } from "../words/codes";
import { Time } from "../words/Time";

const words = bilingual(
  {
    search: "用几句话找相似的案例",
    matter: "事项",
    unit: "涉及单位",
    inForce: "只看现行有效的类案规则",
    none: "没有找到。",
    open: "尚未认定",
    leads: "主办",
    ended: "已失效",
    until: "有效期至",
    entry: (code: string) => `已写入目录 ${code}`,
    make: "转为目录条目",
    code: "条目编号",
    made: (code: string) => `已写入目录：${code}`,
  },
  {
    search: "Find the like in a few words",
    matter: "Matter",
    unit: "Unit concerned",
    inForce: "Only rules in force",
    none: "Nothing was found.",
    open: "not ruled yet",
    leads: "leads",
    ended: "has ended",
    until: "until",
    entry: (code: string) => `entry ${code} of the directory`,
    make: "Make it an entry",
    code: "Code of the entry",
    made: (code: string) => `It is entry ${code} of the directory`,
  },
);

const find = (query: { q?: string; matter?: string; unit?: string; in_force: boolean }) =>
  read(api.GET("/api/adjudicator/rulings", { params: { query } }));
type Precedent = Awaited<ReturnType<typeof find>>["precedents"][number];

export function Precedents() {
  const w = useWords(words);
  const [q, setWords] = useState("");
  const [matter, setMatter] = useState<string | null>(null);
  const [unit, setUnit] = useState<string | null>(null);
  const [inForce, setInForce] = useState(false);
  const query = {
    ...(q.trim() && { q: q.trim() }),
    ...(matter && { matter }),
    ...(unit && { unit }),
    in_force: inForce,
  };
  const found = useQuery({ queryKey: ["rulings", query], queryFn: () => find(query) });
  return (
    <div className="stack">
      <Input.Search aria-label={w.search} placeholder={w.search} allowClear onSearch={setWords} />
      <MatterPicker label={w.matter} value={matter} onChange={setMatter} />
      <UnitPicker label={w.unit} value={unit} onChange={setUnit} />
      <Checkbox checked={inForce} onChange={(e) => setInForce(e.target.checked)}>
        {w.inForce}
      </Checkbox>
      {found.data?.precedents.length === 0 && <p className="quiet">{w.none}</p>}
      <ul className="plain stack">
        {found.data?.precedents.map((one, i) => (
          <li key={i} className="block">
            <PrecedentView one={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PrecedentView({ one }: { one: Precedent }) {
  const w = useWords(words);
  const city = useCity();
  const grounds = useWords(returnReasons);
  const steps = useWords(disputeSteps);
  const effects = useWords(rulingEffects);
  const { ruling } = one;
  return (
    <>
      <strong>{ruling ? ruling.number : w.open}</strong>{" "}
      <span className="badge">{wordOf(steps, one.step)}</span>
      {ruling?.ended_at != null && <span className="badge">{w.ended}</span>}
      <br />
      {city.matterPath(one.matter)} · {city.placePath(one.place)} · {wordOf(grounds, one.ground)}
      <br />
      {one.parties.map((unit) => city.unit(unit)).join("、")}
      {ruling && (
        <>
          {" → "}
          {city.unit(ruling.lead)} {w.leads} · {wordOf(effects, ruling.effect)} ·{" "}
          <Time at={ruling.at} show="both" />
          {ruling.until && ` · ${w.until} ${ruling.until}`}
        </>
      )}{" "}
      {one.order && <Link to={`/orders/${one.order}`}>{one.order}</Link>}
      {ruling && ruling.effect !== "this_order" && ruling.ended_at == null && (
        <MakeEntry number={ruling.number} entry={ruling.entry ?? null} />
      )}
    </>
  );
}

function MakeEntry({ number, entry }: { number: string; entry: string | null }) {
  const w = useWords(words);
  const say = useProblemWords();
  const [code, setCode] = useState("");
  const [told, setTold] = useState<string | null>(entry && w.entry(entry));
  if (told) return <p className="quiet">{told}</p>;
  const make = async () => {
    try {
      const body = { ruling: number, code: code.trim(), level: "city" };
      const made = await read(api.POST("/api/adjudicator/ruling-entries", { body }));
      setTold(w.made(made.code));
    } catch (error) {
      setTold(say(error));
    }
  };
  return (
    <p className="buttons">
      <Input
        style={{ width: "12rem" }}
        aria-label={w.code}
        placeholder={w.code}
        value={code}
        onChange={(e) => setCode(e.target.value)}
      />
      <Button disabled={!code.trim()} onClick={() => void make()}>
        {w.make}
      </Button>
    </p>
  );
}
