/** 批量派单: what the directory says without a doubt goes; of everything else it is said why it did not. */
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useRef, useState } from "react";
import { Refused, api, read } from "../api/client";
import { newKey } from "../api/send";
import { useProblemWords } from "../api/useProblem";
import type { Answer, Line } from "../api/types";
import { useOpenOrder } from "../orders/useOrders";
import { bilingual, useWords } from "../words";
import { doubts } from "../words/duties";

const words = bilingual(
  {
    go: (n: number) => `按目录派出所选 ${n} 件`,
    what: "目录载明、没有疑点的直接派出；有疑点的留下，逐件看。",
    most: (n: number) => `一次最多 ${n} 件`,
    clear: "取消选择",
    went: (n: number) => `已派出 ${n} 件`,
    stayed: (n: number) => `${n} 件没有派出`,
    and: "、",
    reason: "：",
  },
  {
    go: (n: number) => `Dispatch the ${n} selected as the directory says`,
    what: "What the directory says without a doubt goes; what is in doubt stays, to be looked at one by one.",
    most: (n: number) => `At most ${n} at a time`,
    clear: "Unselect",
    went: (n: number) => `${n} dispatched`,
    stayed: (n: number) => `${n} not dispatched`,
    and: ", ",
    reason: ": ",
  },
);

/** The server takes so many at a stroke. */
const MOST = 100;

type Outcomes = Answer<"dispatch_batch">;

export function BatchDispatch({ chosen, onDone }: { chosen: ReadonlyMap<string, Line>; onDone: () => void }) {
  const w = useWords(words);
  const say = useProblemWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [told, setTold] = useState<{ outcomes: Outcomes; titles: ReadonlyMap<string, Line> } | null>(null);
  // The same choice tried again is the same call: nothing goes twice.
  const tried = useRef({ items: "", key: "" });

  async function go() {
    const items = [...chosen.values()].map(({ number, version }) => ({ number, version, dispatch: null }));
    const same = JSON.stringify(items);
    if (tried.current.items !== same) tried.current = { items: same, key: newKey() };
    setBusy(true);
    setFailed(null);
    try {
      const outcomes = await read(
        api.POST("/api/dispatcher/dispatch-batches", {
          params: { header: { "Idempotency-Key": tried.current.key } },
          body: { items },
        }),
      );
      setTold({ outcomes, titles: chosen });
      for (const { number } of outcomes) void queries.invalidateQueries({ queryKey: ["order", number] });
      void queries.invalidateQueries({ queryKey: ["orders"] });
      void queries.invalidateQueries({ queryKey: ["queues"] });
      onDone();
    } catch (error) {
      setFailed(error);
    } finally {
      setBusy(false);
    }
  }
  if (!chosen.size && !told) return null;
  return (
    <div className="block stack">
      {chosen.size > 0 && (
        <>
          <span className="buttons">
            <Button type="primary" loading={busy} disabled={chosen.size > MOST} onClick={() => void go()}>
              {w.go(chosen.size)}
            </Button>
            <Button onClick={onDone}>{w.clear}</Button>
          </span>
          <span className="quiet small">{chosen.size > MOST ? w.most(MOST) : w.what}</span>
        </>
      )}
      {failed !== null && <Alert type="error" showIcon title={say(failed)} role="alert" />}
      {told && <Told {...told} onClose={() => setTold(null)} />}
    </div>
  );
}

/** What went, and what did not with the reason; each of these opens. */
function Told({
  outcomes,
  titles,
  onClose,
}: {
  outcomes: Outcomes;
  titles: ReadonlyMap<string, Line>;
  onClose: () => void;
}) {
  const w = useWords(words);
  const doubt = useWords(doubts);
  const say = useProblemWords();
  const [, open] = useOpenOrder();
  const stayed = outcomes.filter(({ done }) => !done);
  const went = outcomes.length - stayed.length;
  return (
    <Alert
      type={stayed.length ? "warning" : "success"}
      showIcon
      role="status"
      closable={{ onClose }}
      title={[went && w.went(went), stayed.length && w.stayed(stayed.length)].filter(Boolean).join(w.and)}
      description={
        stayed.length > 0 && (
          <ul>
            {stayed.map(({ number, problem, doubts: found }) => (
              <li key={number}>
                <button type="button" className="link" onClick={() => open(number)}>
                  {titles.get(number)?.title ?? number}
                </button>
                {w.reason}
                {problem ? say(new Refused(problem, 409, null)) : found.map((one) => doubt[one]).join(w.and)}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
