import { asking, expect, expectAccessible, person, registered, test, url } from "./console";

/** An order that waits for dispatch: what the directory gives to the district's department. */
async function waiting(title: string, more: Record<string, unknown> = {}) {
  const { number } = await registered({
    title,
    matter: "0101",
    place: "W101",
    confidentiality: "open",
    ...more,
  });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  return number;
}

const stageOf = async (number: string) => {
  const dispatcher = await asking("dispatcher1");
  return (await dispatcher<{ order: { stage: string } }>(`/api/orders/${number}`)).order.stage;
};

test("what the directory proposes goes with one key; another unit needs its reason", async ({ browser }) => {
  test.slow();
  const proposed = await waiting(`占道摆摊 ${Date.now()}`);
  const other = await waiting(`夜市油烟 ${Date.now()}`);
  const page = await person(browser, "dispatcher1");

  await page.goto(`${url()}/console/dispatcher?queue=to_dispatch&order=${proposed}`);
  const bench = page.getByRole("region", { name: "派单", exact: true });
  await expect(bench.getByText("由它负责")).toBeVisible();
  await expect(bench.getByText("可考虑的单位")).toBeVisible();
  await expectAccessible(page);
  // A key that comes before anybody could have read it does nothing; one that is pressed again does.
  await expect(async () => {
    await page.keyboard.press("d");
    await expect(page.getByText("派单：已完成")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await stageOf(proposed)).toBe("dispatched");

  await page.goto(`${url()}/console/dispatcher?queue=to_dispatch&order=${other}`);
  await bench.getByText("查派单目录").click();
  await bench.getByLabel("在条目里找：单位、依据、任务").fill("没有这样的条目");
  await expect(bench.getByText("没有这样的条目。")).toBeVisible();
  await bench.getByRole("button", { name: /^派给其他单位/ }).click();
  const form = bench.locator(".act-form");
  await form.getByLabel("主办单位").fill("xfjyzd");
  await page.keyboard.press("Enter");
  await form.getByLabel("理由", { exact: true }).fill("摊位占用消防通道，经会商由该单位承办。");
  await form.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText("派单：已完成")).toBeVisible();
  expect(await stageOf(other)).toBe("dispatched");
});

test("several go at a stroke; what is in doubt stays, and it is said why", async ({ browser }) => {
  test.slow();
  const plain = `乱扔垃圾 ${Date.now()}`;
  const secret = `举报摆摊 ${Date.now()}`;
  const goes = await waiting(plain);
  const stays = await waiting(secret, { confidentiality: "from_units" });
  const page = await person(browser, "dispatcher1");
  await page.goto(`${url()}/console/dispatcher?queue=to_dispatch`);
  await page.getByRole("checkbox", { name: `选择：${plain}` }).check();
  await page.getByRole("checkbox", { name: `选择：${secret}` }).check();
  await page.getByRole("button", { name: "按目录派出所选 2 件" }).click();
  const told = page.getByRole("status").filter({ hasText: "已派出 1 件" });
  await expect(told).toContainText("1 件没有派出");
  await expect(told).toContainText("诉求人要求保密");
  await expectAccessible(page);
  expect(await stageOf(goes)).toBe("dispatched");
  expect(await stageOf(stays)).toBe("accepted");
  await told.getByRole("button", { name: secret }).click();
  await expect(page.getByText("先看清再派：诉求人要求保密")).toBeVisible();
  // In doubt, it is asked once more.
  await page.getByRole("button", { name: "派给澜湾区城市管理局" }).click();
  expect(await stageOf(stays)).toBe("accepted");
  await page.getByRole("button", { name: "确认派给澜湾区城市管理局" }).click();
  await expect(page.getByText("派单：已完成")).toBeVisible();
  expect(await stageOf(stays)).toBe("dispatched");
});

test("who returned it is told with the verdict; the unit that was suggested is one key away", async ({
  browser,
}) => {
  test.slow();
  const number = await waiting(`摊位占道 ${Date.now()}`);
  const dispatcher = await asking("dispatcher1");
  const reason = { text: "摊位占用消防通道" };
  await dispatcher(`/api/dispatcher/orders/${number}/dispatches`, {
    lead: "U21",
    assists: [],
    manner: "direct",
    basis: { by: "human", reason, overrides: "D0001" },
  });
  const handler = await asking("h21");
  await handler(`/api/handler/orders/${number}/returns`, {
    part: 1,
    reason: "wrong_duty",
    basis: { text: "三定规定未载明本单位负责市容秩序" },
    suggests: "U57",
  });
  await dispatcher(`/api/dispatcher/orders/${number}/return-verdicts`, {
    verdict: "approve",
    reason: { text: "属实" },
  });

  const page = await person(browser, "dispatcher1");
  await page.goto(`${url()}/console/dispatcher?queue=to_dispatch&order=${number}`);
  const bench = page.getByRole("region", { name: "派单", exact: true });
  await expect(bench.getByText("三定规定未载明本单位负责市容秩序")).toBeVisible();
  await expect(bench.getByText("先看清再派：本单曾被退回")).toBeVisible();
  await page.keyboard.press("1");
  await expect(bench.getByLabel("理由", { exact: true })).toBeFocused();
  await expect(bench.getByLabel("与目录不一致时：目录条目编号")).toHaveValue("D0001");
  await page.keyboard.type("市容保洁由该单位承担，退单意见属实。");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("派单：已完成")).toBeVisible();
  expect(await stageOf(number)).toBe("dispatched");
});
