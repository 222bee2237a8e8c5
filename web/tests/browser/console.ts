/** What the browser tests have in common: somebody at the console, their calls, what axe finds. */
import { test as base, expect, type Browser, type Page } from "@playwright/test";
import axe from "axe-core";
import { PASSWORD } from "./server";

export { expect };
/** Where the server is; its port is drawn when the tests begin. */
export const url = () => process.env.MINSHENG_URL ?? "";

export const test = base.extend({
  page: async ({ page }, go) => {
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    await go(page);
    // A screen that throws has failed, whatever was looked at.
    expect(broken).toEqual([]);
  },
});

/** Logs in by the form and waits for the workplace. */
export async function logIn(page: Page, login: string): Promise<void> {
  await page.goto(`${url()}/console/`);
  await page.getByLabel("账号").fill(login);
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.locator("main#main h1").first()).toBeVisible();
}

/** Somebody at a screen of their own. */
export async function person(
  browser: Browser,
  login: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const page = await (
    await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", ...options })
  ).newPage();
  await logIn(page, login);
  return page;
}

/** Calls to the API as somebody, for what a story needs before it comes to the screen. By token, without a browser's cookies. */
export async function asking(login: string) {
  const call = async <T>(
    path: string,
    headers: Record<string, string>,
    said?: unknown,
    method = said === undefined ? "GET" : "POST",
  ): Promise<T> => {
    const answer = await fetch(url() + path, {
      method,
      headers: { "Content-Type": "application/json", ...headers },
      body: said === undefined ? null : JSON.stringify(said),
    });
    const text = await answer.text();
    expect(answer.ok, `${path}: ${text}`).toBe(true);
    return JSON.parse(text) as T;
  };
  const { token } = await call<{ token: string }>("/api/sessions", {}, { login, password: PASSWORD });
  return <T = { number: string; version: number; code: string }>(
    path: string,
    said?: unknown,
    version: number | "*" = "*",
    method?: "PUT",
  ): Promise<T> =>
    call<T>(
      path,
      {
        Authorization: `Bearer ${token}`,
        "If-Match": String(version),
        "Idempotency-Key": crypto.randomUUID(),
      },
      said,
      method,
    );
}

/** An order that was just registered, by a citizen who can be called. */
export async function registered(more: Record<string, unknown> = {}) {
  const operator = await asking("operator1");
  return operator("/api/operator/orders", {
    title: "夜间施工噪声",
    content: "工地半夜还在打桩，整栋楼睡不着。",
    demand: "夜里停工",
    kind: "complaint",
    caller: { name: "王女士", phone: "19900000001" },
    ...more,
  });
}

/** The widths that matter, from the smallest phone to a wide desk; the last is a phone, so that a look at it follows. */
export const WIDTHS = [2560, 1440, 768, 360, 390];

/** At a width, nothing has to be pushed sideways. */
export async function expectFits(page: Page, width: number, what: string): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What turns into a phone's layout has a moment for it.
  await expect.poll(over, `${what} at ${width}`).toBeLessThanOrEqual(0);
}

/** Waits for what still fades in, and has no colour of its own yet; not for what turns for ever. */
export const settled = (page: Page) =>
  page.evaluate(async () => {
    // What was just asked for begins with the next picture but one.
    const next = () => new Promise((done) => requestAnimationFrame(done));
    await next();
    await next();
    const ends = ({ effect }: Animation) => effect?.getComputedTiming().iterations !== Infinity;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    );
  });

/** axe finds nothing against WCAG 2.2 AA on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // Evaluated by the browser's debugger: the page's own policy of scripts stays as strict as it is.
  await page.evaluate(axe.source);
  await settled(page);
  const violations = await page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return found.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 4)
          .join(" | ")}`,
    );
  });
  expect(violations).toEqual([]);
}
