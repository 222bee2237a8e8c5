/** What happens meanwhile: somebody else is faster; the line goes away while one writes. */
import { expect, person, test } from "./console";
import { act, at, lyingWith, open, send, signAndContact, stage, waiting, writeReply } from "./lives";

test("two dispatchers at once: the slower one is told what changed, and loses nothing @phone", async ({
  browser,
}, { project }) => {
  test.setTimeout(600_000);
  const number = await waiting(`夜市油烟 ${project.name} ${Date.now()}`, { confidentiality: "open" });
  const slow = await at(browser, "dispatcher2", "dispatcher", number);
  const form = await act(slow, "过程记录");
  await form.getByLabel("进展").fill("已和摊主通过电话，明早再看。");
  const fast = await at(browser, "dispatcher1", "dispatcher", number);
  await send(
    fast,
    await act(fast, "请诉求人补充").then(async (asked) => {
      await asked.getByLabel("请诉求人补充什么").fill("是哪一家的油烟？");
      return asked;
    }),
    "请诉求人补充",
  );
  await form.getByRole("button", { name: "提交" }).click();
  await expect(form.getByText("在你填写期间，工单有了新变化")).toBeVisible();
  await expect(form).toContainText("朱素琳");
  await expect(form).toContainText("请诉求人补充");
  await expect(form.getByLabel("进展")).toHaveValue("已和摊主通过电话，明早再看。");
  await form.getByRole("button", { name: "看过了，仍然提交" }).click();
  await expect(slow.getByText("过程记录：已完成")).toBeVisible();
  await expect(slow.locator(".story")).toContainText("已和摊主通过电话");
});

test("the line goes away while a reply is written: it stays, through a reload, and goes when the line is back @phone", async ({
  browser,
}, { project }) => {
  test.setTimeout(600_000);
  const number = await lyingWith("U21", `广场舞扰民 ${project.name} ${Date.now()}`);
  const handler = await person(browser, "h21");
  await signAndContact(handler, number);
  const text = "您好，广场舞队已同意晚上九点前结束并调低音量，今晚起执行，我们连续三晚到现场查看。";
  const form = await act(handler, "答复");
  await form.getByText("已答复", { exact: true }).click();
  await form.getByLabel("答复诉求人").fill(text);
  // The phone is put away before it is finished; what was written is there again.
  await open(handler, "handler", number);
  const again = await act(handler, "答复");
  await expect(again).toContainText("上次没写完的内容已恢复");
  await expect(again.getByLabel("答复诉求人")).toHaveValue(text);
  await writeReply(again, text);
  await handler.context().setOffline(true);
  await again.getByRole("button", { name: "提交" }).click();
  await expect(handler.getByText("答复：网络不通，已存到“待发送”，恢复后自动发送")).toBeVisible();
  await expect(handler.getByRole("link", { name: "待发送 1" })).toBeVisible();
  await handler.context().setOffline(false);
  await expect(handler.getByRole("link", { name: /待发送/ })).toHaveCount(0);
  await open(handler, "handler", number);
  await expect(stage(handler)).toHaveText("待审核答复");
  await expect(handler.locator(".story")).toContainText(text);
});
