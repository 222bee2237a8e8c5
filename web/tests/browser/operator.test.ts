/** 话务员: a full appeal without the mouse, in under a minute; every lawful ending; what is typed is never lost. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, logIn, test, url } from "./console";

const STORY = "你好，我要投诉，澜湾区工地半夜还在打桩，整栋楼睡不着，连着三天了。";

/** Fingers on a keyboard: so many keys a second, nothing else. */
function fingers(page: Page) {
  let keys = 0;
  return {
    press: async (...names: string[]) => {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    // Characters of a Chinese input method come two keys each, and more.
    type: async (text: string) => {
      keys += text.length * 2;
      await page.keyboard.insertText(text);
    },
    keys: () => keys,
  };
}

/** The field that has the focus, by its label. */
const focused = (page: Page, label: string) =>
  expect(page.getByLabel(label, { exact: false }).first()).toBeFocused();

async function desk(page: Page, login = "operator1") {
  await logIn(page, login);
  await page.goto(url() + "/console/operator");
  await expect(page.getByLabel("诉求内容")).toBeFocused();
}

test("a full appeal is registered without the mouse, with few keys and in under a minute", async ({
  page,
}) => {
  await desk(page);
  // Whatever a mouse would do is counted: it must be nothing.
  await page.evaluate(() => {
    const seen = { mouse: 0 };
    (globalThis as unknown as { seen: typeof seen }).seen = seen;
    for (const kind of ["mousedown", "pointerdown", "touchstart"])
      window.addEventListener(kind, () => (seen.mouse += 1), true);
  });
  const began = Date.now();
  const hand = fingers(page);
  await hand.type(STORY);
  await hand.press("Tab");
  await hand.type("夜里停工");
  // What the story says stands there already: title, matter, place, kind.
  await expect(page.getByLabel("标题")).toHaveValue("澜湾区工地半夜还在打桩");
  await expect(page.getByRole("radio", { name: "投诉" })).toHaveAttribute("aria-checked", "true");
  await hand.press("Enter", "Enter", "Enter", "Enter");
  await focused(page, "详细地点");
  await hand.type("三号楼对面");
  await hand.press("Enter");
  await focused(page, "发生时间");
  await hand.type("昨晚十一点以后");
  await hand.press("Enter");
  // Kind by its digit, level as it is, the channel as it is.
  await expect(page.getByRole("radio", { name: "投诉" })).toBeFocused();
  await hand.press("3");
  await expect(page.getByRole("radio", { name: "一般" })).toBeFocused();
  await hand.press("Enter", "Enter");
  await focused(page, "称呼");
  await hand.type("王女士");
  await hand.press("Enter");
  await focused(page, "联系电话");
  await hand.type("19900000077");
  await expect(page.getByRole("status").filter({ hasText: "内容齐了" })).toBeVisible();
  await hand.press("Control+Enter");
  const done = page.getByRole("region", { name: /已登记 · 已受理/ });
  await expect(done).toBeVisible();
  const took = Date.now() - began;
  await expect(done.locator(".big").first()).toHaveText(/^\d{4} \d{4} \d{4} \d{4} \d{3}$/);
  await expect(done.locator(".big").last()).toHaveText(/^[A-Z0-9]( [A-Z0-9])+$/);
  expect(hand.keys() - 2 * (STORY.length + 4 + 5 + 7 + 3 + 11)).toBeLessThanOrEqual(14);
  expect(took).toBeLessThan(60_000);
  expect(await page.evaluate(() => (globalThis as unknown as { seen: { mouse: number } }).seen.mouse)).toBe(
    0,
  );
  await expectAccessible(page);
  // One key, and the next call finds an empty form.
  await hand.press("Enter");
  await expect(page.getByLabel("诉求内容")).toBeFocused();
  await expect(page.getByLabel("诉求内容")).toHaveValue("");
});

test("a shift leader refuses with the lawful route, and sees it among what ended today @phone", async ({
  page,
}) => {
  await desk(page, "shift1");
  await page.keyboard.insertText("邻居欠我三万块钱不还，请政府帮我要回来，法院还没去过。");
  await page.keyboard.press("F4");
  await expect(page.getByRole("radio", { name: /诉讼、仲裁/ })).toBeFocused();
  await page.keyboard.press("1");
  await page.getByRole("radio", { name: "诉讼", exact: true }).click();
  await expect(page.getByLabel("向诉求人说明")).toHaveValue(/人民法院/);
  await expectAccessible(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: /已登记 · 已不予受理并告知途径/ })).toBeVisible();
  await page.goto(url() + "/console/shift-leader/ended");
  await expect(page.locator(".orders .badge:visible", { hasText: "不予受理" }).first()).toBeVisible();
  await expectAccessible(page);
});

test("an operator of a contractor refuses nothing, and leaves it to the shift leader with one key", async ({
  page,
}) => {
  await desk(page);
  await page.keyboard.insertText("我买的手机三个月坏了，商家不给修，让政府罚他。");
  await expect(page.getByRole("button", { name: /不予受理/ })).toHaveCount(0);
  await page.keyboard.press("Alt+b");
  await expect(page.getByRole("region", { name: /已登记 · 已转班长决定/ })).toBeVisible();
});

test("what is missing is asked for once; without a story nothing is registered", async ({ page }) => {
  await desk(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("诉求内容")).toBeFocused();
  await page.keyboard.insertText("路灯坏了三天了，天黑以后看不见路。");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByLabel("希望怎么解决")).toBeFocused();
  await expect(page.getByText("再按一次 Ctrl+Enter")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: /已登记/ })).toBeVisible();
});

test("what is written survives a reload, and can be set aside for another call", async ({ page }) => {
  await desk(page);
  await page.keyboard.insertText("小区停水两天了，一直没有通知。");
  await page.reload();
  await expect(page.getByLabel("诉求内容")).toHaveValue("小区停水两天了，一直没有通知。");
  await page.getByLabel("诉求内容").focus();
  await page.keyboard.press("Control+s");
  await expect(page.getByLabel("诉求内容")).toHaveValue("");
  await expect(page.getByRole("region", { name: "存着 1 份" })).toContainText("小区停水两天了");
  await page.getByRole("button", { name: "继续填写" }).click();
  await expect(page.getByLabel("诉求内容")).toHaveValue("小区停水两天了，一直没有通知。");
});

test("danger is named with its line, and handed over with one key @phone", async ({ page }) => {
  await desk(page);
  await page.keyboard.insertText("楼道里有很重的煤气味，不知道是哪家漏的。");
  await expect(page.getByRole("alert")).toContainText("提到“煤气味”");
  await page.keyboard.press("F8");
  await expect(page.getByRole("radio", { name: "燃气抢修" })).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: /已登记 · 已转紧急专线/ })).toBeVisible();
});

test("somebody who called before is known by the number, and their order is added to with one key", async ({
  page,
}) => {
  const phone = "19900000088";
  await desk(page);
  await page.keyboard.insertText("门口下水道堵了，污水漫到楼道里。");
  await page.getByLabel("称呼").fill("李先生");
  await page.getByLabel("联系电话").fill(phone);
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("region", { name: /已登记/ })).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.insertText("还是没人来疏通。");
  await page.getByLabel("联系电话").fill(phone);
  const theirs = page.getByRole("complementary").getByRole("button", { name: /门口下水道堵了/ });
  await expect(theirs).toBeVisible();
  await page.keyboard.press("Control+1");
  await expect(page.getByRole("button", { name: "补充到这件" })).toBeVisible();
  await page.keyboard.press("s");
  await expect(page.getByLabel("诉求人补充的情况")).toHaveValue("还是没人来疏通。");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("补充：已提交").or(page.getByText(/补充/).first())).toBeVisible();
});

test("harassment has a script of three steps, and nobody is cut off without a call at hand @phone", async ({
  page,
}) => {
  await desk(page);
  await page.keyboard.press("Alt+h");
  const script = page.getByRole("region", { name: "骚扰处置" });
  await expect(script).toBeVisible();
  await page.keyboard.press("1");
  await page.keyboard.press("Alt+1");
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Alt+3");
  await expect(script.getByRole("button", { name: /✓/ })).toHaveCount(3);
  await expect(script.getByRole("button", { name: /结束通话并记录/ })).toBeDisabled();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("诉求内容")).toBeFocused();
});
