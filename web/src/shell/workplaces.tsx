/** The table of workplaces: who sees which, in the menu's order. A new one is one row. */
import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  ControlOutlined,
  CustomerServiceOutlined,
  FileSearchOutlined,
  InboxOutlined,
  PartitionOutlined,
  PhoneOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  SolutionOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { ComponentType, ReactNode } from "react";
import type { StaffRole } from "../api/types";
import { bilingual } from "../words";

export interface Workplace {
  /** Its folder and the first part of its path. */
  path: string;
  roles: readonly StaffRole[];
  icon: ReactNode;
  load: () => Promise<{ default: ComponentType }>;
}

const READING: readonly StaffRole[] = [
  "operator",
  "shift_leader",
  "dispatcher",
  "coordinator",
  "handler",
  "reply_reviewer",
  "caller_back",
  "supervisor",
  "adjudicator",
  "leader",
  "auditor",
];

export const WORKPLACES = [
  {
    path: "operator",
    roles: ["operator", "shift_leader"],
    icon: <CustomerServiceOutlined />,
    load: () => import("../operator"),
  },
  {
    path: "shift-leader",
    roles: ["shift_leader"],
    icon: <TeamOutlined />,
    load: () => import("../shift-leader"),
  },
  { path: "dispatcher", roles: ["dispatcher"], icon: <SendOutlined />, load: () => import("../dispatcher") },
  {
    path: "coordinator",
    roles: ["coordinator"],
    icon: <PartitionOutlined />,
    load: () => import("../coordinator"),
  },
  { path: "handler", roles: ["handler"], icon: <InboxOutlined />, load: () => import("../handler") },
  {
    path: "reply-reviewer",
    roles: ["reply_reviewer"],
    icon: <SolutionOutlined />,
    load: () => import("../reply-reviewer"),
  },
  {
    path: "caller-back",
    roles: ["caller_back"],
    icon: <PhoneOutlined />,
    load: () => import("../caller-back"),
  },
  {
    path: "supervisor",
    roles: ["supervisor"],
    icon: <SafetyCertificateOutlined />,
    load: () => import("../supervisor"),
  },
  {
    path: "adjudicator",
    roles: ["adjudicator"],
    icon: <AuditOutlined />,
    load: () => import("../adjudicator"),
  },
  { path: "leader", roles: ["leader"], icon: <BarChartOutlined />, load: () => import("../leader") },
  {
    path: "administrator",
    roles: ["administrator"],
    icon: <ControlOutlined />,
    load: () => import("../administrator"),
  },
  {
    path: "directory",
    roles: ["administrator", "supervisor", "leader"],
    icon: <ApartmentOutlined />,
    load: () => import("../directory"),
  },
  { path: "auditor", roles: ["auditor"], icon: <FileSearchOutlined />, load: () => import("../auditor") },
  { path: "orders", roles: READING, icon: <UnorderedListOutlined />, load: () => import("../orders") },
] as const satisfies readonly Workplace[];

export type WorkplacePath = (typeof WORKPLACES)[number]["path"];

/** What each is called in the menu. */
export const workplaceNames = bilingual<Record<WorkplacePath, string>>(
  {
    operator: "受理",
    "shift-leader": "班长台",
    dispatcher: "派单",
    coordinator: "协调",
    handler: "办理",
    "reply-reviewer": "审核答复",
    "caller-back": "回访",
    supervisor: "督办",
    adjudicator: "职责认定",
    leader: "看板",
    directory: "目录修订",
    administrator: "管理",
    auditor: "审计",
    orders: "全部工单",
  },
  {
    operator: "Intake",
    "shift-leader": "Shift",
    dispatcher: "Dispatch",
    coordinator: "Coordinate",
    handler: "Handle",
    "reply-reviewer": "Review replies",
    "caller-back": "Call back",
    supervisor: "Supervise",
    adjudicator: "Rulings",
    leader: "Board",
    directory: "Revise the directory",
    administrator: "Administer",
    auditor: "Audit",
    orders: "All orders",
  },
);

/** The workplaces of a role. */
export const workplacesOf = (role: string): Workplace[] =>
  (WORKPLACES as readonly Workplace[]).filter((workplace) =>
    (workplace.roles as readonly string[]).includes(role),
  );
