/** 人员: everybody who works here, by unit and role. */
import { DownOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { UnitPicker } from "../../city/Pickers";
import { useCity } from "../../city/city";
import { fits } from "../../city/initials";
import { useMe } from "../../me/me";
import { Rows } from "../../shell/Rows";
import { SheetDrawer } from "../../shell/SheetForm";
import { bilingual, useWords, wordOf } from "../../words";
import { roles } from "../../words/codes";
import { Time, useNow } from "../../words/Time";
import { useDone, usePeople, useSessions, type Someone } from "../lists";
import { Head, Reading } from "../../shell/Reading";
import { PersonForm } from "./PersonForm";

const words = bilingual(
  {
    title: "人员",
    lead: "谁能登录、以什么岗位、在哪个单位。人员不删除：离岗时停用，办过的事仍记在其名下。",
    add: "新增人员",
    find: "按姓名、账号或拼音首字母查找",
    unit: "单位",
    role: "岗位",
    anyRole: "全部岗位",
    anyState: "全部状态",
    states: {
      active: "在用",
      inactive: "已停用",
      online: "正在登录",
      no_code: "未绑定动态码",
      idle: "90 天未登录",
    },
    name: "姓名",
    state: "状态",
    seen: "最近登录",
    now: "正在登录",
    code: "动态码",
    codeOn: "已绑定",
    codeOff: "未绑定",
    outsourced: "外包",
    acts: "操作",
    change: "修改",
    more: "更多",
    endSessions: "强制下线",
    takeCode: "解除动态码",
    disable: "停用",
    enable: "恢复",
    none: "没有符合条件的人员。清空筛选，或点“新增人员”。",
    sureEnd: (name: string) => `让${name}下线？`,
    whatEnd: "此人所有登录立即失效，须重新登录；写了一半的内容留在其浏览器里。",
    sureCode: (name: string) => `解除${name}的动态码？`,
    whatCode: "手机遗失或更换时使用，请先核实本人身份。此人立即下线，下次登录时须重新绑定。",
    sureOff: (name: string) => `停用${name}？`,
    whatOff: "此人立即下线，不能再登录；名下待办的工单不会自动转交，请先交接。以后可以恢复。",
    sureOn: (name: string) => `恢复${name}？`,
    whatOn: "此人可以用原来的密码登录。",
    done: "已完成。",
    changing: (name: string) => `修改：${name}`,
    never: "从未登录",
    basisOn: "人员恢复",
    basisOff: "人员停用",
  },
  {
    title: "People",
    lead: "Who may log in, in which role and unit. People are never deleted: whoever leaves is switched off, and what they did stays theirs.",
    add: "Add somebody",
    find: "Find by name, log-in or pinyin initials",
    unit: "Unit",
    role: "Role",
    anyRole: "Any role",
    anyState: "Any state",
    states: {
      active: "Active",
      inactive: "Switched off",
      online: "Logged in now",
      no_code: "Without one-time codes",
      idle: "Not logged in for 90 days",
    },
    name: "Name",
    state: "State",
    seen: "Last log-in",
    now: "logged in now",
    code: "One-time codes",
    codeOn: "set up",
    codeOff: "not set up",
    outsourced: "contractor",
    acts: "Actions",
    change: "Change",
    more: "More",
    endSessions: "End all sessions",
    takeCode: "Take one-time codes away",
    disable: "Switch off",
    enable: "Switch on",
    none: "Nobody fits. Clear the filter, or add somebody.",
    sureEnd: (name: string) => `End all sessions of ${name}?`,
    whatEnd: "They must log in again at once; what they were writing stays in their browser.",
    sureCode: (name: string) => `Take the one-time codes of ${name} away?`,
    whatCode:
      "For a lost or changed telephone: make sure who asks. They are logged out at once and set codes up anew.",
    sureOff: (name: string) => `Switch ${name} off?`,
    whatOff:
      "They are logged out at once and cannot log in. Orders in their hands do not move by themselves: hand them over first. They can be switched on again.",
    sureOn: (name: string) => `Switch ${name} on?`,
    whatOn: "They can log in with the password they had.",
    done: "Done.",
    changing: (name: string) => `Change ${name}`,
    never: "never",
    basisOn: "switched on",
    basisOff: "switched off",
  },
);

type State = keyof (typeof words)["zh"]["states"];
const IDLE = 90 * 86_400_000;

/** When somebody last logged in, where the server tells it. */
const lastLogIn = (one: Someone) => (one as { last_log_in_at?: number | null }).last_log_in_at;

export default function People() {
  const w = useWords(words);
  const [open, setOpen] = useState<Someone | "new" | null>(null);
  const people = usePeople();
  return (
    <>
      <Head title={w.title} lead={w.lead}>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen("new")}>
          {w.add}
        </Button>
      </Head>
      <Reading of={people}>{(all) => <List all={all} onChange={setOpen} />}</Reading>
      <SheetDrawer
        open={open !== null}
        title={open === null ? "" : open === "new" ? w.add : w.changing(open.name)}
        onClose={() => setOpen(null)}
      >
        {open !== null && <PersonForm person={open === "new" ? null : open} onClose={() => setOpen(null)} />}
      </SheetDrawer>
    </>
  );
}

function List({ all, onChange }: { all: Someone[]; onChange: (one: Someone) => void }) {
  const w = useWords(words);
  const role = useWords(roles);
  const city = useCity();
  const now = useNow();
  const sessions = useSessions();
  const [search, setSearch] = useSearchParams();
  const online = useMemo(
    () => new Map((sessions.data ?? []).map((session) => [session.login, session])),
    [sessions.data],
  );
  const [q, unit, of, state] = ["q", "unit", "role", "state"].map((key) => search.get(key) ?? "");
  const tells = all.some((one) => lastLogIn(one) !== undefined);
  const is = (one: Someone, state: State) =>
    ({
      active: one.active,
      inactive: !one.active,
      online: online.has(one.login),
      no_code: one.active && !one.second_factor,
      idle: one.active && (lastLogIn(one) ?? 0) < now - IDLE,
    })[state];
  const rows = all.filter(
    (one) =>
      (!q || fits(q, one.name, one.login)) &&
      (!unit || one.unit === unit) &&
      (!of || one.role === of) &&
      (!state || is(one, state as State)),
  );
  function choose(key: string, value: string | null | undefined) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  }
  const states = (Object.keys(w.states) as State[]).filter((key) => key !== "idle" || tells);
  return (
    <>
      <div className="toolbar">
        <Input.Search
          className="grow-field"
          allowClear
          placeholder={w.find}
          aria-label={w.find}
          value={q ?? ""}
          onChange={(event) => choose("q", event.target.value)}
        />
        <div className="picker">
          <UnitPicker label={w.unit} value={unit || null} onChange={(code) => choose("unit", code)} />
        </div>
        <Select
          className="picker"
          allowClear
          aria-label={w.role}
          placeholder={w.anyRole}
          value={of || null}
          onChange={(value: string | undefined) => choose("role", value)}
          options={Object.entries(role)
            .filter(([code]) => code !== "citizen" && code !== "system")
            .map(([value, label]) => ({ value, label }))}
        />
        <Select
          className="picker"
          allowClear
          aria-label={w.state}
          placeholder={w.anyState}
          value={state || null}
          onChange={(value: string | undefined) => choose("state", value)}
          options={states.map((key) => ({
            value: key,
            label: `${w.states[key]}（${all.filter((one) => is(one, key)).length}）`,
          }))}
        />
      </div>
      <Rows
        label={w.title}
        rows={rows}
        keyOf={({ login }) => login}
        dim={({ active }) => !active}
        empty={w.none}
        cells={[
          {
            key: "name",
            title: w.name,
            as: "main",
            cell: (one) => (
              <>
                {one.name} <small className="quiet">{one.login}</small>{" "}
                {one.outsourced && <span className="badge">{w.outsourced}</span>}{" "}
                {!one.active && <span className="badge">{w.states.inactive}</span>}
              </>
            ),
          },
          { key: "role", title: w.role, cell: (one) => wordOf(role, one.role) },
          { key: "unit", title: w.unit, cell: (one) => city.unit(one.unit) },
          {
            key: "seen",
            title: w.seen,
            cell: (one) => {
              if (online.has(one.login)) return <span className="badge good">{w.now}</span>;
              const last = lastLogIn(one);
              if (last === undefined) return null;
              if (last === null) return <span className="quiet">{w.never}</span>;
              return <Time at={last} />;
            },
          },
          {
            key: "code",
            title: w.code,
            cell: (one) => (one.second_factor ? w.codeOn : <span className="quiet">{w.codeOff}</span>),
          },
          {
            key: "acts",
            title: w.acts,
            as: "acts",
            cell: (one) => <Acts one={one} online={online.has(one.login)} onChange={onChange} />,
          },
        ]}
      />
    </>
  );
}

function Acts({
  one,
  online,
  onChange,
}: {
  one: Someone;
  online: boolean;
  onChange: (one: Someone) => void;
}) {
  const w = useWords(words);
  const me = useMe();
  const say = useProblemWords();
  const done = useDone();
  const { modal, message } = App.useApp();
  const path = { login: one.login };

  /** Asks, then does it. */
  function ask(title: string, content: string, danger: boolean, act: () => Promise<unknown>) {
    void modal.confirm({
      title,
      content,
      okButtonProps: { danger },
      onOk: async () => {
        try {
          await act();
          await done(w.done, "people", "sessions");
        } catch (error) {
          void message.error(say(error));
        }
      },
    });
  }
  const put = (active: boolean) => {
    const { name, role, unit, outsourced, email } = one;
    return read(
      api.PUT("/api/administrator/people/{login}", {
        params: { path },
        body: { name, role, unit, outsourced, email, active, basis: active ? w.basisOn : w.basisOff },
      }),
    );
  };
  const endSessions = () =>
    read(api.DELETE("/api/administrator/people/{login}/sessions", { params: { path } }));
  const takeCode = () =>
    read(api.DELETE("/api/administrator/people/{login}/second-factor", { params: { path } }));
  const items = [
    { key: "end", label: w.endSessions, disabled: !online },
    { key: "code", label: w.takeCode, disabled: !one.second_factor },
    one.active
      ? { key: "off", label: w.disable, danger: true, disabled: one.login === me.login }
      : { key: "on", label: w.enable },
  ];
  const run: Record<string, () => void> = {
    end: () => ask(w.sureEnd(one.name), w.whatEnd, true, endSessions),
    code: () => ask(w.sureCode(one.name), w.whatCode, true, takeCode),
    off: () => ask(w.sureOff(one.name), w.whatOff, true, () => put(false)),
    on: () => ask(w.sureOn(one.name), w.whatOn, false, () => put(true)),
  };
  return (
    <>
      <Button type="text" onClick={() => onChange(one)}>
        {w.change}
      </Button>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => run[key]?.() }}>
        <Button type="text">
          {w.more} <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
    </>
  );
}
