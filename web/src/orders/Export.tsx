/** 导出: the orders of the filter as CSV or Excel, with the reason, marked. */
import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, Input, Popover, Radio } from "antd";
import { useState } from "react";
import { Unreachable, refused } from "../api/client";
import { useProblemWords } from "../api/useProblem";
import type { Said } from "../api/types";
import { segment } from "../me/me";
import { useWords } from "../words";
import type { Filter } from "./filter";
import { orderWords } from "./words";

type Format = NonNullable<Said<"leader_export">["format"]>;

export function Export({ filter, role }: { filter: Filter; role: string }) {
  const w = useWords(orderWords);
  const say = useProblemWords();
  const { message } = App.useApp();
  const [reason, setReason] = useState("");
  const [format, setFormat] = useState<Format>("xlsx");
  const [busy, setBusy] = useState(false);

  async function take() {
    setBusy(true);
    try {
      const response = await fetch(`/api/${segment(role)}/exports`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ reason, format, which: { ...filter, limit: null, after: null } }),
      }).catch(() => {
        throw new Unreachable();
      });
      if (!response.ok) throw refused(await response.json().catch(() => ({})), response);
      const named = /filename="?([^";]+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await response.blob());
      link.download = named ?? `orders.${format}`;
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
          <Radio.Group
            aria-label={w.exportFormat}
            value={format}
            onChange={(e) => setFormat(e.target.value as Format)}
            options={[
              { value: "xlsx", label: "Excel" },
              { value: "csv", label: "CSV" },
            ]}
          />
          <Button type="primary" disabled={!reason.trim()} loading={busy} onClick={() => void take()}>
            {w.exportGo}
          </Button>
        </div>
      }
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{w.exportIt}</Button>
    </Popover>
  );
}
