/** 登录会话: who is logged in, since when, with what. */
import { App, Button, Input } from "antd";
import { useState } from "react";
import { api, read } from "../../api/client";
import { useProblemWords } from "../../api/useProblem";
import { fits } from "../../city/initials";
import { Rows } from "../../shell/Rows";
import { bilingual, useWords } from "../../words";
import { Time } from "../../words/Time";
import { useDone, usePeople, useSessions } from "../lists";
import { Head, Reading } from "../../shell/Reading";

const words = bilingual(
  {
    title: "登录会话",
    lead: "现在有效的登录。发现异常登录时让其下线，再联系本人；屏幕水印的编号可与泄露的照片比对。",
    find: "按姓名、账号或水印查找",
    who: "谁",
    opened: "登录于",
    seen: "最近使用",
    ends: "失效于",
    browser: "浏览器",
    mark: "水印",
    acts: "操作",
    end: "强制下线",
    mine: "本机",
    none: "没有符合条件的登录。",
    sure: (name: string) => `让${name}下线？`,
    what: "此人所有登录立即失效，须重新登录。",
    done: "已下线。",
  },
  {
    title: "Sessions",
    lead: "Who is logged in now. End a strange session, then speak to the person; the watermark can be compared with a leaked photo.",
    find: "Find by name, log-in or watermark",
    who: "Who",
    opened: "Opened",
    seen: "Last used",
    ends: "Ends",
    browser: "Browser",
    mark: "Watermark",
    acts: "Actions",
    end: "End",
    mine: "this one",
    none: "No session fits.",
    sure: (name: string) => `End all sessions of ${name}?`,
    what: "They must log in again at once.",
    done: "Ended.",
  },
);

export default function Sessions() {
  const w = useWords(words);
  const say = useProblemWords();
  const { modal, message } = App.useApp();
  const done = useDone();
  const sessions = useSessions();
  const people = usePeople();
  const [typed, setTyped] = useState("");
  const nameOf = (login: string) => people.data?.find((one) => one.login === login)?.name ?? login;
  function end(login: string) {
    void modal.confirm({
      title: w.sure(nameOf(login)),
      content: w.what,
      okButtonProps: { danger: true },
      onOk: () =>
        read(api.DELETE("/api/administrator/people/{login}/sessions", { params: { path: { login } } })).then(
          () => done(w.done, "sessions"),
          (error: unknown) => void message.error(say(error)),
        ),
    });
  }
  return (
    <>
      <Head title={w.title} lead={w.lead} />
      <div className="toolbar">
        <Input.Search
          className="grow-field"
          allowClear
          placeholder={w.find}
          aria-label={w.find}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <Reading of={sessions}>
        {(all) => (
          <Rows
            label={w.title}
            rows={all.filter(
              (one) =>
                !typed.trim() ||
                fits(typed, nameOf(one.login), one.login) ||
                one.watermark.includes(typed.trim().toUpperCase()),
            )}
            keyOf={({ id }) => id}
            empty={w.none}
            cells={[
              {
                key: "who",
                title: w.who,
                as: "main",
                cell: (one) => (
                  <>
                    {nameOf(one.login)} <small className="quiet">{one.login}</small>{" "}
                    {one.current && <span className="badge accent">{w.mine}</span>}
                  </>
                ),
              },
              { key: "opened", title: w.opened, cell: (one) => <Time at={one.opened_at} show="exact" /> },
              { key: "seen", title: w.seen, cell: (one) => <Time at={one.seen_at} /> },
              { key: "ends", title: w.ends, cell: (one) => <Time at={one.ends_at} /> },
              {
                key: "about",
                title: w.browser,
                cell: (one) => <span className="quiet">{browserOf(one.about)}</span>,
              },
              { key: "mark", title: w.mark, cell: (one) => <code>{one.watermark}</code> },
              {
                key: "acts",
                title: w.acts,
                as: "acts",
                cell: (one) =>
                  !one.current && (
                    <Button type="text" danger onClick={() => end(one.login)}>
                      {w.end}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Reading>
    </>
  );
}

/** The browser and the system out of what a browser says of itself; all of it when it is another thing. */
function browserOf(about: string): string {
  const browser = /(MicroMessenger|Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(about);
  const system = /\b(Windows|Android|iPhone|iPad|Macintosh|Linux)\b/.exec(about);
  return browser ? `${browser[1]} ${browser[2]}${system ? ` · ${system[1]}` : ""}` : about;
}
