/** Takes the pictures: each screen, wide and narrow, light and dark. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import { logIn, url } from "../browser/console";
import { SCREENS } from "./screens";

const DIR = process.env.SCREENSHOTS ?? "screenshots";
const WIDTHS = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
mkdirSync(DIR, { recursive: true });

for (const { name, login, path, before } of SCREENS)
  for (const [device, viewport] of Object.entries(WIDTHS))
    for (const theme of ["light", "dark"] as const)
      test(`${name} ${device} ${theme}`, async ({ browser }) => {
        const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: "reduce" });
        const page = await context.newPage();
        if (login) await logIn(page, login);
        await page.goto(url() + path);
        await page
          .locator(login ? "main#main h1" : "h1")
          .first()
          .waitFor();
        await before?.(page);
        await page.waitForLoadState("networkidle", { timeout: 3_000 }).catch(() => undefined);
        await page.screenshot({ path: join(DIR, `${name}-${device}-${theme}.png`) });
        await context.close();
      });
