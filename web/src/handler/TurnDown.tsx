/** 清单外退回: what the directory gives to a department, a town refuses in one click that names the entry. */
import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useState } from "react";
import { formOf } from "../acts/forms";
import { nameOf, usePerform } from "../acts/usePerform";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { ActName, OrderPage } from "../api/types";
import { useCity } from "../city/city";
import { bilingual, useWords } from "../words";

const words = bilingual(
  {
    title: (unit: string) => `派单目录把这件事列为${unit}的职责`,
    says: (code: string, basis: string) => `条目 ${code}：${basis}`,
    law: "应由职能部门办理的，不得分派给基层办理（国办函〔2025〕66号）。",
    refuse: "清单外退回",
    told: (code: string, unit: string, basis: string) =>
      `派单目录条目 ${code} 规定由${unit}主办。依据：${basis}`,
  },
  {
    title: (unit: string) => `The directory gives this to ${unit}`,
    says: (code: string, basis: string) => `Entry ${code}: ${basis}`,
    law: "What is a department's duty is not given to the grass roots (国办函〔2025〕66号).",
    refuse: "Refuse by the list",
    told: (code: string, unit: string, basis: string) =>
      `Entry ${code} of the directory gives this to ${unit}. Basis: ${basis}`,
  },
);

export function TurnDown({ page }: { page: OrderPage }) {
  const can = (page as { can?: { act: ActName; parts?: number[]; refusal?: unknown }[] }).can;
  const fit = can?.find(({ act, refusal }) => act === "turn_down" && refusal == null);
  const part = fit?.parts?.at(-1);
  return part === undefined ? null : <Offer page={page} part={part} />;
}

function Offer({ page, part }: { page: OrderPage; part: number }) {
  const w = useWords(words);
  const say = useProblemWords();
  const city = useCity();
  const perform = usePerform();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const { matter, place, facts, registered_at: at, number, version } = page.order;
  const query = {
    matter,
    place,
    at,
    ...(facts?.subject ? { subject: facts.subject } : {}),
    ...(facts?.ownership ? { ownership: facts.ownership } : {}),
  };
  const found = useQuery({
    queryKey: ["directory", query],
    queryFn: () => read(api.GET("/api/directory", { params: { query } })),
  });
  const entry = found.data?.entries.find(({ code }) => code === found.data.winner);
  const form = formOf("turn_down");
  if (!entry || !form) return null;
  const unit = city.unit(entry.lead);

  async function refuse() {
    if (!form || !entry) return;
    setBusy(true);
    setProblem(null);
    try {
      const basis = { text: w.told(entry.code, unit, entry.basis) };
      const body = { part, entry: entry.code, basis };
      await perform({ form, number, title: nameOf(page), body, version });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Alert
      type={problem ? "error" : "warning"}
      showIcon
      title={w.title(unit)}
      description={
        <>
          <p>{w.says(entry.code, entry.basis)}</p>
          <p className="quiet small">{problem ? say(problem) : w.law}</p>
        </>
      }
      action={
        <Button danger loading={busy} onClick={() => void refuse()}>
          {w.refuse}
        </Button>
      }
    />
  );
}
