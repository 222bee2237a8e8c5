/** What a first look weighs, as it comes over the line: the console, and each page of the portal. */
import type { Page } from "@playwright/test";
import { expect, logIn, test, url } from "./console";

/**
 * The bytes of everything that was loaded for the page, as they were sent: compressed. What is asked of the API
 * is the city's; what draws charts comes last, when their figures are there.
 */
const weight = (page: Page) =>
  page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => !/^\/api\/|\/Chart-[^/]*$/.test(new URL(name).pathname))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );

for (const login of ["operator1", "dispatcher1", "h21", "supervisor1", "leader1", "admin1"])
  test(`the console's first load for ${login} is below 500 kB, the log-in and the first screen together`, async ({
    page,
  }) => {
    await logIn(page, login);
    await page.waitForLoadState("networkidle");
    expect(await weight(page)).toBeLessThan(500_000);
  });

test("a page of the portal is below 100 kB", async ({ page }) => {
  for (const path of ["/", "/appeals/new", "/orders", "/knowledge", "/cases"]) {
    await page.goto(url() + path);
    await page.waitForLoadState("networkidle");
    expect(await weight(page), path).toBeLessThan(100_000);
  }
});
