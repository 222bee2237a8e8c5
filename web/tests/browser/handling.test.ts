import { asking, expect, expectAccessible, person, registered, test, url } from "./console";

// The smallest picture that is one.
const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

test("dispatched, signed, contacted, replied and reviewed: each on their own screen", async ({ browser }) => {
  test.slow();
  const title = `夜间施工噪声 ${Date.now()}`;
  const { number } = await registered({ title });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});

  const dispatcher = await person(browser, "dispatcher1");
  await dispatcher.goto(`${url()}/console/dispatcher?queue=to_dispatch`);
  await dispatcher.getByRole("link", { name: title }).click();
  const form = dispatcher.locator(".act-form");
  // Found by the first letters of its pinyin: 消防救援支队.
  await form.getByLabel("主办单位").fill("xfjyzd");
  await dispatcher.keyboard.press("Enter");
  await form.getByLabel("理由", { exact: true }).fill("夜间施工涉及消防通道，经电话确认由该单位承办。");
  await expectAccessible(dispatcher);
  await form.getByRole("button", { name: "提交" }).click();
  await expect(dispatcher.getByText("派单：已完成")).toBeVisible();

  const handler = await person(browser, "h21", PHONE);
  await handler.getByRole("button", { name: `签收：${title}` }).click();
  await expect(handler.getByText("签收：已完成")).toBeVisible();
  await handler.getByRole("link", { name: title }).click();
  await handler.getByRole("button", { name: "联系诉求人" }).first().waitFor();
  await handler.locator(".act-bar").getByRole("button", { name: "联系诉求人" }).click();
  const contact = handler.locator(".act-form");
  await contact.getByText("联系上了", { exact: true }).click();
  await contact
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "现场.png", mimeType: "image/png", buffer: PHOTO });
  await expect(contact.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await contact.getByRole("button", { name: "提交" }).click();
  await expect(handler.getByText("联系诉求人：已完成")).toBeVisible();

  await handler.locator(".act-bar").getByRole("button", { name: "答复" }).click();
  const reply = handler.locator(".act-form");
  await reply.getByText("已答复", { exact: true }).click();
  await reply
    .getByLabel("答复诉求人")
    .fill("您好，您反映的夜间打桩，我们今晚八点到现场核实，已责令停工，十点后不再施工。");
  await reply.getByLabel("内部办理情况").fill("现场核实，已下达通知。");
  await reply.getByLabel("法律、政策依据 1").fill("《噪声污染防治法》第四十三条");
  // Nothing goes out unchecked.
  await reply.getByRole("button", { name: "提交" }).click();
  await expect(reply.getByText("还有没确认的项目")).toBeVisible();
  for (const box of await reply.getByRole("group", { name: "提交前请逐项确认" }).getByRole("checkbox").all())
    await box.check();
  await expectAccessible(handler);
  await reply.getByRole("button", { name: "提交" }).click();
  await expect(handler.getByText("答复：已完成")).toBeVisible();

  const reviewer = await person(browser, "reviewer1");
  await reviewer.goto(`${url()}/console/reply-reviewer?order=${number}`);
  const bench = reviewer.getByRole("region", { name: "待审核的答复" });
  await expect(bench).toContainText("已责令停工");
  await bench.getByText("通过", { exact: true }).click();
  await expectAccessible(reviewer);
  await bench.getByRole("button", { name: "提交" }).click();
  await expect(reviewer.getByText("审核答复：已完成")).toBeVisible();
});

test("what is sent without a network is kept, seen, and sent when it is back", async ({ browser }) => {
  test.slow();
  const title = `路灯不亮 ${Date.now()}`;
  const { number } = await registered({ title });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  const dispatcher = await asking("dispatcher1");
  const basis = { by: "human", reason: { text: "目录无此事项" } };
  await dispatcher(`/api/dispatcher/orders/${number}/dispatches`, {
    lead: "U21",
    assists: [],
    manner: "direct",
    copy_to: null,
    basis,
  });

  const handler = await person(browser, "h21", PHONE);
  await handler.getByRole("button", { name: `签收：${title}` }).waitFor();
  await handler.context().setOffline(true);
  await handler.getByRole("button", { name: `签收：${title}` }).click();
  await handler.getByRole("link", { name: "待发送 1" }).click();
  await expect(handler.getByText(`签收 · ${title}`)).toBeVisible();
  await handler.context().setOffline(false);
  await expect(handler.getByText("没有待发送的内容")).toBeVisible();
  const page = await dispatcher<{ order: { stage: string } }>(`/api/orders/${number}`);
  expect(page.order.stage).toBe("handling");
});
