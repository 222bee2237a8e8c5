/**
 * Reminding several at once. A reminder changes nothing but that the unit is told,
 * so it is the one act of oversight that is safe in a batch; each is sent against
 * the version that was ticked, and what changed meanwhile is left out.
 */
import { Alert, Button, Input, Modal, Progress } from "antd";
import { useId, useState } from "react";
import { Link } from "react-router";
import { useQueryClient } from "@tanstack/react-query";
import { Kept, newKey, send } from "../api/send";
import { useProblemWords } from "../api/useProblem";
import type { Line, Me, Performed } from "../api/types";
import { segment, useMe } from "../me/me";
import { useWords } from "../words";
import { acts } from "../words/acts";
import { oversightWords } from "./words";

interface Failed {
  line: Line;
  why: string;
}

export function BatchReminders({ chosen, clear }: { chosen: ReadonlyMap<string, Line>; clear: () => void }) {
  const w = useWords(oversightWords);
  const [open, setOpen] = useState(false);
  if (!chosen.size) return <p className="quiet small batch-hint">{w.batchNone}</p>;
  return (
    <div className="buttons batch-bar">
      <Button type="primary" onClick={() => setOpen(true)}>
        {w.batch(chosen.size)}
      </Button>
      <Button onClick={clear}>{w.clear}</Button>
      <Modal open={open} title={w.batchTitle} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Sending
          lines={[...chosen.values()]}
          onClose={() => {
            setOpen(false);
            clear();
          }}
        />
      </Modal>
    </div>
  );
}

/** Why a reminder to the unit would be wrong. */
function skipped(line: Line): "skipClosed" | "skipUnit" | "skipOurs" | null {
  if (line.closed_at != null) return "skipClosed";
  if (!line.unit) return "skipUnit";
  return line.stage === "replied" || line.stage === "callback" ? "skipOurs" : null;
}

/** Sends one reminder against the version that was ticked. */
function remind(line: Line, text: string, me: Me, act: string): Promise<Performed> {
  return send({
    id: newKey(),
    method: "POST",
    path: `/api/${segment(me.role)}/orders/${line.number}/reminders`,
    body: { text: { text } },
    order: line.number,
    version: line.version,
    label: `${act} · ${line.title ?? line.number}`,
    login: me.login,
    at: Date.now(),
  });
}

function Sending({ lines, onClose }: { lines: Line[]; onClose: () => void }) {
  const w = useWords(oversightWords);
  const act = useWords(acts).remind;
  const say = useProblemWords();
  const me = useMe();
  const queries = useQueryClient();
  const id = useId();
  const [text, setText] = useState(w.batchDefault);
  const [done, setDone] = useState<number | null>(null);
  const [failed, setFailed] = useState<Failed[]>([]);
  const [over, setOver] = useState(false);
  const go = lines.filter((line) => skipped(line) === null);
  const out = lines.filter((line) => skipped(line) !== null);

  async function sendAll() {
    const missed: Failed[] = [];
    for (const [i, line] of go.entries()) {
      setDone(i);
      try {
        await remind(line, text.trim(), me, act);
      } catch (error) {
        // Kept means that it goes out by itself once the network is back.
        if (!(error instanceof Kept)) missed.push({ line, why: say(error) });
      }
    }
    setDone(go.length);
    setFailed(missed);
    setOver(true);
    void queries.invalidateQueries({ queryKey: ["orders"] });
    void queries.invalidateQueries({ queryKey: ["queues"] });
    void queries.invalidateQueries({ queryKey: ["order"] });
  }

  if (over)
    return (
      <div className="stack">
        <Alert type="success" showIcon title={w.batchDone(go.length - failed.length)} role="status" />
        {failed.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={w.batchFailed(failed.length)}
            description={
              <ul>
                {failed.map(({ line, why }) => (
                  <li key={line.number}>
                    <Link to={`/orders/${line.number}`}>{line.title ?? line.number}</Link>：{why}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        <div>
          <Button type="primary" onClick={onClose}>
            {w.close}
          </Button>
        </div>
      </div>
    );
  return (
    <div className="stack">
      <label htmlFor={id}>{w.batchText}</label>
      <Input.TextArea
        id={id}
        value={text}
        onChange={(e) => setText(e.target.value)}
        autoSize={{ minRows: 4, maxRows: 12 }}
      />
      <p className="quiet small">{w.batchSafe}</p>
      {out.length > 0 && (
        <Alert
          type="info"
          title={w.batchSkip(out.length)}
          description={
            <ul>
              {out.map((line) => (
                <li key={line.number}>
                  {line.title ?? line.number}：{w[skipped(line) ?? "skipClosed"]}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {done !== null && (
        <div role="status">
          <Progress percent={Math.round((100 * done) / Math.max(1, go.length))} />
          {w.batchRunning(done, go.length)}
        </div>
      )}
      <div>
        <Button
          type="primary"
          disabled={!text.trim() || !go.length}
          loading={done !== null}
          onClick={() => void sendAll()}
        >
          {w.batchGo(go.length)}
        </Button>
      </div>
    </div>
  );
}
