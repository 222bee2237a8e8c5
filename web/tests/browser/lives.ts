/** The steps of an order's life, each at the screen of the person whose step it is, by the words that they read there. */
import { expect, type Browser, type Locator, type Page } from "@playwright/test";
import { asking, person, registered, url } from "./console";

// The smallest picture that is one.
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A photo like no other: the same one is not attached to an order twice. */
export const photo = () => ({
  name: "现场.png",
  mimeType: "image/png",
  buffer: Buffer.concat([PIXEL, Buffer.from(crypto.randomUUID())]),
});

/** Somebody at their workplace, with an order open. */
export async function at(browser: Browser, login: string, place: string, number: string): Promise<Page> {
  const page = await person(browser, login);
  await open(page, place, number);
  return page;
}

/** Opens an order at a workplace. */
export async function open(page: Page, place: string, number: string): Promise<void> {
  await page.goto(`${url()}/console/${place}?order=${number}`);
  await expect(page.locator(".pane")).toBeVisible();
}

/** Opens the form of an act: by its button, or from the menu of those that are rarer. */
export async function act(page: Page, name: string): Promise<Locator> {
  const bar = page.getByRole("group", { name: "现在可以" }).first();
  const button = bar.getByRole("button", { name, exact: true });
  const form = page.getByRole("dialog", { name, exact: true });
  const more = bar.getByRole("button", { name: /更多操作/ });
  const item = page.getByRole("menuitem", { name, exact: true });
  // What may be done is read anew when something happened: what is not there yet may come.
  await expect(async () => {
    if (await form.isVisible()) return;
    if (await button.isVisible()) await button.click({ timeout: 5_000 });
    else {
      if (!(await item.isVisible())) await more.click({ timeout: 5_000 });
      await item.click({ timeout: 5_000 });
    }
    await expect(form).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 90_000 });
  return form;
}

/** Sends a form, says yes where it asks once more, and waits until it is done. */
export async function send(page: Page, form: Locator, name: string): Promise<void> {
  await form.getByRole("button", { name: "提交" }).click();
  const done = page.getByText(`${name}：已完成`);
  const sure = form.getByRole("button", { name: "确认提交" });
  await expect(done.or(sure).first()).toBeVisible();
  // It is said for a moment only.
  if (!(await sure.isVisible())) return;
  await sure.click();
  await expect(done.first()).toBeVisible();
}

/** Chooses one of a list by what is typed: a name, or the first letters of its pinyin. */
export async function choose(page: Page, field: Locator, typed: string, name: string): Promise<void> {
  const around = field.locator("xpath=ancestor::*[contains(@class,'field') or contains(@class,'inner')][1]");
  // A list that still unfolds may move away from under the pointer.
  await expect(async () => {
    await field.fill(typed, { timeout: 5_000 });
    const list = page.locator(".ant-select-dropdown:visible");
    await list.getByTitle(name, { exact: true }).click({ timeout: 5_000 });
    await expect(around).toContainText(name, { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
}

/** A unit signs at its inbox, and gets in touch with the citizen. */
export async function signAndContact(page: Page, number: string): Promise<void> {
  await open(page, "handler", number);
  await send(page, await act(page, "签收"), "签收");
  await contact(page);
}

/** A visit with its photo counts as contact. */
export async function contact(page: Page): Promise<void> {
  const form = await act(page, "联系诉求人");
  await form.getByText("联系上了", { exact: true }).click();
  await form.locator("input[type=file]").first().setInputFiles(photo());
  await expect(form.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await send(page, form, "联系诉求人");
}

/** Fills in a reply, with its checklist. */
export async function writeReply(form: Locator, text: string): Promise<void> {
  await form.getByText("已答复", { exact: true }).click();
  await form.getByLabel("答复诉求人").fill(text);
  await form.getByLabel("内部办理情况").fill("现场核实，已当面告知。");
  await form.getByLabel("法律、政策依据 1").fill("《城市市容和环境卫生管理条例》第十四条");
  for (const box of await form.getByRole("group", { name: "提交前请逐项确认" }).getByRole("checkbox").all())
    await box.check();
}

/** The unit answers. */
export async function reply(page: Page, text: string): Promise<void> {
  const form = await act(page, "答复");
  await writeReply(form, text);
  await send(page, form, "答复");
}

/** The reply is looked at by the hotline, and passes. */
export async function passReply(browser: Browser, number: string): Promise<void> {
  const reviewer = await at(browser, "reviewer1", "reply-reviewer", number);
  const bench = reviewer.getByRole("region", { name: "待审核的答复" });
  await bench.getByText("通过", { exact: true }).click();
  await send(reviewer, bench, "审核答复");
  await reviewer.context().close();
}

/** The citizen is called, says that all is well, and it is closed. */
export async function callAndClose(browser: Browser, number: string): Promise<void> {
  const caller = await at(browser, "callback3", "caller-back", number);
  await caller.getByRole("button", { name: "拨打" }).click();
  await caller.getByRole("radio", { name: "已接通" }).click();
  await caller.getByRole("radio", { name: "联系过", exact: true }).click();
  await caller.getByRole("radio", { name: "已解决", exact: true }).click();
  await caller.getByRole("radio", { name: "很满意" }).click();
  await caller.getByRole("button", { name: /^记录并办结/ }).click();
  await expect(caller.getByText(/不在待回访中|办结：已完成/).first()).toBeVisible();
  await caller.context().close();
}

/** An order that waits for dispatch, made by calls to the API: what a story needs before it begins. */
export async function waiting(title: string, more: Record<string, unknown> = {}): Promise<string> {
  const { number } = await registered({ title, matter: "0101", place: "W101", ...more });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  return number;
}

/** One that lies with a unit, which is not the directory's. */
export async function lyingWith(unit: string, title: string): Promise<string> {
  const number = await waiting(title, { confidentiality: "open" });
  const dispatcher = await asking("dispatcher1");
  await dispatcher(`/api/dispatcher/orders/${number}/dispatches`, {
    lead: unit,
    assists: [],
    manner: "direct",
    basis: { by: "human", reason: { text: "经会商由该单位承办" }, overrides: "D0001" },
  });
  return number;
}

/** The dispatcher sends it to a unit of their own choice, and says why. */
export async function dispatchTo(page: Page, initials: string, unit: string, reason: string): Promise<void> {
  const bench = page.getByRole("region", { name: "派单", exact: true });
  const other = bench.getByRole("button", { name: /^派给其他单位/ });
  const lead = bench.getByLabel("主办单位");
  await expect(other.or(lead).first()).toBeVisible();
  if (!(await lead.isVisible())) await other.click();
  await choose(page, lead, initials, unit);
  await bench.getByLabel("理由", { exact: true }).fill(reason);
  await send(page, bench.locator(".act-form"), "派单");
}

/** The dispatcher sends it where the directory says; in doubt it is asked once more. */
export async function dispatchAsProposed(page: Page, unit: string): Promise<void> {
  const bench = page.getByRole("region", { name: "派单", exact: true });
  await bench.getByRole("button", { name: `派给${unit}`, exact: true }).click();
  const sure = bench.getByRole("button", { name: `确认派给${unit}` });
  const done = page.getByText("派单：已完成");
  await expect(done.or(sure).first()).toBeVisible();
  // It is said for a moment only.
  if (!(await sure.isVisible())) return;
  await sure.click();
  await expect(done.first()).toBeVisible();
}

/** Where an order stands, as its page says it. */
export const stage = (page: Page): Locator => page.locator(".order-head .badge").first();
