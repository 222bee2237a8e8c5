/** What happens meanwhile: somebody else is faster; the line goes away while one writes. */
import { expect, person, test } from "./console";
import {
  act,
  at,
  choose,
  dispatchAsProposed,
  lyingWith,
  open,
  signAndContact,
  stage,
  waiting,
  writeReply,
} from "./lives";

test("two dispatchers at once: the slower one is told who did what, and loses nothing @phone", async ({
  browser,
}, { project }) => {
  const number = await waiting(`夜市油烟 ${project.name} ${Date.now()}`, { confidentiality: "open" });
  const slow = await at(browser, "dispatcher2", "dispatcher", number);
  const bench = slow.getByRole("region", { name: "派单", exact: true });
  await bench.getByRole("button", { name: /^派给其他单位/ }).click();
  await choose(slow, bench.getByLabel("主办单位"), "xfjyzd", "望澜市消防救援支队");
  const reason = "摊位占用消防通道，经电话会商由该单位承办。";
  await bench.getByLabel("理由", { exact: true }).fill(reason);
  const fast = await at(browser, "dispatcher1", "dispatcher", number);
  await dispatchAsProposed(fast, "澜湾区城市管理局");
  // The slower one is told at once by whom it was done; nothing is swept away, nothing is done twice.
  const told = slow.getByRole("alert").filter({ hasText: "派单：别人先办了" });
  await expect(told).toContainText("派单员 朱素琳：派单");
  await expect(told).toContainText("你写的没有提交，留作草稿");
  await expect(stage(slow)).toHaveText("待签收");
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
