/** 泄露溯源: from a piece of text or a watermark to those who saw it. */
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Input } from "antd";
import { useId, useState, type FormEvent } from "react";
import { Link } from "react-router";
import { Head } from "../shell/Reading";
import { api, read } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { Answer } from "../api/types";
import { Rows } from "../shell/Rows";
import { bilingual, useWords } from "../words";
import { Time } from "../words/Time";
import { LookRows } from "./LookRows";

const words = bilingual(
  {
    title: "泄露溯源",
    lead: "网上或群里出现了工单内容：粘贴其中一段文字，或输入截图上的水印编号，找出谁看过。",
    excerpt: "泄露的文字",
    excerptHelp: "至少 4 个字；看不清或打码的地方用 * 代替。",
    mark: "水印编号",
    markHelp: "截图、照片、导出文件上的编号，如 PMM46CBQ。",
    reason: "溯源事由",
    reasonHelp: "受谁委托、依据什么；会记入留痕。",
    go: "查谁看过",
    needs: "请填写事由，以及至少 4 个字的文字或水印编号。",
    sessions: "带有这个水印的登录",
    who: "谁",
    opened: "登录于",
    seen: "最近使用",
    browser: "浏览器",
    orders: "含有这段文字的工单",
    looks: "看过这些工单的人",
    none: "没有找到。换一段更有特征的文字，或核对水印编号。",
    noLooks: "没有人看过。",
  },
  {
    title: "Trace a leak",
    lead: "Something of an order got out: paste a piece of the text, or enter the watermark of the picture, to find who saw it.",
    excerpt: "The text that got out",
    excerptHelp: "At least four characters; * for what cannot be read.",
    mark: "Watermark",
    markHelp: "The mark on the picture or the file, such as PMM46CBQ.",
    reason: "Why it is traced",
    reasonHelp: "On whose order, on what ground; it is recorded.",
    go: "Find who saw it",
    needs: "Give the reason, and a text of four characters or a watermark.",
    sessions: "Sessions that bear the mark",
    who: "Who",
    opened: "Opened",
    seen: "Last used",
    browser: "Browser",
    orders: "Orders that hold the text",
    looks: "Who looked at them",
    none: "Nothing was found. Try a more telling piece, or check the mark.",
    noLooks: "Nobody looked at them.",
  },
);

export default function Leaks() {
  const w = useWords(words);
  const say = useProblemWords();
  const id = useId();
  const [excerpt, setExcerpt] = useState("");
  const [watermark, setWatermark] = useState("");
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const trace = useMutation({
    mutationFn: () =>
      read(
        api.POST("/api/auditor/leak-traces", {
          body: { excerpt, watermark: watermark.trim().toUpperCase(), reason },
        }),
      ),
  });
  const enough = excerpt.split("*").some((piece) => [...piece.trim()].length >= 4) || !!watermark.trim();
  const complete = enough && !!reason.trim();
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <form
        className="block stack sheet-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setTried(true);
          if (complete) trace.mutate();
        }}
      >
        <div className="field">
          <label htmlFor={`${id}e`}>{w.excerpt}</label>
          <span id={`${id}eh`} className="quiet small">
            {w.excerptHelp}
          </span>
          <Input.TextArea
            id={`${id}e`}
            aria-describedby={`${id}eh`}
            rows={3}
            value={excerpt}
            onChange={(event) => setExcerpt(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}m`}>{w.mark}</label>
          <span id={`${id}mh`} className="quiet small">
            {w.markHelp}
          </span>
          <Input
            id={`${id}m`}
            aria-describedby={`${id}mh`}
            style={{ maxWidth: "16rem" }}
            value={watermark}
            onChange={(event) => setWatermark(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}r`}>{w.reason}</label>
          <span id={`${id}rh`} className="quiet small">
            {w.reasonHelp}
          </span>
          <Input
            id={`${id}r`}
            aria-describedby={`${id}rh`}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {tried && !complete && <Alert type="error" showIcon role="alert" title={w.needs} />}
        {trace.isError && <Alert type="error" showIcon role="alert" title={say(trace.error)} />}
        <div>
          <Button type="primary" htmlType="submit" loading={trace.isPending}>
            {w.go}
          </Button>
        </div>
      </form>
      {trace.data && <Found trace={trace.data} />}
    </>
  );
}

function Found({ trace: { sessions, orders, looks } }: { trace: Answer<"trace_leak"> }) {
  const w = useWords(words);
  if (!sessions.length && !orders.length) return <Alert type="info" showIcon title={w.none} />;
  return (
    <div className="stack" role="status">
      {sessions.length > 0 && (
        <section>
          <h2>{w.sessions}</h2>
          <Rows
            label={w.sessions}
            rows={sessions}
            keyOf={({ id }) => id}
            empty=""
            cells={[
              { key: "who", title: w.who, as: "main", cell: ({ login }) => login },
              { key: "opened", title: w.opened, cell: (one) => <Time at={one.opened_at} show="both" /> },
              { key: "seen", title: w.seen, cell: (one) => <Time at={one.seen_at} show="both" /> },
              {
                key: "browser",
                title: w.browser,
                cell: ({ about }) => <span className="quiet">{about}</span>,
              },
            ]}
          />
        </section>
      )}
      {orders.length > 0 && (
        <>
          <section>
            <h2>{w.orders}</h2>
            <ul className="plain">
              {orders.map((number) => (
                <li key={number}>
                  <Link className="number" to={`/orders/${number}`}>
                    {number}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{w.looks}</h2>
            <LookRows looks={looks} empty={w.noLooks} />
          </section>
        </>
      )}
    </div>
  );
}
