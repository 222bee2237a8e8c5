/** 导出: the record of looks as a file, with the reason; that it was taken is on record, too. */
import { Input, Radio } from "antd";
import { useState } from "react";
import { Unreachable, refused } from "../api/client";
import type { Said } from "../api/types";
import { Field, SheetForm } from "../shell/SheetForm";
import { bilingual, useWords } from "../words";

const words = bilingual(
  {
    reason: "导出事由",
    reasonHelp: "为哪次检查、依据什么文件；会记入留痕。",
    format: "格式",
    save: "导出",
    what: "按当前条件导出，不含诉求内容和诉求人信息；文件带有你的水印编号。",
  },
  {
    reason: "Why it is taken out",
    reasonHelp: "For which inspection, on what ground; it is recorded.",
    format: "Format",
    save: "Take out",
    what: "What the filter shows, without content or citizens; the file bears your mark.",
  },
);

type Taking = Said<"export_looks">;

export function LookExport({ which, onClose }: { which: Partial<Taking["which"]>; onClose: () => void }) {
  const w = useWords(words);
  const [reason, setReason] = useState("");
  const [format, setFormat] = useState<Taking["format"]>("csv");
  const [tried, setTried] = useState(false);
  async function take() {
    const none = { login: null, number: null, what: null, purpose: null, from: null, to: null, after: null };
    const body: Taking = { reason, which: { ...none, ...which }, format };
    const answer = await fetch("/api/auditor/look-exports", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }).catch(() => {
      throw new Unreachable();
    });
    if (!answer.ok) throw refused(await answer.json().catch(() => ({})), answer);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `looks.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
    onClose();
  }
  return (
    <SheetForm
      onSave={take}
      onCancel={onClose}
      complete={!!reason.trim()}
      onTried={() => setTried(true)}
      save={w.save}
      what={w.what}
    >
      <Field label={w.reason} help={w.reasonHelp} missing={tried && !reason.trim()}>
        {({ id, describedBy }) => (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="field">
        <legend>{w.format}</legend>
        <Radio.Group
          value={format}
          onChange={(event) => setFormat(event.target.value as Taking["format"])}
          options={[
            { value: "csv", label: "CSV" },
            { value: "xlsx", label: "Excel" },
          ]}
        />
      </fieldset>
    </SheetForm>
  );
}
