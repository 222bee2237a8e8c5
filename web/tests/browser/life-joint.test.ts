/** A joint order: one unit leads, others help; one of them is silent, is late, is called to the place, and comes. */
import { asking, expect, person, test } from "./console";
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
  waiting,
} from "./lives";

const TOWN = "观澜埠街道办事处";
const SILENT = "望澜市城市管理局";
const HELPS = "望澜市生态环境局";

test.beforeAll(async () => {
  test.setTimeout(180_000);
  // The shortest limit that a policy can set, so that it runs out while one looks on.
  const limit = { path: "limits.sign.critical", value: "1 natural minutes", basis: "测试" };
  const admin = await asking("admin1");
  const change = { in_force_from: Date.now() + 500, basis: "测试", changes: [limit] };
  await admin("/api/administrator/policies/national", change, "*", "PUT");
  // A change is taken up within a minute.
  const inForce = async () => {
    const { policy } = await admin<{ policy: { numbers: { path: string; value: unknown }[] } }>("/api/city");
    return policy.numbers.find(({ path }) => path === limit.path)?.value;
  };
  await expect.poll(inForce, { timeout: 150_000 }).toBe(limit.value);
});

test("who helps in silence becomes late by itself, is called to the place, and answers @phone", async ({
  browser,
}, { project }) => {
  test.setTimeout(600_000);
  // Light pollution: the directory names nobody, so it is a person who decides.
  const number = await waiting(`光污染 ${project.name} ${Date.now()}`, {
    matter: "010504",
    level: "critical",
    confidentiality: "open",
  });
  const dispatcher = await at(browser, "dispatcher1", "dispatcher", number);
  const bench = dispatcher.getByRole("region", { name: "派单", exact: true });
  await choose(dispatcher, bench.getByLabel("主办单位"), "glbjdbsc", TOWN);
  const assists = bench.getByRole("group", { name: "协办单位和任务" });
  for (const [i, [initials, unit, task]] of (
    [
      ["csglj", SILENT, "拆除超高灯箱"],
      ["sthjj", HELPS, "测量夜间照度"],
    ] as const
  ).entries()) {
    await assists.getByRole("button", { name: "添加" }).click();
    await choose(dispatcher, assists.getByRole("combobox").nth(i), initials, unit);
    await assists.getByLabel("任务").nth(i).fill(task);
  }
  await bench.getByLabel("理由", { exact: true }).fill("灯箱、照度分属两家，街道牵头。");
  await send(dispatcher, bench.locator(".act-form"), "派单");

  const lead = await person(browser, "h101");
  await signAndContact(lead, number);
  const helper = await at(browser, "h06", "handler", number);
  await send(helper, await act(helper, "签收"), "签收");
  const report = await act(helper, "协办反馈");
  await report.getByLabel("协办情况").fill("夜间照度超出标准两倍，已出具监测单。");
  await send(helper, report, "协办反馈");
  await helper.context().close();

  // Nobody does anything: time does, and the supervisor's screen says so without being asked.
  const supervisor = await at(browser, "supervisor1", "supervisor", number);
  await expect(supervisor.locator(".clock-line", { hasText: `签收 ${SILENT}` })).toContainText("超期", {
    timeout: 120_000,
  });

  const whistle = await act(lead, "吹哨");
  await choose(lead, whistle.getByLabel("召集哪些单位"), "csglj", SILENT);
  await whistle.getByLabel("集合地点").fill("菜场东门灯箱下");
  await whistle.getByLabel("集合时间").fill(inMinutes(30));
  await whistle.getByLabel("要解决什么").fill("当场定下灯箱怎么拆");
  await whistle.getByLabel("依据").fill("街道吹哨、部门报到办法第六条");
  await send(lead, whistle, "吹哨");

  const called = await at(browser, "h04", "handler", number);
  const coming = await act(called, "响应吹哨");
  await coming.getByText("按时到场", { exact: true }).click();
  await coming.getByLabel("说明").fill("副大队长带两名队员");
  await send(called, coming, "响应吹哨");
  const arrival = await act(called, "报到");
  await arrival.locator("input[type=file]").first().setInputFiles(photo());
  await expect(arrival.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await send(called, arrival, "报到");
  const did = await act(called, "报到反馈");
  await did.getByLabel("做了什么").fill("灯箱已断电，明天上午拆除。");
  await send(called, did, "报到反馈");
  // Late as it is, it takes its part and does it.
  await send(called, await act(called, "签收"), "签收");
  const done = await act(called, "协办反馈");
  await done.getByLabel("协办情况").fill("灯箱已拆除。");
  await send(called, done, "协办反馈");
  await called.context().close();

  await open(lead, "handler", number);
  const closure = await act(lead, "吹哨办结");
  await expect(closure.getByRole("checkbox", { name: "到场" })).toBeChecked();
  await closure.getByLabel("结果").fill("城管局到场，灯箱断电并拆除。");
  await send(lead, closure, "吹哨办结");
  await reply(lead, "您好，菜场东门的灯箱已经断电并拆除，今晚起不再照进卧室；生态环境局复测照度已符合标准。");
  await passReply(browser, number);
  await callAndClose(browser, number);
  await open(dispatcher, "dispatcher", number);
  await expect(stage(dispatcher)).toHaveText("已办结");
});

/** A moment to come, as a field for date and time takes it, in the city's time. */
function inMinutes(minutes: number): string {
  const city = new Date(Date.now() + (minutes + 8 * 60) * 60_000);
  return city.toISOString().slice(0, 16);
}
