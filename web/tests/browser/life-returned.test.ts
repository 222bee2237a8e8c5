/** Whose duty it is: returned, judged, returned again, quarrelled over, ruled; and from then on it stays. */
import { expect, person, test } from "./console";
import {
  act,
  at,
  callAndClose,
  choose,
  dispatchTo,
  open,
  passReply,
  reply,
  send,
  signAndContact,
  stage,
  waiting,
} from "./lives";

/** Three units that each say that it is not theirs. */
const UNITS = [
  { login: "h21", initials: "xfjyzd", name: "望澜市消防救援支队" },
  { login: "h04", initials: "csglj", name: "望澜市城市管理局" },
  { login: "h06", initials: "sthjj", name: "望澜市生态环境局" },
];

test("a third return opens a dispute by itself, and the unit that the ruling names cannot return it @phone", async ({
  browser,
}, { project }) => {
  test.setTimeout(600_000);
  const number = await waiting(`摊位油烟 ${project.name} ${Date.now()}`, { confidentiality: "open" });
  const dispatcher = await person(browser, "dispatcher1");
  for (const [i, unit] of UNITS.entries()) {
    await open(dispatcher, "dispatcher", number);
    await dispatchTo(dispatcher, unit.initials, unit.name, "摊位在其管理的通道内，经电话确认由该单位承办。");
    const handler = await at(browser, unit.login, "handler", number);
    const form = await act(handler, "退单");
    await choose(handler, form.getByLabel("退单理由"), "职能不符", "职能不符");
    await form.getByLabel("依据").fill("三定规定未载明本单位负责市容秩序。");
    await send(handler, form, "退单");
    await handler.context().close();
    if (i === 2) break;
    // Another dispatcher looks at it: what was asked, and who returned it before.
    await open(dispatcher, "dispatcher", number);
    const bench = dispatcher.getByRole("region", { name: "退单审核", exact: true });
    await expect(bench).toContainText(`${unit.name}申请退单：职能不符`);
    await bench.getByRole("radio", { name: "同意退回" }).check();
    await bench.getByLabel("理由", { exact: true }).fill("属实，另行派单。");
    await send(dispatcher, bench, "退单审核");
  }
  await open(dispatcher, "dispatcher", number);
  await expect(stage(dispatcher)).toHaveText("职责认定中");

  const adjudicator = await at(browser, "adjudicator1", "adjudicator", number);
  for (const { name } of UNITS) await expect(adjudicator.locator(".positions")).toContainText(name);
  await expect(adjudicator.locator(".positions")).toContainText("D0001");
  const ruling = await act(adjudicator, "职责认定");
  const bound = "澜湾区城市管理局";
  await choose(adjudicator, ruling.getByLabel("由谁主办"), "lwqcsglj", bound);
  await ruling
    .getByLabel("认定理由和依据")
    .fill("占道摊位的市容秩序属区城市管理部门职责，依据《城市市容和环境卫生管理条例》第四条。");
  // The time in which the units may state their case is not over: whoever does not wait says why.
  await ruling.getByLabel("不跳过").click();
  await adjudicator.locator(".ant-select-dropdown:visible").getByTitle("情况紧急").click();
  await ruling.getByLabel("说明").fill("油烟扰民，等不得。");
  await send(adjudicator, ruling, "职责认定");

  const handler = await at(browser, "h151", "handler", number);
  await expect(handler.getByText("职责认定确定，不得退单")).toBeVisible();
  await handler
    .getByRole("group", { name: "现在可以" })
    .first()
    .getByRole("button", { name: /更多操作/ })
    .click();
  await expect(handler.getByRole("menuitem").first()).toBeVisible();
  await expect(handler.getByRole("menuitem", { name: "退单", exact: true })).toHaveCount(0);
  await signAndContact(handler, number);
  await reply(
    handler,
    "您好，占道摊位今天上午已移走，通道恢复畅通，以后每天早上有队员值守，再有问题请直接找我们。",
  );
  await passReply(browser, number);
  await callAndClose(browser, number);
  await open(dispatcher, "dispatcher", number);
  await expect(stage(dispatcher)).toHaveText("已办结");
});
