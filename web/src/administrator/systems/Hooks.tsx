/** 推送订阅: other systems that are told of acts; what could not be told, and telling it again. */
import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useState } from "react";
import type { components } from "../../api/schema";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { Rows } from "../../shell/Rows";
import { Field, SheetDrawer, SheetForm } from "../../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../../words";
import { acts } from "../../words/acts";
import { Time } from "../../words/Time";
import { listKey, useDone } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { Secret } from "../Secret";
import { Letters } from "./Letters";

type KnownHook = components["schemas"]["KnownHook"];

const words = bilingual(
  {
    title: "推送订阅",
    lead: "工单每有变化，平台主动告知对方系统（带签名，按序，失败重试）。多次失败的进入死信，可在此重发。",
    add: "新增订阅",
    name: "名称",
    nameHelp: "1 至 64 位字母、数字、点、连字符。",
    url: "地址",
    urlHelp: "对方接收推送的地址，须为 https://。",
    events: "推送哪些事",
    eventsHelp: "不选则全部推送。",
    all: "全部",
    state: "状态",
    ok: "正常",
    off: "已停",
    failing: (n: number) => `失败 ${n} 次，将重试`,
    next: "下次重试",
    error: "原因",
    acts: "操作",
    letters: "死信",
    change: "修改",
    remove: "取消订阅",
    none: "还没有订阅。需要把工单进展推送给其他系统时，点“新增订阅”。",
    what: "保存后显示签名密钥，只显示一次。",
    sureChange: "保存会换发签名密钥，旧密钥立即失效，请同时告知对方。",
    sureRemove: (name: string) => `取消 ${name} 的订阅？`,
    whatRemove: "不再推送，尚未送达的不再重试。",
    saved: "已保存。",
    secret: (name: string) => `${name} 的签名密钥（只显示这一次）`,
    secretHelp: "对方用它核验推送确由本平台发出。请用安全方式交付。",
    changing: (name: string) => `修改：${name}`,
    lettersOf: (name: string) => `${name} 的死信`,
    special: {
      "order.*": "所有工单操作",
      "order.register": "登记",
      "call.requested": "请求拨打电话",
    } as Record<string, string>,
  },
  {
    title: "Hooks",
    lead: "Other systems are told of each act (signed, in order, tried again). What fails again and again becomes a dead letter and can be told anew here.",
    add: "Add a hook",
    name: "Name",
    nameHelp: "1 to 64 letters, digits, dots and hyphens.",
    url: "Address",
    urlHelp: "Where it is told: https://…",
    events: "Of what",
    eventsHelp: "Nothing chosen means everything.",
    all: "Everything",
    state: "State",
    ok: "works",
    off: "stopped",
    failing: (n: number) => `failed ${n} times, tried again`,
    next: "Next try",
    error: "Why",
    acts: "Actions",
    letters: "Dead letters",
    change: "Change",
    remove: "Remove",
    none: "No hooks. Add one to tell another system how orders go on.",
    what: "The secret for the signature is shown afterwards, this once.",
    sureChange: "A new secret is made and the old one ends at once: tell the other side.",
    sureRemove: (name: string) => `Remove ${name}?`,
    whatRemove: "Nothing is told any more, and what is waiting is not tried again.",
    saved: "Saved.",
    secret: (name: string) => `The secret of ${name}, shown this once`,
    secretHelp: "With it the other side checks that this platform speaks. Hand it over safely.",
    changing: (name: string) => `Change ${name}`,
    lettersOf: (name: string) => `Dead letters of ${name}`,
    special: {
      "order.*": "Every act",
      "order.register": "Register",
      "call.requested": "A call is wanted",
    },
  },
);

type Open = { act: "add" } | { act: "change" | "letters"; hook: KnownHook };

export default function Hooks() {
  const w = useWords(words);
  const say = useProblemWords();
  const done = useDone();
  const { modal, message } = App.useApp();
  const eventName = useEventName();
  const [open, setOpen] = useState<Open | null>(null);
  const hooks = useQuery({
    queryKey: listKey("hooks"),
    queryFn: () => read(api.GET("/api/administrator/hooks")),
  });
  function remove({ name }: KnownHook) {
    void modal.confirm({
      title: w.sureRemove(name),
      content: w.whatRemove,
      okButtonProps: { danger: true },
      onOk: () =>
        read(api.DELETE("/api/administrator/hooks/{name}", { params: { path: { name } } })).then(
          () => done(w.saved, "hooks"),
          (error: unknown) => void message.error(say(error)),
        ),
    });
  }
  const title =
    open === null
      ? ""
      : open.act === "add"
        ? w.add
        : open.act === "letters"
          ? w.lettersOf(open.hook.name)
          : w.changing(open.hook.name);
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen({ act: "add" })}>
          {w.add}
        </Button>
      </Head>
      <Reading of={hooks}>
        {(all) => (
          <Rows
            label={w.title}
            rows={all}
            keyOf={({ name }) => name}
            empty={w.none}
            cells={[
              {
                key: "name",
                title: w.name,
                as: "main",
                cell: ({ name, url }) => (
                  <>
                    {name} <small className="quiet">{url}</small>
                  </>
                ),
              },
              {
                key: "events",
                title: w.events,
                cell: ({ events }) => (events.length ? events.map(eventName).join("、") : w.all),
              },
              { key: "state", title: w.state, cell: (hook) => <HookState hook={hook} /> },
              {
                key: "acts",
                title: w.acts,
                as: "acts",
                cell: (hook) => (
                  <>
                    <Button type="text" onClick={() => setOpen({ act: "letters", hook })}>
                      {w.letters}
                    </Button>
                    <Button type="text" onClick={() => setOpen({ act: "change", hook })}>
                      {w.change}
                    </Button>
                    <Button type="text" danger onClick={() => remove(hook)}>
                      {w.remove}
                    </Button>
                  </>
                ),
              },
            ]}
          />
        )}
      </Reading>
      <SheetDrawer open={open !== null} title={title} onClose={() => setOpen(null)}>
        {open?.act === "letters" && <Letters name={open.hook.name} />}
        {open && open.act !== "letters" && (
          <HookForm hook={open.act === "change" ? open.hook : null} onClose={() => setOpen(null)} />
        )}
      </SheetDrawer>
    </>
  );
}

/** Whether it works; if not, since when it is tried and why it fails. */
function HookState({ hook }: { hook: KnownHook }) {
  const w = useWords(words);
  if (!hook.active) return <span className="badge late">{w.off}</span>;
  if (!hook.attempts) return <span className="badge good">{w.ok}</span>;
  return (
    <div>
      <span className="badge soon">{w.failing(hook.attempts)}</span>{" "}
      <small className="quiet">
        {w.next} <Time at={hook.next_at} />
        {hook.last_error && ` · ${w.error}：${hook.last_error}`}
      </small>
    </div>
  );
}

/** An event in words: `order.reply` → the act's name. */
function useEventName(): (event: string) => string {
  const w = useWords(words);
  const names: Record<string, string> = useWords(acts);
  return (event) => w.special[event] ?? wordOf(names, event.replace(/^order\./, ""));
}

function HookForm({ hook, onClose }: { hook: KnownHook | null; onClose: () => void }) {
  const w = useWords(words);
  const eventName = useEventName();
  const done = useDone();
  const names = useWords(acts);
  const [name, setName] = useState(hook?.name ?? "");
  const [url, setUrl] = useState(hook?.url ?? "https://");
  const [events, setEvents] = useState<string[]>(hook?.events ?? []);
  const [tried, setTried] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const address = /^https?:\/\/./.test(url);
  async function save() {
    const made = await read(
      api.PUT("/api/administrator/hooks/{name}", {
        params: { path: { name: name.trim() } },
        body: { url: url.trim(), events },
      }),
    );
    setSecret(made.secret);
    await done(w.saved, "hooks");
  }
  if (secret) return <Secret title={w.secret(name)} secret={secret} help={w.secretHelp} onKept={onClose} />;
  return (
    <SheetForm
      onSave={save}
      onCancel={onClose}
      complete={!!name.trim() && address}
      onTried={() => setTried(true)}
      what={w.what}
      sure={hook && w.sureChange}
    >
      {!hook && (
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
      <Field label={w.url} help={w.urlHelp} missing={tried && !address}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            type="url"
            maxLength={500}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label={w.events} help={w.eventsHelp}>
        {({ id, describedBy }) => (
          <Select
            id={id}
            aria-describedby={describedBy}
            mode="multiple"
            allowClear
            placeholder={w.all}
            value={events}
            onChange={setEvents}
            optionFilterProp="label"
            options={[...Object.keys(w.special), ...Object.keys(names).map((act) => `order.${act}`)].map(
              (value) => ({ value, label: eventName(value) }),
            )}
          />
        )}
      </Field>
    </SheetForm>
  );
}
