/** The administrator's workplace: who works here, whose duty what is, by which rules, and what changed. */
import { Sections, type SectionGroup } from "../shell/Sections";
import { useScreen } from "../shell/useScreen";
import { workplaceNames } from "../shell/workplaces";
import { bilingual, useWords } from "../words";

const words = bilingual(
  {
    groups: {
      people: "组织和人员",
      duties: "事项和职责",
      rules: "规则",
      outside: "对外连接",
      record: "记录",
    },
    units: "单位",
    people: "人员",
    roles: "岗位权限",
    sessions: "登录会话",
    matters: "事项",
    places: "地方",
    directory: "派单目录",
    policies: "政策包",
    calendar: "工作日历",
    templates: "通知模板",
    systems: "外部系统",
    hooks: "推送订阅",
    changes: "变更记录",
  },
  {
    groups: {
      people: "Organisation",
      duties: "Duties",
      rules: "Rules",
      outside: "Other systems",
      record: "Record",
    },
    units: "Units",
    people: "People",
    roles: "Roles",
    sessions: "Sessions",
    matters: "Matters",
    places: "Places",
    directory: "Directory",
    policies: "Policy packs",
    calendar: "Calendar",
    templates: "Notices",
    systems: "Systems with a key",
    hooks: "Hooks",
    changes: "Changes",
  },
);

export default function Workplace() {
  const title = useWords(workplaceNames)["administrator"];
  const { groups: g, ...names } = useWords(words);
  useScreen(title);
  const groups: SectionGroup[] = [
    {
      name: g.people,
      sections: [
        { path: "units", load: () => import("./city/Units") },
        { path: "people", load: () => import("./people/People") },
        { path: "roles", load: () => import("./people/Roles") },
        { path: "sessions", load: () => import("./people/Sessions") },
      ],
    },
    {
      name: g.duties,
      sections: [
        { path: "matters", load: () => import("./city/Matters") },
        { path: "places", load: () => import("./city/Places") },
        { path: "directory", load: () => import("./city/Directory") },
      ],
    },
    {
      name: g.rules,
      sections: [
        { path: "policies", load: () => import("./rules/Policies") },
        { path: "calendar", load: () => import("./rules/Calendar") },
        { path: "templates", load: () => import("./rules/Templates") },
      ],
    },
    {
      name: g.outside,
      sections: [
        { path: "systems", load: () => import("./systems/Systems") },
        { path: "hooks", load: () => import("./systems/Hooks") },
      ],
    },
    { name: g.record, sections: [{ path: "changes", load: () => import("./city/Changes") }] },
  ];
  return <Sections base="administrator" label={title} groups={groups} names={names} />;
}
