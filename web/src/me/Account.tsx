/** One's own account: settings, password, one-time codes, sessions. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Segmented, Tag } from "antd";
import { useId } from "react";
import { api, read } from "../api/client";
import { ChangePassword } from "../log-in/ChangePassword";
import { SetUpSecondFactor } from "../log-in/SecondFactor";
import { logInWords } from "../log-in/words";
import { useScreen } from "../shell/useScreen";
import { changeSettings, useSettings, type Density, type Language, type Theme } from "../shell/settings";
import { shellWords } from "../shell/words";
import { bilingual, useWords } from "../words";
import { roles } from "../words/codes";
import { Time } from "../words/Time";
import { useMe } from "./me";

const words = bilingual(
  {
    title: "我的账号",
    look: "显示设置",
    factor: "动态验证码",
    factorOn: "已绑定",
    factorOff: "未绑定",
    sessions: "登录记录",
    thisOne: "本机",
    end: "下线",
    seen: "最近使用",
    opened: "登录于",
  },
  {
    title: "My account",
    look: "Display",
    factor: "One-time codes",
    factorOn: "Set up",
    factorOff: "Not set up",
    sessions: "Sessions",
    thisOne: "This one",
    end: "End",
    seen: "Last used",
    opened: "Opened",
  },
);

export default function Account() {
  const w = useWords(words);
  const me = useMe();
  const role = useWords(roles)[me.role];
  useScreen(w.title);
  return (
    <div className="sheet stack">
      <h1>
        {me.name} <small className="quiet">{me.login}</small>
      </h1>
      <p>
        {role} · {me.unit_name}
      </p>
      <Look />
      <Password />
      <section className="block">
        <h2>
          {w.factor} <Tag>{me.second_factor ? w.factorOn : w.factorOff}</Tag>
        </h2>
        {!me.second_factor && <SetUpSecondFactor />}
      </section>
      <Sessions />
    </div>
  );
}

/** Language, theme and size. */
export function Look() {
  const w = useWords(shellWords);
  const { look } = useWords(words);
  const settings = useSettings();
  return (
    <section className="block" aria-label={look}>
      <h2>{look}</h2>
      <div className="pairs">
        <span>{w.language}</span>
        <Segmented<Language>
          aria-label={w.language}
          value={settings.language}
          onChange={(language) => changeSettings({ language })}
          options={[
            { value: "zh", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
        <span>{w.theme}</span>
        <Segmented<Theme>
          aria-label={w.theme}
          value={settings.theme}
          onChange={(theme) => changeSettings({ theme })}
          options={(["system", "light", "dark"] as const).map((value) => ({ value, label: w[value] }))}
        />
        <span>{w.density}</span>
        <Segmented<Density>
          aria-label={w.density}
          value={settings.density}
          onChange={(density) => changeSettings({ density })}
          options={(["dense", "normal", "large"] as const).map((value) => ({ value, label: w[value] }))}
        />
      </div>
    </section>
  );
}

function Password() {
  const w = useWords(logInWords);
  const { message } = App.useApp();
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{w.changePassword}</h2>
      <ChangePassword onChanged={() => void message.success(w.passwordChanged)} />
    </section>
  );
}

function Sessions() {
  const w = useWords(words);
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey: ["my-sessions"], queryFn: () => read(api.GET("/api/sessions")) });
  const end = useMutation({
    mutationFn: (id: number) =>
      read(api.DELETE("/api/sessions/{id}", { params: { path: { id: String(id) } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["my-sessions"] }),
  });
  return (
    <section className="block">
      <h2>{w.sessions}</h2>
      <ul className="plain">
        {sessions.data?.map((session) => (
          <li key={session.id} className="row-between">
            <span>
              {session.about || "—"} {session.current && <Tag>{w.thisOne}</Tag>}
              <br />
              <small className="quiet">
                {w.opened} <Time at={session.opened_at} show="exact" /> · {w.seen}{" "}
                <Time at={session.seen_at} />
              </small>
            </span>
            {!session.current && <Button onClick={() => end.mutate(session.id)}>{w.end}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}
