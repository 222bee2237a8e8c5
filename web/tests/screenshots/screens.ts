/** Every main screen. A new one is one line. */
import type { Page } from "@playwright/test";

export interface Screen {
  /** The picture's name. */
  name: string;
  /** Who looks; nobody for what is seen without logging in. */
  login: string | null;
  /** Its address. */
  path: string;
  /** What is done before the picture is taken. */
  before?: (page: Page) => Promise<void>;
}

const openFirst = async (page: Page) => {
  await page.locator(".order-title").first().click();
  await page.locator(".story > li").first().waitFor();
};
const openForm = async (page: Page) => {
  await openFirst(page);
  await page.locator(".act-bar button").first().click();
  await page.locator(".act-form").waitFor();
};

export const SCREENS: Screen[] = [
  { name: "log-in", login: null, path: "/console/" },
  { name: "orders", login: "supervisor1", path: "/console/orders?open=true" },
  { name: "order", login: "supervisor1", path: "/console/orders?open=true&sort=oldest", before: openFirst },
  { name: "dispatcher", login: "dispatcher1", path: "/console/dispatcher" },
  { name: "dispatcher-order", login: "dispatcher1", path: "/console/dispatcher", before: openFirst },
  { name: "handler", login: "h21", path: "/console/handler" },
  { name: "handler-order", login: "h21", path: "/console/handler", before: openFirst },
  { name: "handler-reply", login: "h21", path: "/console/handler?queue=in_hand", before: openForm },
  { name: "reply-reviewer", login: "reviewer1", path: "/console/reply-reviewer", before: openFirst },
  { name: "administrator", login: "admin1", path: "/console/administrator/units" },
  { name: "administrator-people", login: "admin1", path: "/console/administrator/people" },
  { name: "administrator-directory", login: "admin1", path: "/console/administrator/directory" },
  { name: "administrator-policies", login: "admin1", path: "/console/administrator/policies" },
  { name: "administrator-calendar", login: "admin1", path: "/console/administrator/calendar" },
  { name: "administrator-roles", login: "admin1", path: "/console/administrator/roles" },
  { name: "adjudicator", login: "adjudicator1", path: "/console/adjudicator" },
  { name: "auditor", login: "auditor1", path: "/console/auditor/looks" },
  { name: "auditor-leaks", login: "auditor1", path: "/console/auditor/leaks" },
  { name: "account", login: "h21", path: "/console/me" },
  { name: "supervisor", login: "supervisor1", path: "/console/supervisor?queue=late" },
  {
    name: "supervisor-order",
    login: "supervisor1",
    path: "/console/supervisor?queue=late",
    before: openFirst,
  },
  { name: "coordinator", login: "coordinator11", path: "/console/coordinator" },
  { name: "coordinator-units", login: "coordinator11", path: "/console/coordinator/units" },
  { name: "leader", login: "leader1", path: "/console/leader" },
  { name: "leader-units", login: "leader1", path: "/console/leader/units" },
  { name: "leader-wall", login: "leader1", path: "/console/leader/wall" },
];
