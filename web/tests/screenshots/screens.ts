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
const tellStory = async (page: Page) => {
  await page.getByLabel("诉求内容").fill(STORY);
  await page.getByLabel("希望怎么解决").fill("夜里停工");
  await page.getByText("夜间施工噪声").first().waitFor();
};
const refuse = async (page: Page) => {
  await tellStory(page);
  await page.keyboard.press("F4");
  await page.getByRole("radio", { name: /诉讼、仲裁/ }).click();
  await page
    .getByRole("radio", { name: /行政复议/ })
    .last()
    .click();
};
const callOne = async (page: Page) => {
  await page.locator(".order-title").first().click();
  await page.locator(".call-sheet").waitFor();
  await page.keyboard.press("c");
  await page.getByRole("radio", { name: /已接通/ }).click();
};
const openForm = async (page: Page) => {
  await openFirst(page);
  await page.locator(".act-bar button").first().click();
  await page.locator(".act-form").waitFor();
};

const STORY = "你好，我要投诉，澜湾区工地半夜还在打桩，整栋楼睡不着，连着三天了。";

export const SCREENS: Screen[] = [
  { name: "log-in", login: null, path: "/console/" },
  { name: "orders", login: "supervisor1", path: "/console/orders?open=true" },
  { name: "order", login: "supervisor1", path: "/console/orders?open=true&sort=oldest", before: openFirst },
  { name: "operator", login: "operator1", path: "/console/operator", before: tellStory },
  { name: "operator-refuses", login: "shift1", path: "/console/operator", before: refuse },
  { name: "shift-leader", login: "shift1", path: "/console/shift-leader" },
  { name: "shift-leader-ended", login: "shift1", path: "/console/shift-leader/ended" },
  { name: "caller-back", login: "callback1", path: "/console/caller-back", before: callOne },
  { name: "dispatcher", login: "dispatcher1", path: "/console/dispatcher" },
  { name: "dispatcher-order", login: "dispatcher1", path: "/console/dispatcher", before: openFirst },
  { name: "handler", login: "h21", path: "/console/handler" },
  { name: "handler-order", login: "h21", path: "/console/handler", before: openFirst },
  { name: "handler-reply", login: "h21", path: "/console/handler?queue=in_hand", before: openForm },
  { name: "reply-reviewer", login: "reviewer1", path: "/console/reply-reviewer", before: openFirst },
  { name: "administrator", login: "admin1", path: "/console/administrator/units" },
  { name: "administrator-people", login: "admin1", path: "/console/administrator/people" },
  { name: "administrator-directory", login: "admin1", path: "/console/administrator/directory" },
  { name: "directory-drafts", login: "admin1", path: "/console/directory/drafts" },
  { name: "directory-findings", login: "supervisor1", path: "/console/directory/findings" },
  { name: "directory-replays", login: "leader1", path: "/console/directory/replays" },
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
