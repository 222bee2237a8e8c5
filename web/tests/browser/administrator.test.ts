import { expect, logIn, test, url } from "./console";

test("somebody new gets a password that is shown once, and can be switched off", async ({ page }) => {
  await logIn(page, "admin1");
  await page.goto(`${url()}/console/administrator/people`);
  await page.getByRole("button", { name: "新增人员" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("账号", { exact: true }).fill("new.person");
  await form.getByLabel("姓名", { exact: true }).fill("新来的");
  await form.getByLabel("岗位", { exact: true }).click();
  await page.getByTitle("话务员", { exact: true }).click();
  await form.getByLabel("单位", { exact: true }).fill("12345");
  await page.keyboard.press("Enter");
  await form.getByLabel("依据", { exact: true }).fill("任职通知");
  await form.getByRole("button", { name: /^新增/ }).click();
  await expect(form.locator("code.secret")).toHaveText(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
  await form.getByRole("button", { name: "我已妥善保存" }).click();
  await page.getByRole("searchbox", { name: /按姓名/ }).fill("new.person");
  const row = page.getByRole("row", { name: /new\.person/ });
  await row.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "停用" }).click();
  await expect(page.getByRole("dialog", { name: "停用新来的？" })).toContainText("不能再登录");
  await page.getByRole("button", { name: /确\s*定/ }).click();
  await expect(row).toContainText("已停用");
});

test("a number of the policy is tried before it is set", async ({ page }) => {
  await logIn(page, "admin1");
  await page.goto(`${url()}/console/administrator/policies`);
  await page.getByRole("button", { name: "试改 办理 · 一般" }).click();
  const trial = page.getByRole("region", { name: "试改" });
  await expect(trial.getByRole("button", { name: "看对在办工单的影响" })).toBeDisabled();
  await trial.getByLabel(/数量$/).fill("3");
  await trial.getByLabel(/这个数字的依据$/).fill("市办法第八条");
  await trial.getByRole("button", { name: "看对在办工单的影响" }).click();
  await expect(trial.getByRole("status")).toContainText("在办");
  await expect(trial.getByRole("button", { name: "定为生效…" })).toBeEnabled();
});
