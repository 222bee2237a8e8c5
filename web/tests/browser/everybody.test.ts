import { expect, expectAccessible, logIn, test, url } from "./console";

/** Each role, and what its workplace is called. */
const PEOPLE: [string, string][] = [
  ["operator1", "受理"],
  ["shift1", "受理"],
  ["dispatcher1", "派单"],
  ["coordinator11", "协调"],
  ["h21", "办理"],
  ["reviewer1", "审核答复"],
  ["callback1", "回访"],
  ["supervisor1", "督办"],
  ["adjudicator1", "职责认定"],
  ["leader1", "看板"],
  ["admin1", "管理"],
  ["auditor1", "审计"],
];

for (const [login, place] of PEOPLE) {
  test(`${login} logs in and sees the workplace ${place} @phone`, async ({ page }) => {
    await logIn(page, login);
    await expect(page.getByRole("link", { name: place }).first()).toBeVisible();
    await expect(page).toHaveTitle(/· 民声$/);
    await expectAccessible(page);
  });
}

test("a wrong password is told in words, and what was typed stays @phone", async ({ page }) => {
  await page.goto(url() + "/console/");
  await page.getByLabel("账号").fill("dispatcher1");
  await page.getByLabel("密码").fill("not this one");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("账号、密码或动态码不对");
  await expect(page.getByLabel("账号")).toHaveValue("dispatcher1");
  await expectAccessible(page);
});

test("an order is one readable story, in a list's pane and on a page of its own @phone", async ({ page }) => {
  await logIn(page, "supervisor1");
  await page.goto(url() + "/console/orders");
  await page.locator(".order-title").first().click();
  const pane = page.locator(".pane");
  await expect(pane.getByRole("heading", { name: "经过" })).toBeVisible();
  await expect(pane.locator(".story > li").first()).toContainText("登记诉求");
  await expectAccessible(page);
  const number = new URL(page.url()).searchParams.get("order");
  await page.goto(`${url()}/console/orders/${number}`);
  await expect(page.getByRole("heading", { name: "时限" })).toBeVisible();
  await expectAccessible(page);
});

test("a filter stands in the address, so that a list can be shared", async ({ page }) => {
  await logIn(page, "supervisor1");
  await page.goto(url() + "/console/orders");
  await page.getByRole("button", { name: "未办结" }).click();
  await expect(page).toHaveURL(/open=true/);
  const shared = page.url();
  await page.goto(url() + "/console/");
  await page.goto(shared);
  await expect(page.getByRole("button", { name: "未办结" })).toHaveAttribute("aria-pressed", "true");
});

test("dark and English: everything is there, and readable", async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem("minsheng.settings", JSON.stringify({ language: "en", theme: "dark" })),
  );
  await page.goto(url() + "/console/");
  await page.getByLabel("Log-in").fill("dispatcher1");
  await page.getByLabel("Password").fill("three quiet lamps");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("link", { name: "All orders" })).toBeVisible();
  await page.getByRole("link", { name: "All orders" }).click();
  await page.locator(".order-title").first().click();
  await expect(page.getByRole("heading", { name: "What happened" })).toBeVisible();
  await expectAccessible(page);
});

test("the keys of a screen are listed by ?", async ({ page }) => {
  await logIn(page, "dispatcher1");
  await page.goto(url() + "/console/orders");
  await expect(page.locator(".order-title").first()).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "快捷键" })).toContainText("下一件");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page.locator(".pane")).toBeVisible();
});
