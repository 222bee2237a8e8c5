/** 外部系统: who has a key, and for what. A key is shown once. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useState } from "react";
import type { components } from "../../api/schema";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { UnitPicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { Rows } from "../../shell/Rows";
import { Field, SheetDrawer, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../../words";
import { Time } from "../../words/Time";
import { listKey, useDone } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { Secret } from "../Secret";

type KnownSystem = components["schemas"]["KnownSystem"];
type SystemRole = components["schemas"]["SystemRole"];

const words = bilingual(
  {
    title: "外部系统",
    lead: "其他热线、门户、话务平台凭密钥接入。密钥只显示一次；遗失时换发新的，旧的立即失效。",
    add: "接入一个系统",
    name: "名称",
    nameHelp: "1 至 64 位字母、数字、点、连字符，如 city-portal。",
    role: "用途",
    unit: "代表的单位（可不填）",
    unitShort: "代表单位",
    since: "密钥发放",
    acts: "操作",
    renew: "换发密钥",
    end: "停止接入",
    none: "还没有系统接入。点“接入一个系统”，把显示的密钥交给对方。",
    what: "保存后显示密钥，只显示一次。",
    get: "生成密钥",
    saved: "已保存。",
    renewing: (name: string) => `换发 ${name} 的密钥`,
    sureRenew: "旧密钥立即失效，对方换上新密钥之前不能接入。",
    sureEnd: (name: string) => `停止 ${name} 接入？`,
    whatEnd: "密钥立即失效，对方送来的诉求和来电将被拒收。已收到的都保留。",
    key: (name: string) => `${name} 的密钥（只显示这一次）`,
    keyHelp: "对方在每次请求里写：Authorization: Bearer 密钥。请用安全方式交付。",
    roles: {
      intake: "送诉求：其他热线、门户、部门平台",
      switch: "话务平台：报告来电和通话",
      monitor: "监控：读取运行指标",
    } as Record<SystemRole, string>,
  },
  {
    title: "Systems with a key",
    lead: "Other hotlines, portals and telephone switches come in with a key. A key is shown once; a lost one is replaced, and the old one ends at once.",
    add: "Let a system in",
    name: "Name",
    nameHelp: "1 to 64 letters, digits, dots and hyphens, such as city-portal.",
    role: "For",
    unit: "The unit it acts for (may be left empty)",
    unitShort: "Acts for",
    since: "Key since",
    acts: "Actions",
    renew: "New key",
    end: "Let it in no more",
    none: "No system has a key. Let one in, and hand it the key that is shown.",
    what: "The key is shown afterwards, this once.",
    get: "Make a key",
    saved: "Saved.",
    renewing: (name: string) => `A new key for ${name}`,
    sureRenew: "The old key ends at once; the system cannot come in until it has the new one.",
    sureEnd: (name: string) => `Let ${name} in no more?`,
    whatEnd: "Its key ends at once; appeals and calls from it are refused. What it brought stays.",
    key: (name: string) => `The key of ${name}, shown this once`,
    keyHelp: "It is sent with each request as: Authorization: Bearer KEY. Hand it over safely.",
    roles: {
      intake: "Brings appeals: another hotline, portal or agency",
      switch: "A telephone switch that tells of calls",
      monitor: "Reads the metrics",
    },
  },
);

export default function Systems() {
  const w = useWords(words);
  const city = useCity();
  const say = useProblemWords();
  const done = useDone();
  const { modal, message } = App.useApp();
  const [open, setOpen] = useState<KnownSystem | "new" | null>(null);
  const systems = useQuery({
    queryKey: listKey("systems"),
    queryFn: () => read(api.GET("/api/administrator/systems")),
  });
  function end({ name }: KnownSystem) {
    void modal.confirm({
      title: w.sureEnd(name),
      content: w.whatEnd,
      okButtonProps: { danger: true },
      onOk: () =>
        read(api.DELETE("/api/administrator/systems/{name}", { params: { path: { name } } })).then(
          () => done(w.saved, "systems"),
          (error: unknown) => void message.error(say(error)),
        ),
    });
  }
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen("new")}>
          {w.add}
        </Button>
      </Head>
      <Reading of={systems}>
        {(all) => (
          <Rows
            label={w.title}
            rows={all}
            keyOf={({ name }) => name}
            empty={w.none}
            cells={[
              { key: "name", title: w.name, as: "main", cell: ({ name }) => name },
              { key: "role", title: w.role, cell: ({ role }) => wordOf(w.roles, role) },
              { key: "unit", title: w.unitShort, cell: ({ unit }) => city.unit(unit) },
              { key: "since", title: w.since, cell: (one) => <Time at={one.created_at} show="both" /> },
              {
                key: "acts",
                title: w.acts,
                as: "acts",
                cell: (one) => (
                  <>
                    <Button type="text" onClick={() => setOpen(one)}>
                      {w.renew}
                    </Button>
                    <Button type="text" danger onClick={() => end(one)}>
                      {w.end}
                    </Button>
                  </>
                ),
              },
            ]}
          />
        )}
      </Reading>
      <SheetDrawer
        open={open !== null}
        title={open === null ? "" : open === "new" ? w.add : w.renewing(open.name)}
        onClose={() => setOpen(null)}
      >
        {open && <SystemForm system={open === "new" ? null : open} onClose={() => setOpen(null)} />}
      </SheetDrawer>
    </>
  );
}

function SystemForm({ system, onClose }: { system: KnownSystem | null; onClose: () => void }) {
  const w = useWords(words);
  const done = useDone();
  const [name, setName] = useState(system?.name ?? "");
  const [role, setRole] = useState<SystemRole | null>(system?.role ?? null);
  const [unit, setUnit] = useState<string | null>(system?.unit || null);
  const [tried, setTried] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  async function save() {
    if (!role) return;
    const made = await read(
      api.PUT("/api/administrator/systems/{name}", {
        params: { path: { name: name.trim() } },
        body: { role, unit: unit ?? "" },
      }),
    );
    setKey(made.key);
    await done(w.saved, "systems");
  }
  if (key) return <Secret title={w.key(name)} secret={key} help={w.keyHelp} onKept={onClose} />;
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={!!name.trim() && !!role}
      onTried={() => setTried(true)}
      save={w.get}
      what={w.what}
      sure={system && w.sureRenew}
      danger={!!system}
    >
      {!system && (
        <Field label={w.name} help={w.nameHelp} missing={tried && !name.trim()}>
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus
              maxLength={64}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={w.role} missing={tried && !role}>
        {({ id }) => (
          <Select
            id={id}
            value={role}
            onChange={setRole}
            options={Object.entries(w.roles).map(([value, label]) => ({ value: value as SystemRole, label }))}
          />
        )}
      </Field>
      <Field label={w.unit}>{({ id }) => <UnitPicker id={id} value={unit} onChange={setUnit} />}</Field>
    </SheetForm>
  );
}
