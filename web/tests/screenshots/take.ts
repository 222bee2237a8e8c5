/** Takes the pictures: each screen, wide and narrow, light and dark; for the docs only those that are shown there. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type Page } from "@playwright/test";
import { expect, logIn, settled, url } from "../browser/console";
import { SCREENS } from "./screens";

const DIR = process.env.SCREENSHOTS ?? "screenshots";
const FOR_DOCS = process.env.SCREENSHOTS_FOR === "docs";
const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
};
mkdirSync(DIR, { recursive: true });

for (const { name, login, path, before, docs } of SCREENS)
  for (const [device, options] of Object.entries(DEVICES)) {
    const shown = `${docs ?? ""}`.split(" ");
    if (FOR_DOCS && shown[0] !== device) continue;
    test(`${name} ${device}`, async ({ browser }) => {
      const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
      const page = await context.newPage();
      if (login) await logIn(page, login);
      await page.goto(url() + path);
      await page
        .locator(login ? "main#main h1" : "h1")
        .first()
        .waitFor();
      await before?.(page);
      for (const theme of ["light", "dark"] as const) {
        if (FOR_DOCS && shown[1] !== theme) continue;
        await page.emulateMedia({ colorScheme: theme });
        await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
        // Nothing is on its way any more, and nothing moves.
        await expect(page.locator(".ant-spin-spinning, .ant-skeleton")).toHaveCount(0);
        await settled(page);
        if (FOR_DOCS) writeFileSync(join(DIR, `${name}.webp`), await small(page));
        else await page.screenshot({ path: join(DIR, `${name}-${device}-${theme}.png`) });
      }
      await context.close();
    });
  }

/** The picture as WebP, which keeps letters sharp at a tenth of the bytes. */
async function small(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { format: "webp", quality: 82 });
  return Buffer.from(data, "base64");
}
