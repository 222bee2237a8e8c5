/** What is watched: more time asked and granted, formal supervision, and a second look by somebody who had no part in it. */
import { expect, person, registered, asking, test, url } from "./console";
import {
  act,
  at,
  callAndClose,
  choose,
  open,
  passReply,
  photo,
  reply,
  send,
  signAndContact,
  stage,
} from "./lives";

test("more time is granted and told, supervision is answered, a second look is somebody else's @phone", async ({
  browser,
}, { project }) => {
  test.setTimeout(600_000);
  const title = `井盖松动 ${project.name} ${Date.now()}`;
  const { number, code } = await registered({
    title,
    matter: "0101",
    place: "W101",
    confidentiality: "open",
  });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  const desk = await asking("dispatcher1");
  await desk(`/api/dispatcher/orders/${number}/dispatches`, {
    lead: "U21",
    assists: [],
    manner: "direct",
    basis: { by: "human", reason: { text: "经会商由该单位承办" }, overrides: "D0001" },
  });
  const citizen = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const look = async () => {
    await citizen.goto(`${url()}/orders`);
    await citizen.getByLabel("工单编号").fill(number);
    await citizen.getByLabel("查询码").fill(code);
    await citizen.getByRole("button", { name: "查询" }).click();
    await expect(citizen.locator(".stage")).toBeVisible();
  };

  const handler = await person(browser, "h21");
  await signAndContact(handler, number);
  const extension = await act(handler, "申请延期");
  await extension.getByText("5 个工作日", { exact: true }).click();
  await extension.getByLabel("为什么办不完，接下来怎么办").fill("井圈要定做，下周三到货，到货当天安装。");
  await send(handler, extension, "申请延期");
  const dispatcher = await at(browser, "dispatcher1", "dispatcher", number);
  const bench = dispatcher.getByRole("region", { name: "延期审批", exact: true });
  await expect(bench).toContainText("井圈要定做");
  await bench.getByRole("radio", { name: "同意延期" }).check();
  await bench.getByLabel("理由", { exact: true }).fill("定做需要时间，已设围挡。");
  await send(dispatcher, bench, "延期审批");
  await look();
  await expect(citizen.getByRole("region", { name: "为什么要等" })).toContainText("经审批延长了办理时间");

  const supervisor = await at(browser, "supervisor1", "supervisor", number);
  const press = supervisor.getByRole("region", { name: "催办和督办" });
  await press.getByRole("button", { name: /书面督办/ }).click();
  await press.getByRole("textbox", { name: "督办要求" }).fill("请书面说明围挡和警示是否到位。");
  await send(supervisor, press, "督办");
  const answer = await act(handler, "督办反馈");
  await answer.getByLabel("反馈内容").fill("围挡和夜间警示灯已到位，有专人巡看。");
  await send(handler, answer, "督办反馈");
  await open(supervisor, "supervisor", number);
  await expect(press).toContainText("已反馈");

  await reply(handler, "您好，松动的井盖已换上定做的井圈，车过不再响，今天下午三点完工，围挡已撤。");
  await passReply(browser, number);
  await callAndClose(browser, number);

  // The citizen asks for a second look. Who supervised is not kept from deciding; who asked could not.
  await look();
  await citizen.getByText("不服，申请复核").click();
  await citizen.getByLabel("理由").fill("换了井圈还是响，昨晚又响了一夜。");
  await citizen.getByRole("button", { name: "申请复核" }).click();
  await expect(citizen.getByRole("status")).toContainText("已申请复核");
  await open(handler, "handler", number);
  await expect(
    handler.getByRole("group", { name: "现在可以" }).getByRole("button", { name: "复核", exact: true }),
  ).toHaveCount(0);
  const adjudicator = await at(browser, "adjudicator1", "adjudicator", number);
  const review = await act(adjudicator, "复核");
  await review.getByText("申请成立，纠正原决定", { exact: true }).click();
  await review.getByLabel("理由和依据").fill("现场复查仍有响声，退回重新办理。");
  await send(adjudicator, review, "复核");
  await expect(stage(adjudicator)).toHaveText("办理中");
  await look();
  await expect(citizen.locator(".stage")).toContainText("正在办理");
  await expect(citizen.getByText("复核有了结果")).toBeVisible();
});

test("who asked that an order be left out of the scores cannot decide on it; two others do, one after the other", async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const { number } = await registered({ title: `路面积水 ${Date.now()}` });
  const operator = await asking("operator1");
  await operator(`/api/operator/orders/${number}/acceptances`, {});
  const desk = await asking("dispatcher1");
  await desk(`/api/dispatcher/orders/${number}/dispatches`, {
    lead: "U21",
    assists: [],
    manner: "direct",
    basis: { by: "human", reason: { text: "目录无此事项" } },
  });
  const handler = await at(browser, "h21", "handler", number);
  await send(handler, await act(handler, "签收"), "签收");
  const ask = await act(handler, "申请剔除");
  await choose(handler, ask.getByLabel("剔除原因"), "内容不实", "内容不实");
  await ask.getByLabel("事实和依据").fill("现场无积水，诉求人当场表示看错了地方。");
  // Without evidence it is not asked.
  await ask.getByRole("button", { name: "提交" }).click();
  await expect(ask.getByText("请填写这一项")).toBeVisible();
  await ask.locator("input[type=file]").first().setInputFiles(photo());
  await expect(ask.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await send(handler, ask, "申请剔除");
  const supervisor = await at(browser, "supervisor1", "supervisor", number);
  const card = supervisor.locator(".question", { hasText: "申请剔除" });
  await expect(card).toContainText("现场无积水");
  await card.getByText("同意剔除", { exact: true }).click();
  await card.getByLabel("理由").fill("现场照片属实。");
  await send(supervisor, card, "剔除审核");
  // Having decided once, the supervisor does not decide again.
  await expect(card).toContainText("不能由你决定");
  const panel = await at(browser, "adjudicator1", "adjudicator", number);
  const second = await act(panel, "剔除审核");
  await second.getByText("同意剔除", { exact: true }).click();
  await second.getByLabel("理由").fill("同意。");
  await send(panel, second, "剔除审核");
  await expect(panel.locator(".story")).toContainText("剔除");
});
