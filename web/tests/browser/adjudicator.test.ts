import { expect, expectAccessible, logIn, test, url } from "./console";

test("whose duty it is can be looked up beside the disputes @phone", async ({ page }) => {
  await logIn(page, "adjudicator1");
  await page.goto(`${url()}/console/adjudicator`);
  await expect(page.getByRole("heading", { level: 1, name: "职责认定" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "这事归谁管？" }).click();
  const look = page.getByRole("dialog", { name: "这事归谁管？" });
  await look.getByLabel("什么事").fill("占道经营");
  await page.keyboard.press("Enter");
  await look.getByLabel("在哪里").fill("澜湾区");
  await page.keyboard.press("Enter");
  await expect(look.getByRole("status")).toContainText("由它负责");
  await expect(look.getByRole("status")).toContainText("依据");
});
