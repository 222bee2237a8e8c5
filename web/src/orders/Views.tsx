/** Saved views, the list's link, and taking orders out. */
import { DownloadOutlined, LinkOutlined, StarOutlined } from "@ant-design/icons";
import { App, Button, Input, Popover } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { Refused } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import { segment, useMe } from "../me/me";
import { useWords } from "../words";
import { fromSearch, intoSearch, type Filter } from "./filter";
import { useViews } from "./views";
import { orderWords } from "./words";

const EXPORTING = ["shift_leader", "coordinator", "supervisor", "leader", "auditor"];

export function Views({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const w = useWords(orderWords);
  const { message } = App.useApp();
  const { views, save, remove } = useViews();
  const [name, setName] = useState("");
  const [search] = useSearchParams();
  const { role, outsourced } = useMe();
  return (
    <span className="buttons">
      <Popover
        trigger="click"
        placement="bottomRight"
        content={
          <div className="stack" style={{ width: "17rem" }}>
            {views.length === 0 && <span className="quiet">{w.noViews}</span>}
            {views.map((view) => (
              <div key={view.name} className="row-between">
                <Button type="link" onClick={() => onChange(fromSearch(new URLSearchParams(view.query)))}>
                  {view.name}
                </Button>
                <Button type="text" size="small" onClick={() => remove(view.name)}>
                  {w.remove}
                </Button>
              </div>
            ))}
            <form
              className="buttons"
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim()) save({ name: name.trim(), query: intoSearch(filter).toString() });
                setName("");
              }}
            >
              <Input
                style={{ width: "11rem" }}
                value={name}
                onChange={(e) => setName(e.target.value)}
                placeholder={w.viewName}
                aria-label={w.viewName}
              />
              <Button htmlType="submit" disabled={!name.trim()}>
                {w.save}
              </Button>
            </form>
          </div>
        }
      >
        <Button icon={<StarOutlined />}>{w.views}</Button>
      </Popover>
      <Button
        icon={<LinkOutlined />}
        onClick={() => {
          const link = new URL(location.href);
          link.search = intoSearch(fromSearch(search)).toString();
          void navigator.clipboard.writeText(link.href).then(() => message.success(w.linkCopied));
        }}
      >
        {w.copyLink}
      </Button>
      {EXPORTING.includes(role) && !outsourced && <Export filter={filter} role={role} />}
    </span>
  );
}

function Export({ filter, role }: { filter: Filter; role: string }) {
  const w = useWords(orderWords);
  const say = useProblemWords();
  const { message } = App.useApp();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);

  async function take() {
    setBusy(true);
    try {
      const response = await fetch(`/api/${segment(role)}/exports`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ reason, which: { ...filter, limit: null, after: null } }),
      });
      if (!response.ok)
        throw new Refused((await response.json()) as Refused["problem"], response.status, null);
      const named = /filename="?([^";]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await response.blob());
      link.download = named ?? "orders.csv";
      link.click();
      URL.revokeObjectURL(link.href);
      void message.success(w.exported);
    } catch (error) {
      void message.error(say(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="stack" style={{ width: "17rem" }}>
          <label className="labelled">
            {w.exportReason}
            <Input value={reason} onChange={(e) => setReason(e.target.value)} />
          </label>
          <Button type="primary" disabled={!reason.trim()} loading={busy} onClick={() => void take()}>
            {w.exportGo}
          </Button>
        </div>
      }
    >
      <Button icon={<DownloadOutlined />}>{w.exportIt}</Button>
    </Popover>
  );
}
