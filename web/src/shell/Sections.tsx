/** A workplace of several screens: a menu of its own beside them; one choice above them where it is narrow. */
import { Select, Spin } from "antd";
import { lazy, Suspense, useState, type ComponentType } from "react";
import { Navigate, NavLink, Route, Routes, useLocation, useNavigate } from "react-router";
import "../orders/orders.css";
import "./sections.css";

/** One screen of the workplace. */
export interface Section {
  /** Below the workplace's path. */
  path: string;
  load: () => Promise<{ default: ComponentType }>;
}

/** Screens that belong together. */
export interface SectionGroup {
  name: string;
  sections: readonly Section[];
}

interface Props {
  /** The workplace's folder. */
  base: string;
  /** What the menu is called. */
  label: string;
  groups: readonly SectionGroup[];
  names: Record<string, string>;
}

export function Sections({ base, label, groups, names }: Props) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const sections = groups.flatMap((group) => group.sections);
  const here = sections.find(({ path }) => pathname.startsWith(`/${base}/${path}`));
  // Each screen's code comes when it is first opened.
  const [screens] = useState(() => sections.map(({ path, load }) => ({ path, Screen: lazy(load) })));
  return (
    <div className="sections">
      <nav className="sections-menu" aria-label={label}>
        {groups.map((group) => (
          <div key={group.name}>
            <div className="sections-group">{group.name}</div>
            {group.sections.map(({ path }) => (
              <NavLink key={path} to={`/${base}/${path}`}>
                {names[path]}
              </NavLink>
            ))}
          </div>
        ))}
      </nav>
      <Select
        className="sections-choice"
        aria-label={label}
        value={here?.path ?? null}
        onChange={(path: string) => void navigate(`/${base}/${path}`)}
        options={groups.map((group) => ({
          label: group.name,
          options: group.sections.map(({ path }) => ({ value: path, label: names[path] })),
        }))}
      />
      <div className="sections-screen stack">
        <Suspense fallback={<Spin className="waiting" />}>
          <Routes>
            {screens.map(({ path, Screen }) => (
              <Route key={path} path={`${path}/*`} element={<Screen />} />
            ))}
            <Route path="*" element={<Navigate to={`/${base}/${sections[0]?.path ?? ""}`} replace />} />
          </Routes>
        </Suspense>
      </div>
    </div>
  );
}
