import { defineConfig, devices } from "@playwright/test";

// The browser of the machine: nothing is downloaded. `CHROMIUM` names another.
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const wide = { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } };
const phone = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } };

export default defineConfig({
  testDir: "tests/browser",
  globalSetup: "./tests/browser/server.ts",
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  // The machine may be slow; waiting is for what is awaited, never for time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: { executablePath, args: ["--no-sandbox"] },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "wide", use: wide },
    // Tests marked so are about a phone, too.
    { name: "phone", use: { ...phone, defaultBrowserType: "chromium" }, grep: /@phone/ },
  ],
});
