/** Every main screen. A new one is one line. */
import type { Page } from "@playwright/test";
import { asking, registered, url } from "../browser/console";

export interface Screen {
  /** The picture's name. */
  name: string;
  /** Who looks; nobody for what is seen without logging in. */
  login: string | null;
  /** Its address. */
  path: string;
  /** What is done before the picture is taken. */
  before?: (page: Page) => Promise<void>;
  /** How it is shown in docs/screenshots; not at all without. */
  docs?: "desktop light" | "desktop dark" | "phone light" | "phone dark";
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
/** An order that the directory knows, accepted and ready to be sent out. */
const toDispatch = async (page: Page) => {
  const { number } = await registered({
    title: "菜场门口占道摆摊",
    content: "菜场门口每天早上有人占着人行道摆摊，老人推车过不去。",
    demand: "把人行道让出来",
    matter: "0101",
    place: "W101",
    confidentiality: "open",
  });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  await page.goto(`${url()}/console/dispatcher?queue=to_dispatch&order=${number}`);
  await page.getByText("由它负责").first().waitFor();
};
/** The form of a reply, with its checklist. */
const openReply = async (page: Page) => {
  await openFirst(page);
  await page.getByRole("button", { name: /^答复/ }).first().click();
  await page.locator(".act-form").waitFor();
};

/** A citizen's own matter, looked up by its number and query code. */
const lookUp = async (page: Page) => {
  const { number, code } = await registered({
    title: "小学门口路灯不亮",
    content: "听潮街道小学门口的路灯坏了五天，孩子放学看不见路。",
    demand: "尽快修好",
    place: "W102",
  });
  await page.locator("#number").fill(number);
  await page.locator("#code").fill(code);
  await page.locator("#code").press("Enter");
  await page.locator(".stage").waitFor();
};
const readReceipt = async (page: Page) => {
  await lookUp(page);
  await page.locator('main a[href$="/receipt"]').click();
  await page.locator("dl.receipt").waitFor();
};
const bring = async (page: Page) => {
  await page.locator("#story").fill("观澜埠菜场门口每天早上有人占着人行道摆摊，老人推车过不去。");
  await page.locator("#place").selectOption({ label: "观澜埠街道" });
  await page
    .locator("#alike fieldset")
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
};
const readFirst = async (page: Page) => {
  await page.locator('main a[href^="/knowledge/"]').first().click();
  await page.locator("main h1").waitFor();
};

const STORY = "你好，我要投诉，澜湾区工地半夜还在打桩，整栋楼睡不着，连着三天了。";

export const SCREENS: Screen[] = [
  { name: "portal", login: null, path: "/", docs: "phone light" },
  { name: "portal-large", login: null, path: "/?print=large" },
  { name: "portal-english", login: null, path: "/?lang=en" },
  { name: "portal-appeal", login: null, path: "/appeals/new", before: bring, docs: "phone light" },
  { name: "portal-order", login: null, path: "/orders", before: lookUp, docs: "phone light" },
  { name: "portal-receipt", login: null, path: "/orders", before: readReceipt },
  { name: "portal-knowledge", login: null, path: "/knowledge" },
  { name: "portal-article", login: null, path: "/knowledge", before: readFirst },
  { name: "portal-cases", login: null, path: "/cases" },
  { name: "log-in", login: null, path: "/console/" },
  { name: "orders", login: "supervisor1", path: "/console/orders?open=true" },
  { name: "order", login: "supervisor1", path: "/console/orders?open=true&sort=oldest", before: openFirst },
  {
    name: "operator",
    login: "operator1",
    path: "/console/operator",
    before: tellStory,
    docs: "desktop light",
  },
  { name: "operator-refuses", login: "shift1", path: "/console/operator", before: refuse },
  { name: "shift-leader", login: "shift1", path: "/console/shift-leader" },
  { name: "shift-leader-ended", login: "shift1", path: "/console/shift-leader/ended" },
  {
    name: "caller-back",
    login: "callback1",
    path: "/console/caller-back",
    before: callOne,
    docs: "desktop light",
  },
  { name: "dispatcher", login: "dispatcher1", path: "/console/dispatcher" },
  {
    name: "dispatcher-order",
    login: "dispatcher1",
    path: "/console/dispatcher",
    before: toDispatch,
    docs: "desktop light",
  },
  { name: "handler", login: "h21", path: "/console/handler", docs: "phone light" },
  { name: "handler-order", login: "h21", path: "/console/handler", before: openFirst },
  {
    name: "handler-reply",
    login: "h21",
    path: "/console/handler?queue=in_hand",
    before: openReply,
    docs: "phone dark",
  },
  {
    name: "reply-reviewer",
    login: "reviewer1",
    path: "/console/reply-reviewer",
    before: openFirst,
  },
  { name: "administrator", login: "admin1", path: "/console/administrator/units" },
  { name: "administrator-people", login: "admin1", path: "/console/administrator/people" },
  { name: "administrator-directory", login: "admin1", path: "/console/administrator/directory" },
  { name: "directory-drafts", login: "admin1", path: "/console/directory/drafts" },
  { name: "directory-findings", login: "supervisor1", path: "/console/directory/findings" },
  { name: "directory-replays", login: "leader1", path: "/console/directory/replays" },
  {
    name: "administrator-policies",
    login: "admin1",
    path: "/console/administrator/policies",
  },
  { name: "administrator-calendar", login: "admin1", path: "/console/administrator/calendar" },
  { name: "administrator-roles", login: "admin1", path: "/console/administrator/roles" },
  { name: "adjudicator", login: "adjudicator1", path: "/console/adjudicator", docs: "desktop light" },
  { name: "auditor", login: "auditor1", path: "/console/auditor/looks" },
  { name: "auditor-leaks", login: "auditor1", path: "/console/auditor/leaks" },
  { name: "account", login: "h21", path: "/console/me" },
  { name: "supervisor", login: "supervisor1", path: "/console/supervisor?queue=late" },
  {
    name: "supervisor-order",
    login: "supervisor1",
    path: "/console/supervisor?queue=late",
    before: openFirst,
    docs: "desktop light",
  },
  { name: "coordinator", login: "coordinator11", path: "/console/coordinator" },
  {
    name: "coordinator-units",
    login: "coordinator11",
    path: "/console/coordinator/units",
  },
  { name: "leader", login: "leader1", path: "/console/leader", docs: "desktop light" },
  { name: "leader-units", login: "leader1", path: "/console/leader/units" },
  { name: "leader-wall", login: "leader1", path: "/console/leader/wall", docs: "desktop dark" },
];
