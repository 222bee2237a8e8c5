/** The supervisor and the coordinator: what is late, why, and how one presses for it. */
import { asking, expect, expectAccessible, logIn, registered, test, url } from "./console";
import type { Locator, Page } from "@playwright/test";

/** The unit that handles the test's order. */
const UNIT = "U02";

/** An order that lies with a unit; its title is its own, so that it is found among the others. */
async function dispatched(title: string) {
  const { number } = await registered({ title });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  const dispatcher = await asking("dispatcher1");
  await dispatcher(`/api/dispatcher/orders/${number}/dispatches`, {
    lead: UNIT,
    assists: [],
    manner: "direct",
    copy_to: null,
    basis: { by: "human", reason: { text: "目录无此事项" } },
  });
  return number;
}

/** Scrolls down a list until something is there. */
async function reach(page: Page, sought: Locator): Promise<Locator> {
  await expect(async () => {
    await page.mouse.wheel(0, 50_000);
    await expect(sought.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  return sought.first();
}

test("a supervisor reminds, then supervises: the wording is there, the ladder rises @phone", async ({
  page,
}, { project }) => {
  const number = await dispatched(`督办${project.name}`);
  await logIn(page, "supervisor1");
  await page.goto(`${url()}/console/supervisor?queue=open&order=${number}`);
  const press = page.getByRole("region", { name: "催办和督办" });
  await expect(press).toContainText("还没有催办");

  await press.getByRole("button", { name: "催办", exact: true }).click();
  await press.getByRole("textbox", { name: "催办内容" }).fill("请今天内签收");
  await expectAccessible(page);
  await press.getByRole("button", { name: /提交/ }).click();
  await expect(press).toContainText("已催办 1 次");

  await press.getByRole("button", { name: /书面督办/ }).click();
  await press.getByRole("textbox", { name: "督办要求" }).fill("请书面说明");
  await press.getByRole("button", { name: /提交/ }).click();
  // What was done is on the ladder, and the next step is the next grade.
  await expect(press).toContainText("书面督办");
  await expect(press.getByRole("button", { name: /现场督办/ })).toBeVisible();
});

test("a wording is put in by a click, and what one typed oneself comes back as a draft", async ({ page }) => {
  const number = await dispatched("措辞");
  await logIn(page, "supervisor1");
  await page.goto(`${url()}/console/supervisor?queue=open&order=${number}`);
  const press = page.getByRole("region", { name: "催办和督办" });
  await press.getByRole("button", { name: "催办", exact: true }).click();
  const text = press.getByRole("textbox", { name: "催办内容" });
  await text.fill("我自己写的");
  await press.getByRole("button", { name: "取消" }).click();
  await press.getByRole("button", { name: "催办", exact: true }).click();
  await expect(text).toHaveValue("我自己写的");
});

test("several are reminded at once; one that changed since it was ticked is left out, and it says so", async ({
  page,
}) => {
  const [first, second] = [await dispatched("批量甲"), await dispatched("批量乙")];
  await logIn(page, "supervisor1");
  await page.goto(`${url()}/console/supervisor?queue=open`);
  for (const title of ["批量甲", "批量乙"])
    await reach(page, page.getByRole("checkbox", { name: `选择：${title}` })).then((box) => box.check());
  const dispatcher = await asking("dispatcher1");
  await dispatcher(`/api/dispatcher/orders/${second}/notes`, {
    part: 1,
    text: { text: "已电话告知" },
    evidence: [],
  });
  await page.getByRole("button", { name: "批量催办 2 件" }).click();
  const dialog = page.getByRole("dialog", { name: "批量催办" });
  await expectAccessible(page);
  await dialog.getByRole("button", { name: /发出 2 条催办/ }).click();
  await expect(dialog).toContainText("已发出 1 条催办");
  await expect(dialog).toContainText("1 件没有发出");
  await expect(dialog.getByRole("link", { name: "批量乙" })).toBeVisible();
  const supervisor = await asking("supervisor1");
  const page1 = await supervisor<{ order: { reminders: number } }>(`/api/orders/${first}`);
  expect(page1.order.reminders).toBe(1);
});

test("the coordinator's units: a number opens its orders @phone", async ({ page }) => {
  await logIn(page, "coordinator11");
  await page.goto(`${url()}/console/coordinator/units`);
  const first = page.locator(".count-link").first();
  await expect(first).toBeVisible();
  await expectAccessible(page);
  const said = Number(await first.textContent());
  await first.click();
  await expect(page.getByRole("status").filter({ hasText: "件" })).toContainText(`${said} 件`);
  await expect(page).toHaveURL(/unit=.*load=/);
});
