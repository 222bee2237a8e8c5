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
  // What fails once and passes anew is told as flaky, and kept an eye on; what fails three times is broken.
  retries: 2,
  reporter: "list",
  // The machine may be slow; waiting is for what is awaited, never for time.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  use: {
    launchOptions: { executablePath, args: ["--no-sandbox", "--disable-gpu"] },
    actionTimeout: 60_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // What the page was, without a film of it, which costs more than the test.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
  projects: [
    { name: "wide", use: wide },
    // Tests marked so are about a phone, too.
    { name: "phone", use: { ...phone, defaultBrowserType: "chromium" }, grep: /@phone/ },
  ],
});
