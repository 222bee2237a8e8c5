/** 回访员: the script by digits; who is not reached is not taken for satisfied. */
import { expect, expectAccessible, logIn, test, url } from "./console";

test("a callback is asked by digits and recorded; the next one is one key away @phone", async ({ page }) => {
  await logIn(page, "callback1");
  await page.goto(url() + "/console/caller-back?queue=to_call");
  await page.locator(".order-title:visible").first().click();
  const sheet = page.locator(".call-sheet");
  await expect(sheet.getByRole("heading", { name: "承办单位的答复" })).toBeVisible();
  await page.keyboard.press("c");
  await expect(page.getByText(/请拨|正在接通/)).toBeVisible();
  await expect(page.getByRole("radio", { name: "已接通" })).toBeFocused();
  await page.keyboard.press("1");
  await expect(page.getByRole("radio", { name: "联系过", exact: true })).toBeFocused();
  await page.keyboard.press("1");
  await expect(page.getByRole("radio", { name: "已解决", exact: true })).toBeFocused();
  await page.keyboard.press("3");
  await expect(page.getByRole("radio", { name: "很满意" })).toBeFocused();
  await page.keyboard.press("4");
  await expect(page.getByRole("checkbox", { name: "没有联系过" })).toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("3");
  await expect(page.getByRole("checkbox", { name: "太慢" })).toHaveAttribute("aria-checked", "true");
  await expectAccessible(page);
  const before = new URL(page.url()).searchParams.get("order");
  await page.keyboard.press("Control+Enter");
  // A contractor's caller-back records; who may decide has the redo before them.
  await expect(page.getByText(/已记录|都问过了/).first()).toBeVisible();
  await page
    .getByRole("button", { name: /下一件/ })
    .first()
    .click();
  await expect.poll(() => new URL(page.url()).searchParams.get("order")).not.toBe(before);
});

test("who does not answer is tried again later: the budget is shown, and the next one comes", async ({
  page,
}) => {
  await logIn(page, "callback1");
  await page.goto(url() + "/console/caller-back?queue=to_call");
  await page.locator(".order-title:visible").nth(1).click();
  await expect(page.getByText("第 1 次，共 3 次")).toBeVisible();
  const before = new URL(page.url()).searchParams.get("order");
  await page.keyboard.press("c");
  await expect(page.getByRole("radio", { name: "已接通" })).toBeFocused();
  await page.keyboard.press("2");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("order")).not.toBe(before);
  await page.goto(`${url()}/console/caller-back?order=${before}`);
  await expect(page.getByText("第 2 次，共 3 次")).toBeVisible();
  await expect(page.getByText("两次之间要隔开")).toBeVisible();
  await expect(page.getByRole("button", { name: /拨打/ })).toBeDisabled();
});
