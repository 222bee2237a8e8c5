/** The leader: figures that lead to their orders, units beside their like, the wall. */
import { expect, expectAccessible, logIn, test, url } from "./console";

test("today's figures lead to the list of their orders @phone", async ({ page }) => {
  await logIn(page, "leader1");
  await page.goto(`${url()}/console/leader`);
  const open = page.getByRole("link", { name: /^在办 .* 件，看工单$/ });
  await expect(open).toBeVisible();
  await expectAccessible(page);
  const count = (await open.textContent())?.replace(",", "");
  await open.click();
  await expect(page).toHaveURL(/orders\?open=true/);
  await expect(page.getByRole("status").filter({ hasText: "件" })).toContainText(`/ ${count} 件`);
});

test("each chart can be read as a table, and the map be walked by keyboard", async ({ page }) => {
  await logIn(page, "leader1");
  await page.goto(`${url()}/console/leader?days=7`);
  const trend = page.getByRole("region", { name: "趋势" });
  await trend.getByRole("button", { name: "看表格" }).click();
  await expect(trend.locator("tbody tr")).toHaveCount(7);
  const map = page.getByRole("group", { name: "地点分布" });
  await map.getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/orders\?.*place=/);
});

test("units stand beside their like, each rate with its counts", async ({ page }) => {
  await logIn(page, "leader1");
  await page.goto(`${url()}/console/leader/units`);
  const departments = page.getByRole("table", { name: "市直部门" });
  await expect(departments.locator("tbody tr").first()).toContainText(/\d+% ?\d/);
  await expectAccessible(page);
});

test("the wall needs no hand, and shows no order's number", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await logIn(page, "leader1");
  await page.goto(`${url()}/console/leader/wall`);
  await expect(page.locator(".wall-figures")).toContainText("在办");
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expectAccessible(page);
  const inside = await page.evaluate(
    () =>
      document.documentElement.scrollHeight <= innerHeight &&
      document.documentElement.scrollWidth <= innerWidth,
  );
  expect(inside, "it fits the screen").toBe(true);

  const titles = await page.request.get(`${url()}/api/orders?sort=newest&limit=8`);
  const { items } = (await titles.json()) as { items: { title: string; number: string }[] };
  const wall = (await page.locator(".wall").textContent()) ?? "";
  for (const { number } of items) expect(wall).not.toContain(number);
});
