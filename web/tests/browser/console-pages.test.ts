/** Every screen of every person: WCAG 2.2 AA in light and dark, and no wider than any window. */
import { expect, expectAccessible, expectFits, logIn, test, url, WIDTHS } from "./console";

/** Who sees which screens; `?` opens the first order of the list beside it. */
const SCREENS: Record<string, string[]> = {
  operator1: ["operator", "operator/orders", "me", "unsent"],
  shift1: ["shift-leader?", "shift-leader/ended"],
  dispatcher1: ["dispatcher?queue=open&", "dispatcher?queue=to_dispatch&", "orders", "orders/first"],
  coordinator11: ["coordinator?queue=open&", "coordinator/units"],
  h21: ["handler", "handler?queue=open&"],
  reviewer1: ["reply-reviewer?"],
  callback1: ["caller-back?queue=to_call&"],
  supervisor1: ["supervisor?queue=open&"],
  adjudicator1: ["adjudicator", "adjudicator?queue=disputes&"],
  leader1: ["leader", "leader/units", "leader/wall"],
  admin1: [
    "administrator/units",
    "administrator/people",
    "administrator/roles",
    "administrator/sessions",
    "administrator/matters",
    "administrator/places",
    "administrator/directory",
    "administrator/policies",
    "administrator/calendar",
    "administrator/templates",
    "administrator/systems",
    "administrator/hooks",
    "administrator/changes",
  ],
  auditor1: ["auditor/looks", "auditor/leaks", "auditor/erasures"],
};

test("the log-in is readable in light and dark, and fits @phone", async ({ page }) => {
  await page.goto(`${url()}/console/`);
  await expect(page.getByLabel("账号")).toBeVisible();
  await everyLook(page, "log-in");
});

for (const [login, screens] of Object.entries(SCREENS))
  test(`every screen of ${login} is readable in light and dark, and fits`, async ({ page }) => {
    test.setTimeout(600_000);
    await logIn(page, login);
    for (const screen of screens) {
      const path = screen.endsWith("/first") ? await first(page) : screen.replace(/[?&]$/, "");
      await page.goto(`${url()}/console/${path}`);
      await expect(page.locator("h1").first()).toBeVisible();
      await expect(page.locator(".ant-skeleton, .ant-spin-spinning")).toHaveCount(0);
      const titles = page.locator(".order-title:visible");
      if (/[?&]$/.test(screen) && (await titles.count())) {
        await titles.first().click();
        await expect(page.locator(".pane h2").first()).toBeVisible();
      }
      await everyLook(page, path);
    }
  });

/** The page of an order: the first of the list that is shown. */
async function first(page: Parameters<typeof logIn>[0]): Promise<string> {
  const number = await page.locator("[data-number]").first().getAttribute("data-number");
  return `orders/${number}`;
}

async function everyLook(page: Parameters<typeof logIn>[0], what: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await test.step(`${what} ${colorScheme}`, () => expectAccessible(page));
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of WIDTHS) await expectFits(page, width, what);
  await test.step(`${what} on a phone`, () => expectAccessible(page));
}
