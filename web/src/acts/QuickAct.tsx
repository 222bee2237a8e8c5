/** An act in one tap from a list's line; for several lines, one after the other. */
import { Alert, App, Button, Progress } from "antd";
import { useState } from "react";
import { useProblemWords } from "../api/useProblem";
import type { ActName, Line } from "../api/types";
import { bilingual, useWords } from "../words";
import { acts } from "../words/acts";
import { formOf } from "./forms";
import { usePerform } from "./usePerform";

const words = bilingual(
  {
    all: (act: string, n: number) => `${act}所选 ${n} 件`,
    clear: "取消选择",
    went: (act: string, n: number) => `${act}：${n} 件已完成`,
    failed: (n: number) => `${n} 件没有完成，其余不受影响`,
  },
  {
    all: (act: string, n: number) => `${act}: all ${n} selected`,
    clear: "Unselect",
    went: (act: string, n: number) => `${act}: ${n} done`,
    failed: (n: number) => `${n} were not done; the others were`,
  },
);

/** One act on one line. */
export function QuickAct({
  act,
  line,
  body,
  primary,
}: {
  act: ActName;
  line: Line;
  body: Record<string, unknown>;
  primary?: boolean;
}) {
  const names = useWords(acts);
  const say = useProblemWords();
  const perform = usePerform();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const form = formOf(act);
  if (!form) return null;
  async function go() {
    if (!form) return;
    setBusy(true);
    try {
      await perform({
        form,
        number: line.number,
        title: line.title ?? line.number,
        body,
        version: line.version,
      });
    } catch (error) {
      void message.error(say(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button
      className="quick"
      type={primary ? "primary" : "default"}
      loading={busy}
      aria-label={`${names[act]}：${line.title ?? line.number}`}
      onClick={(event) => {
        event.stopPropagation();
        void go();
      }}
    >
      {names[act]}
    </Button>
  );
}

/** One act on all lines that were chosen, each judged on its own. */
export function BatchAct({
  act,
  chosen,
  bodyOf,
  onDone,
}: {
  act: ActName;
  chosen: ReadonlyMap<string, Line>;
  bodyOf: (line: Line) => Record<string, unknown>;
  onDone: () => void;
}) {
  const w = useWords(words);
  const names = useWords(acts);
  const say = useProblemWords();
  const perform = usePerform();
  const { message } = App.useApp();
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState<{ line: Line; why: string }[]>([]);
  const form = formOf(act);
  if (!form || (chosen.size === 0 && failed.length === 0)) return null;

  async function go() {
    if (!form) return;
    const wrong: { line: Line; why: string }[] = [];
    let went = 0;
    setDone(0);
    for (const line of chosen.values()) {
      try {
        await perform({
          form,
          number: line.number,
          title: line.title ?? line.number,
          body: bodyOf(line),
          version: line.version,
          quiet: true,
        });
        went++;
      } catch (error) {
        wrong.push({ line, why: say(error) });
      }
      setDone(went + wrong.length);
    }
    setDone(null);
    setFailed(wrong);
    if (went) void message.success(w.went(names[act], went));
    onDone();
  }
  return (
    <div className="block stack">
      {chosen.size > 0 && (
        <span className="buttons">
          <Button type="primary" loading={done !== null} onClick={() => void go()}>
            {w.all(names[act], chosen.size)}
          </Button>
          <Button onClick={onDone}>{w.clear}</Button>
        </span>
      )}
      {done !== null && <Progress percent={Math.round((100 * done) / chosen.size)} aria-label={names[act]} />}
      {failed.length > 0 && (
        <Alert
          type="warning"
          showIcon
          closable={{ onClose: () => setFailed([]) }}
          title={w.failed(failed.length)}
          description={
            <ul>
              {failed.map(({ line, why }) => (
                <li key={line.number}>
                  {line.title ?? line.number}：{why}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
