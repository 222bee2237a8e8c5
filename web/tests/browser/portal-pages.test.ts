/** The portal, every page of it: WCAG 2.2 AA in both languages, large print and dark; no wider than any window; by keyboard alone. */
import type { Page } from "@playwright/test";
import { asking, expect, expectAccessible, expectFits, registered, test, url, WIDTHS } from "./console";

const STORY = "听潮街道小学门口的路灯坏了五天，孩子放学看不见路。";

/** A case that anybody can read: somebody's order that ended well. */
async function published(): Promise<void> {
  const supervisor = await asking("supervisor1");
  const { items } = await supervisor<{ items: { number: string }[] }>("/api/orders?stage=closed&limit=1");
  const number = items[0]?.number ?? "";
  await supervisor(`/api/supervisor/orders/${number}/publications`, {
    title: { text: "小学门口的路灯" },
    summary: { text: "路灯坏了五天，供电公司当天更换，并检查了整条街。" },
  });
}

for (const [look, choice] of [
  ["Chinese", "lang=zh&print=normal"],
  ["English", "lang=en&print=normal"],
  ["large print", "lang=zh&print=large"],
] as const)
  test(`every page in ${look} is readable in light and dark, and fits`, async ({ page }) => {
    test.setTimeout(600_000);
    const { number, code } = await registered({ title: "路灯不亮", content: STORY });
    const english = choice.startsWith("lang=en");
    await page.goto(`${url()}/?${choice}`);
    await everyLook(page, "home");
    for (const path of [
      "appeals/new",
      "orders",
      "knowledge",
      "cases",
      "accessibility",
      "privacy",
      "nowhere",
    ]) {
      await page.goto(`${url()}/${path}`);
      await everyLook(page, path);
    }
    for (const list of ["knowledge", "cases"]) {
      await page.goto(`${url()}/${list}`);
      const link = page.locator(`main a[href^="/${list}/"]`).first();
      if (!(await link.count())) continue;
      await link.click();
      await everyLook(page, `one of ${list}`);
    }
    // What goes wrong is a page, too.
    await page.goto(`${url()}/appeals/new`);
    await page.evaluate(() => document.querySelector("form#appeal")?.setAttribute("novalidate", ""));
    await page.locator("#appeal .send button").click();
    await expect(page.locator("#wrong")).toBeFocused();
    await everyLook(page, "appeal with mistakes");
    await page.goto(`${url()}/orders`);
    await page.locator("#number").fill(number);
    await page.locator("#code").fill(code === "AAAAAA" ? "BBBBBB" : "AAAAAA");
    await page.locator("#code").press("Enter");
    await expect(page.locator("#wrong")).toBeVisible();
    await everyLook(page, "a wrong code");
    await page.locator("#code").fill(code);
    await page.locator("#code").press("Enter");
    await expect(page.locator(".stage")).toContainText(english ? "Registered" : "已登记");
    for (const fold of await page.locator("details").all())
      await fold.evaluate((one) => one.setAttribute("open", ""));
    await everyLook(page, "an order");
    await page.goto(`${url()}/orders/${number}/receipt`);
    await everyLook(page, "a receipt");
  });

test("what is asked of the citizen after the answer is readable, and fits", async ({ page }) => {
  test.setTimeout(240_000);
  const { number, code } = await registered({ title: "路灯不亮", content: STORY });
  const act = async (login: string, role: string, noun: string, body: unknown) =>
    (await asking(login))(`/api/${role}/orders/${number}/${noun}`, body);
  await act("operator1", "operator", "acceptances", {});
  await act("dispatcher1", "dispatcher", "dispatches", {
    lead: "U21",
    assists: [],
    manner: "direct",
    basis: { by: "human", reason: { text: "目录无此事项" } },
  });
  await act("h21", "handler", "signings", { part: 1 });
  await act("h21", "handler", "replies", {
    part: 1,
    conclusion: "explained",
    public: { text: "您好，路灯今天已更换，我们检查了整条街。" },
    internal: { text: "已更换" },
    basis: [{ text: "《城市照明管理规定》" }],
    evidence: [],
  });
  await act("reviewer1", "reply-reviewer", "reply-reviews", {
    passed: true,
    faults: [],
    note: { text: "事实清楚，有依据。" },
  });
  await page.goto(`${url()}/orders`);
  await page.locator("#number").fill(number);
  await page.locator("#code").fill(code);
  await page.locator("#code").press("Enter");
  await expect(page.getByRole("heading", { name: "请您评价" })).toBeVisible();
  await everyLook(page, "the rating");
});

test("a case can be read by everybody, and fits", async ({ page }) => {
  await published();
  await page.goto(`${url()}/cases`);
  await page.getByRole("link", { name: "小学门口的路灯" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("小学门口的路灯");
  await everyLook(page, "a case");
});

test("the citizen's whole way goes by keyboard alone", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`${url()}/`);
  // The first key leads past the head.
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await tabTo(page, 'main a[href="/appeals/new"]');
  await page.keyboard.press("Enter");
  await tabTo(page, "#story");
  await page.keyboard.type(STORY);
  await tabTo(page, "#demand");
  await page.keyboard.type("换个灯");
  await tabTo(page, "#place");
  await page.keyboard.type("听潮");
  await tabTo(page, "#name");
  await page.keyboard.type("李大爷");
  await tabTo(page, "#phone");
  await page.keyboard.type("19900000456");
  await tabTo(page, "#appeal .send button");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "已经登记" })).toBeVisible();
  await tabTo(page, 'main a.button[href^="/orders/"]');
  await page.keyboard.press("Enter");
  await expect(page.locator(".stage")).toContainText("已登记");
  await expect(page.locator("main")).toContainText("换个灯");
  await tabTo(page, "summary#supplements");
  await page.keyboard.press("Enter");
  await tabTo(page, "#supplement-text");
  await page.keyboard.type("今天又有孩子摔了。");
  await tabTo(page, 'form[action$="/supplements"] button');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("已补充");
  await tabTo(page, "summary#withdrawals");
  await page.keyboard.press("Enter");
  await tabTo(page, "#withdraw-text");
  await page.keyboard.type("灯已经修好了。");
  await tabTo(page, 'input[name="sure"]');
  await page.keyboard.press("Space");
  await tabTo(page, 'form[action$="/withdrawals"] button');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("已撤回");
  await tabTo(page, 'form[action$="/leave"] button');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("已退出");
});

/** Presses Tab until something has the focus, and sees that the focus can be seen on the way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press("Tab");
    const [there, seen] = await page.evaluate((sought) => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return [false, true];
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      return [focused.matches(sought), outlineStyle !== "none" && parseFloat(outlineWidth) >= 2];
    }, selector);
    expect(seen, `the focus can be seen on the way to ${selector}`).toBe(true);
    if (there) return;
  }
  throw new Error(`no key leads to ${selector}`);
}

async function everyLook(page: Page, what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await test.step(`${what} ${colorScheme}`, () => expectAccessible(page));
  }
  for (const width of WIDTHS) await expectFits(page, width, what);
}
