/** A plain life, from a citizen's own words to their own verdict; and one that begins with a call. */
import { asking, expect, person, test, url } from "./console";
import {
  act,
  at,
  callAndClose,
  choose,
  dispatchAsProposed,
  open,
  passReply,
  reply,
  send,
  signAndContact,
  stage,
} from "./lives";

const STORY = "观澜埠菜场门口每天早上有人占着人行道摆摊卖早点，老人推车过不去，只好走到机动车道上。";
const ANSWER =
  "您好，您反映的占道摆摊，我们今天早上六点到现场，摊主已移进菜场内的早点区，每天早上有队员值守。";

test("a citizen without JavaScript is heard from the first word to the last @phone", async ({ browser }) => {
  test.setTimeout(600_000);
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await citizen.goto(`${url()}/`);
  await citizen
    .getByRole("main")
    .getByRole("link", { name: /反映问题/ })
    .click();
  await citizen.getByLabel("发生了什么事？").fill(STORY);
  await citizen.getByLabel("您希望怎么解决？").fill("让人行道能走人");
  await citizen.getByLabel("所在镇街或社区").selectOption({ label: "观澜埠街道" });
  await citizen.getByLabel("怎么称呼您").fill("王秀兰");
  await citizen.getByLabel("电话", { exact: false }).first().fill("19900000123");
  await citizen.getByRole("button", { name: "提交", exact: true }).click();
  await expect(citizen.getByRole("heading", { level: 1, name: "已经登记" })).toBeVisible();
  const number = (await citizen.locator("dl.receipt dd").first().textContent())?.trim() ?? "";
  const code = (await citizen.locator("dl.receipt dd.code").textContent())?.trim() ?? "";
  const follows = async (where: string) => {
    await citizen.goto(`${url()}/orders`);
    await citizen.getByLabel("工单编号").fill(number);
    await citizen.getByLabel("查询码").fill(code.toLowerCase());
    await citizen.getByRole("button", { name: "查询" }).click();
    await expect(citizen.locator(".stage")).toContainText(where);
  };
  await follows("已登记，等热线审核");
  await citizen.getByText("补充情况或照片").click();
  await citizen.getByLabel("要补充什么？").fill("今天早上五点半就来了。");
  await citizen.getByRole("button", { name: "补充", exact: true }).click();
  await expect(citizen.getByRole("status")).toContainText("已补充");

  const dispatcher = await at(browser, "dispatcher1", "dispatcher", number);
  await expect(dispatcher.getByText("今天早上五点半就来了。")).toBeVisible();
  await send(dispatcher, await act(dispatcher, "受理"), "受理");
  await follows("已受理，正在分派");
  await open(dispatcher, "dispatcher", number);
  const classify = await act(dispatcher, "归类");
  // What the citizen said stands there; what is missing is the matter.
  await expect(classify).toContainText("观澜埠街道");
  await classify.getByText("投诉", { exact: true }).click();
  await choose(dispatcher, classify.getByLabel("事项"), "占道经营", "占道经营");
  await send(dispatcher, classify, "归类");
  await open(dispatcher, "dispatcher", number);
  await dispatchAsProposed(dispatcher, "澜湾区城市管理局");
  await follows("已转办，等单位签收");

  const handler = await person(browser, "h151");
  await signAndContact(handler, number);
  await follows("正在办理");
  await expect(citizen.getByText("澜湾区城市管理局联系了您")).toBeVisible();
  await reply(handler, ANSWER);
  await follows("单位已答复，热线在审核");
  await passReply(browser, number);
  await follows("已答复，请您评价");
  await expect(citizen.getByText(ANSWER)).toBeVisible();

  await citizen.getByRole("button", { name: "都好：联系过、解决了、满意" }).click();
  await expect(citizen.getByRole("status")).toContainText("谢谢您的评价");
  const caller = await at(browser, "callback3", "caller-back", number);
  await expect(caller.getByRole("heading", { name: "都问过了，怎么办结" })).toBeVisible();
  await send(caller, caller.locator(".call-sheet .act-form"), "办结");
  await follows("已办结");
  await expect(citizen.getByText("不服，申请复核")).toBeVisible();
  await citizen.getByRole("button", { name: "用完了，退出" }).click();
  await expect(citizen.getByRole("status")).toContainText("已退出");
});

test("a call rings, is told, registered, handled, and its caller is asked by telephone @phone", async ({
  browser,
}, { project }) => {
  test.setTimeout(600_000);
  const login = project.name === "phone" ? "operator3" : "operator2";
  // Nobody has called from this number before.
  const phone = `199${String(Date.now()).slice(-8)}`;
  const rings = await telephone(`${project.name}-${Date.now()}`, login, phone);
  const operator = await person(browser, login);
  await operator.goto(`${url()}/console/operator`);
  await expect(operator.getByText("等待来电")).toBeVisible();
  await rings("ringing");
  const bar = operator.locator(".caller-bar");
  await expect(bar).toContainText("来电");
  await expect(bar).toContainText("第一次来电");
  // The number is in the call: it is neither typed nor shown.
  await expect(operator.locator("body")).not.toContainText(phone);
  await rings("answered");
  await expect(bar).toContainText("通话中");
  await operator.getByLabel("诉求内容").fill("听潮街道菜场门口有人占道摆摊，通道全堵了，轮椅过不去。");
  await operator.getByLabel("希望怎么解决").fill("把通道让出来");
  await expect(operator.getByText("内容齐了")).toBeVisible();
  await rings("ended");
  await operator.getByRole("button", { name: /^登记并受理/ }).click();
  const done = operator.getByRole("region", { name: /已登记 · 已受理/ });
  await expect(done).toBeVisible();
  const number = (await done.locator(".big").first().textContent())?.replaceAll(" ", "") ?? "";

  const dispatcher = await at(browser, "dispatcher2", "dispatcher", number);
  await dispatchAsProposed(dispatcher, "澜湾区城市管理局");
  const handler = await person(browser, "h151");
  await signAndContact(handler, number);
  await reply(handler, ANSWER);
  await passReply(browser, number);

  await callAndClose(browser, number);
  await open(dispatcher, "dispatcher", number);
  await expect(stage(dispatcher)).toHaveText("已办结");
});

/** A telephone switch that tells what happens to one call. */
async function telephone(call: string, login: string, phone: string) {
  const admin = await asking("admin1");
  const { key } = await admin<{ key: string }>(
    "/api/administrator/systems/switch",
    { role: "switch" },
    "*",
    "PUT",
  );
  return async (event: "ringing" | "answered" | "ended") => {
    const answer = await fetch(`${url()}/api/outside/call-events`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${key}` },
      body: JSON.stringify({ call, event, phone, login }),
    });
    expect(answer.ok, await answer.text()).toBe(true);
  };
}
