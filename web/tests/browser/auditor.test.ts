import { expect, expectAccessible, logIn, test, url } from "./console";

test("the auditor sees who looked at what, and traces a watermark to its session @phone", async ({
  page,
}) => {
  await logIn(page, "auditor1");
  for (const path of ["looks", "leaks", "erasures"]) {
    await page.goto(`${url()}/console/auditor/${path}`);
    await expect(page.locator("main#main h1").first()).toBeVisible();
    await expectAccessible(page);
  }
  const me = (await (await page.request.get(`${url()}/api/me`)).json()) as {
    watermark: { mark?: string; text: string };
  };
  const mark = me.watermark.mark ?? me.watermark.text.split(" ").at(-1) ?? "";
  await page.goto(`${url()}/console/auditor/leaks`);
  await page.getByRole("button", { name: "查谁看过" }).click();
  await expect(page.getByRole("alert")).toContainText("请填写事由");
  await page.getByLabel("水印编号").fill(mark.toLowerCase());
  await page.getByLabel("溯源事由").fill("市信访局来函");
  await page.getByRole("button", { name: "查谁看过" }).click();
  await expect(page.getByRole("row", { name: /auditor1/ })).toBeVisible();
});
