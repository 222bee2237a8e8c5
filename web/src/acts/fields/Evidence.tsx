/** Files that an act names: taken with the camera, chosen, or attached already. What cannot be sent waits. */
import { CameraOutlined, FileAddOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, read, Refused } from "../../api/client";
import { findHashesBy, Kept, newKey, send } from "../../api/send";
import { useProblemWords } from "../../api/useProblem";
import type { Order, OrderPage, Performed } from "../../api/types";
import { segment, useMe } from "../../me/me";
import { useWords } from "../../words";
import { evidenceKinds } from "../../words/codes";
import { useCity } from "../../city/city";
import { openPart } from "../forms/parts";
import { partsFor, type Named } from "../values";
import type { Field } from "../form";
import { actWords } from "../words";

// What a file's hash is, the order's journal knows: the entry of that version attached it.
findHashesBy(async (number, version) => {
  const page = (await read(api.GET("/api/orders/{number}", { params: { path: { number } } }))) as OrderPage;
  return attachedAt(page, version)?.hash;
});

function attachedAt(page: OrderPage, version: number) {
  for (const event of page.history.find((entry) => entry.seq === version)?.events ?? [])
    if (typeof event === "object" && "attached" in event) return event.attached.evidence;
  return undefined;
}

const OPEN = openPart as Extract<Field, { kind: "part" }>;

const kindOf = (file: File): Named["kind"] =>
  file.type.startsWith("image/") ? "photo" : /^(audio|video)\//.test(file.type) ? "recording" : "document";

interface Props {
  order: Order;
  value: Named[];
  onChange: (value: Named[]) => void;
  single: boolean;
  onAttached: (version: number) => void;
}

export function EvidenceField({ order, value, onChange, single, onAttached }: Props) {
  const w = useWords(actWords);
  const kinds = useWords(evidenceKinds);
  const say = useProblemWords();
  const me = useMe();
  const queries = useQueryClient();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const city = useCity();
  // Who handles a part adds files to it; everybody else to the whole order.
  const handles = me.role === "handler" || me.role === "coordinator";
  const part = handles ? partsFor(OPEN, order, me.unit, city)[0]?.no : undefined;
  const pending = value.filter(({ hash }) => hash.startsWith("pending:"));
  const choosable: Named[] = [
    ...(order.attachments ?? []).map(({ evidence }, i) => ({
      kind: evidence.kind,
      hash: evidence.hash,
      label: `${kinds[evidence.kind]} ${i + 1}`,
    })),
    ...pending,
  ];

  async function add(list: FileList | null) {
    let named = value;
    for (const file of Array.from(list ?? [])) {
      setBusy((n) => n + 1);
      const id = newKey();
      try {
        const done = await send<Performed>({
          id,
          method: "POST",
          path: `/api/${segment(me.role)}/orders/${order.number}/attachments${part ? `?part=${part}` : ""}`,
          file,
          order: order.number,
          label: file.name,
          login: me.login,
          at: Date.now(),
        });
        onAttached(done.version);
        const page = (await read(
          api.GET("/api/orders/{number}", { params: { path: { number: order.number } } }),
        )) as OrderPage;
        queries.setQueryData(["order", order.number], page);
        const attached = attachedAt(page, done.version);
        if (attached)
          named = [...(single ? [] : named), { kind: attached.kind, hash: attached.hash, label: file.name }];
        setProblem(null);
      } catch (error) {
        if (error instanceof Kept)
          named = [
            ...(single ? [] : named),
            { kind: kindOf(file), hash: `pending:${id}`, label: `${file.name}（${w.waiting}）` },
          ];
        else if (error instanceof Refused && error.problem.code === "attached_already") {
          // The order has this very file: it is named, not sent twice.
          const { hash } = error.problem;
          named = [
            ...(single ? [] : named.filter((one) => one.hash !== hash)),
            { kind: kindOf(file), hash, label: file.name },
          ];
          setProblem(null);
        } else setProblem(say(error));
      } finally {
        setBusy((n) => n - 1);
      }
      onChange(named);
    }
  }
  const toggle = (one: Named, on: boolean) =>
    onChange(on ? [...(single ? [] : value), one] : value.filter(({ hash }) => hash !== one.hash));
  return (
    <div className="inner">
      <span className="buttons">
        <Button
          icon={<CameraOutlined aria-hidden />}
          loading={busy > 0}
          onClick={() => camera.current?.click()}
        >
          {w.photo}
        </Button>
        <Button icon={<FileAddOutlined aria-hidden />} onClick={() => files.current?.click()}>
          {w.file}
        </Button>
      </span>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={w.photo}
        onChange={(e) => void add(e.target.files)}
      />
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={w.file}
        onChange={(e) => void add(e.target.files)}
      />
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {busy > 0 && <span role="status">{w.uploading}</span>}
      {choosable.map((one) => (
        <Checkbox
          key={one.hash}
          checked={value.some(({ hash }) => hash === one.hash)}
          onChange={(e) => toggle(one, e.target.checked)}
        >
          {one.hash.startsWith("pending:") || one.kind === "record" ? (
            one.label
          ) : (
            <span className="file-choice">
              {one.kind === "photo" && (
                <img src={`/api/orders/${order.number}/attachments/${one.hash}`} alt="" loading="lazy" />
              )}
              {one.label}
            </span>
          )}
        </Checkbox>
      ))}
    </div>
  );
}
