/** 通知模板: what notices say, in each language; with a preview of what is put in. */
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { api, read } from "../../api/client";
import { useCity } from "../../city/city";
import { Rows } from "../../shell/Rows";
import { Field, SheetDrawer, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../../words";
import { exact } from "../../words/time";
import { BasisField } from "../BasisField";
import { ifMatch, listKey, useDone, type KeptTemplate } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { filled, placeholders } from "./filled";

const words = bilingual(
  {
    title: "通知模板",
    lead: "平台自动发给诉求人和承办单位的短信、邮件怎么写。花括号处发送时代入；不写诉求内容、姓名、地址。",
    language: "语言",
    languages: { zh: "中文", en: "英文" } as Record<string, string>,
    find: "查模板",
    code: "通知",
    subject: "邮件标题",
    text: "正文",
    acts: "操作",
    change: "修改",
    usual: "自带",
    own: "已改写",
    none: "没有符合的模板。",
    changing: (code: string) => `修改通知：${code}`,
    preview: "代入后的样子",
    chars: (n: number) => `${n} 字；短信超过 70 字会拆成多条`,
    unknown: (names: string) => `这些占位符平台不认识：${names}。只能用 {number} {code} {unit} {due}。`,
    helpText: "可用：{number} 工单编号，{code} 查询码，{unit} 收件单位，{due} 期限。",
    what: "保存后，此后发出的通知按新写法。",
    saved: "已保存。",
  },
  {
    title: "Notices",
    lead: "What is sent by itself to citizens and units. What stands in braces is put in; no content, name or address of an appeal.",
    language: "Language",
    languages: { zh: "Chinese", en: "English" },
    find: "Find a notice",
    code: "Notice",
    subject: "Subject of a mail",
    text: "Text",
    acts: "Actions",
    change: "Change",
    usual: "as it came",
    own: "changed",
    none: "No notice fits.",
    changing: (code: string) => `Change the notice ${code}`,
    preview: "With everything put in",
    chars: (n: number) => `${n} characters; an SMS beyond 70 is split`,
    unknown: (names: string) => `Not known: ${names}. Only {number} {code} {unit} {due} are put in.`,
    helpText: "Put in: {number}, {code} for looking it up, {unit} that it goes to, {due}.",
    what: "Notices sent from now on are written so.",
    saved: "Saved.",
  },
);

export default function Templates() {
  const w = useWords(words);
  const [language, setLanguage] = useState("zh");
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<KeptTemplate | null>(null);
  const templates = useQuery({
    queryKey: listKey("templates"),
    queryFn: () => read(api.GET("/api/administrator/templates")),
  });
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <div className="toolbar">
        <Select
          className="picker"
          aria-label={w.language}
          value={language}
          onChange={setLanguage}
          options={Object.entries(w.languages).map(([value, label]) => ({ value, label }))}
        />
        <Input.Search
          className="grow-field"
          allowClear
          placeholder={w.find}
          aria-label={w.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Reading of={templates}>
        {(all) => (
          <Rows
            label={w.title}
            rows={all.filter(
              ({ entry }) =>
                entry.language === language &&
                `${entry.code} ${entry.subject} ${entry.text}`.includes(typed.trim()),
            )}
            keyOf={({ entry }) => entry.id}
            empty={w.none}
            cells={[
              {
                key: "subject",
                title: w.code,
                as: "main",
                cell: ({ entry }) => (
                  <>
                    {entry.subject.replace(/（?\(?\{number\}\)?）?/, "")}{" "}
                    {!entry.usual && <span className="badge accent">{w.own}</span>}
                    <br />
                    <small className="quiet">{entry.code}</small>
                  </>
                ),
              },
              { key: "text", title: w.text, cell: ({ entry }) => entry.text },
              {
                key: "acts",
                title: w.acts,
                as: "acts",
                cell: (one) => (
                  <Button type="text" onClick={() => setOpen(one)}>
                    {w.change}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Reading>
      <SheetDrawer
        open={open !== null}
        size={640}
        title={open ? w.changing(`${open.entry.code} · ${wordOf(w.languages, open.entry.language)}`) : ""}
        onClose={() => setOpen(null)}
      >
        {open && <TemplateForm of={open} onClose={() => setOpen(null)} />}
      </SheetDrawer>
    </>
  );
}

function TemplateForm({ of, onClose }: { of: KeptTemplate; onClose: () => void }) {
  const w = useWords(words);
  const done = useDone();
  const city = useCity();
  const [subject, setSubject] = useState(of.entry.subject);
  const [text, setText] = useState(of.entry.text);
  const [basis, setBasis] = useState("");
  const [tried, setTried] = useState(false);
  const [due] = useState(() => exact(Date.now() + 3 * 86_400_000));
  const sample = useMemo(
    () => ({
      number: "12345202604030001",
      code: "6YK4-P2WM",
      unit: city.data.units.find(({ kind }) => kind === "district")?.name ?? "—",
      due,
    }),
    [city, due],
  );
  const unknown = placeholders(`${subject} ${text}`).filter((name) => !(name in sample));
  async function save(against?: number) {
    await read(
      api.PUT("/api/administrator/templates/{id}", {
        params: { path: { id: of.entry.id }, header: ifMatch(against ?? of.version) },
        body: { subject, text, basis },
      }),
    );
    await done(w.saved, "templates");
    onClose();
  }
  const shown = filled(text, sample);
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={!!subject.trim() && !!text.trim() && !!basis.trim() && !unknown.length}
      onTried={() => setTried(true)}
      what={w.what}
    >
      <Field label={w.subject} missing={tried && !subject.trim()}>
        {({ id }) => <Input id={id} value={subject} onChange={(event) => setSubject(event.target.value)} />}
      </Field>
      <Field label={w.text} help={w.helpText} missing={tried && !text.trim()}>
        {({ id, describedBy }) => (
          <Input.TextArea
            id={id}
            aria-describedby={describedBy}
            autoSize={{ minRows: 4 }}
            maxLength={670}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {unknown.length > 0 && (
        <p className="field-missing" role="alert">
          {w.unknown(unknown.map((name) => `{${name}}`).join(" "))}
        </p>
      )}
      <section className="block">
        <h3>{w.preview}</h3>
        <p>
          <strong>{filled(subject, sample)}</strong>
        </p>
        <p className="pre">{shown}</p>
        <p className="quiet small">{w.chars([...shown].length)}</p>
      </section>
      <BasisField value={basis} onChange={setBasis} missing={tried} />
    </SheetForm>
  );
}
