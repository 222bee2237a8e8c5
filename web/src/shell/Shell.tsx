/** The frame: menu by role, who one is, whether live updates arrive, what was not sent; a watermark across it all. */
import {
  CloudUploadOutlined,
  EllipsisOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
  SearchOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Button, Drawer, Dropdown, Input, Tooltip, type InputRef } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { NavLink, useLocation, useNavigate } from "react-router";
import { api, read } from "../api/client";
import { useUnsent } from "../api/send";
import { useLive } from "../live/live";
import { Look } from "../me/Account";
import { useMe } from "../me/me";
import { countInWords, useQueues } from "../orders/queues";
import { useWords } from "../words";
import { roles } from "../words/codes";
import { clock } from "../words/time";
import { Key, useKeyList, useKeys } from "./keys";
import { Watermark } from "./Watermark";
import { shellWords } from "./words";
import { workplaceNames, workplacesOf, type Workplace, type WorkplacePath } from "./workplaces";

export function Shell({ children }: { children: ReactNode }) {
  const w = useWords(shellWords);
  const me = useMe();
  const names = useWords(workplaceNames);
  const mine = workplacesOf(me.role);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const find = useRef<InputRef>(null);
  const [more, setMore] = useState(false);
  const [keys, setKeys] = useState(false);
  const reads = mine.some(({ path }) => path === "orders");
  // A wall display has no frame around it.
  const bare = pathname.endsWith("/wall");

  useKeys([
    { keys: "?", does: w.showKeys, run: () => setKeys(true) },
    { keys: "/", does: w.findLabel, run: () => find.current?.focus(), when: reads && !bare },
    ...mine.map(({ path }, i) => ({
      keys: `Alt+${i + 1}`,
      does: w.goTo(names[path as WorkplacePath]),
      typing: true,
      run: () => void navigate(`/${path}`),
    })),
  ]);

  if (bare)
    return (
      <>
        <main id="main">{children}</main>
        <Watermark text={me.watermark.text} />
      </>
    );
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {w.skip}
      </a>
      <header className="top">
        <NavLink to="/" className="brand" aria-label={w.product}>
          {w.product}
        </NavLink>
        {reads && (
          <Input
            ref={find}
            className="find"
            prefix={<SearchOutlined aria-hidden />}
            suffix={<Key>/</Key>}
            placeholder={w.find}
            aria-label={w.findLabel}
            allowClear
            onPressEnter={(event) => {
              const typed = event.currentTarget.value.trim();
              if (/^\d{12,}$/.test(typed)) void navigate(`/orders/${typed}`);
              else void navigate(typed ? `/orders?q=${encodeURIComponent(typed)}` : "/orders");
            }}
          />
        )}
        <span className="grow" />
        <UnsentSign />
        <LiveSign />
        <Tooltip title={w.keysHelp}>
          <Button
            type="text"
            className="wide-only"
            icon={<QuestionCircleOutlined aria-hidden />}
            aria-label={w.showKeys}
            onClick={() => setKeys(true)}
          />
        </Tooltip>
        <PersonMenu />
      </header>
      <nav className="side wide-only" aria-label={w.mainMenu}>
        {mine.map((workplace) => (
          <MenuLink key={workplace.path} workplace={workplace} />
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <nav className="bottom narrow-only" aria-label={w.mainMenu}>
        {mine.slice(0, 4).map((workplace) => (
          <MenuLink key={workplace.path} workplace={workplace} />
        ))}
        <button type="button" className="menu-link" onClick={() => setMore(true)}>
          <EllipsisOutlined aria-hidden />
          <span>{w.more}</span>
        </button>
      </nav>
      <Drawer open={more} onClose={() => setMore(false)} placement="bottom" title={w.more} size="auto">
        <div className="stack">
          <p>
            {me.name} · {me.unit_name}
          </p>
          {mine.slice(4).map((workplace) => (
            <MenuLink key={workplace.path} workplace={workplace} />
          ))}
          <NavLink to="/me" onClick={() => setMore(false)}>
            {w.account}
          </NavLink>
          <Look />
        </div>
      </Drawer>
      <KeysHelp open={keys} onClose={() => setKeys(false)} />
      <Watermark text={me.watermark.text} />
    </div>
  );
}

function MenuLink({ workplace: { path, icon } }: { workplace: Workplace }) {
  const names = useWords(workplaceNames);
  const waiting = useQueues().filter((queue) => queue.workplace === path && queue.urgent);
  const count = waiting.reduce((sum, queue) => sum + (queue.count ?? 0), 0);
  const more = waiting.some((queue) => queue.more);
  return (
    <NavLink to={`/${path}`} className="menu-link">
      <span aria-hidden>{icon}</span>
      <span>{names[path as WorkplacePath]}</span>
      {count > 0 && <span className="count">{countInWords({ count, more })}</span>}
    </NavLink>
  );
}

/** What was not sent: seen from everywhere while there is something. */
function UnsentSign() {
  const w = useWords(shellWords);
  const unsent = useUnsent();
  if (!unsent.length) return null;
  return (
    <NavLink to="/unsent" className="sign soon">
      <CloudUploadOutlined aria-hidden /> {w.unsentCount(unsent.length)}
    </NavLink>
  );
}

/** Whether live updates arrive. */
function LiveSign() {
  const w = useWords(shellWords);
  const { lostAt } = useLive();
  const since = lostAt && clock(lostAt);
  return (
    <Tooltip title={since ? w.lostTitle(since) : w.liveTitle}>
      <span className={since ? "sign late" : "sign good"} role="status">
        <span className="dot" aria-hidden />{" "}
        <span className={since ? "" : "wide-only"}>{since ? w.lost(since) : w.live}</span>
      </span>
    </Tooltip>
  );
}

function PersonMenu() {
  const w = useWords(shellWords);
  const me = useMe();
  const role = useWords(roles)[me.role];
  const navigate = useNavigate();
  async function logOut() {
    await read(api.DELETE("/api/sessions/{id}", { params: { path: { id: "current" } } })).catch(
      () => undefined,
    );
    location.assign("/console/");
  }
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          {
            key: "me",
            icon: <UserOutlined aria-hidden />,
            label: w.account,
            onClick: () => void navigate("/me"),
          },
          { key: "out", icon: <LogoutOutlined aria-hidden />, label: w.logOut, onClick: () => void logOut() },
        ],
      }}
    >
      <Button type="text" className="person" aria-label={`${me.name}，${role}`}>
        <UserOutlined aria-hidden />
        <span>
          {me.name} <small className="quiet wide-only">{role}</small>
        </span>
      </Button>
    </Dropdown>
  );
}

function KeysHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = useWords(shellWords);
  const list = useKeyList();
  return (
    <Drawer open={open} onClose={onClose} title={w.keys} destroyOnHidden>
      {open && (
        <dl className="keys-list">
          {list().map(({ keys, does }) => (
            <div key={keys.join() + does}>
              <dt>{does}</dt>
              <dd>
                {keys.map((key) => (
                  <Key key={key}>{key}</Key>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Drawer>
  );
}
