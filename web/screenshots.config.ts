import { defineConfig } from "@playwright/test";

// Takes a picture of every main screen: `bin/screenshots DIR`.
export default defineConfig({
  testDir: "tests/screenshots",
  testMatch: "take.ts",
  globalSetup: "./tests/screenshots/city.ts",
  fullyParallel: true,
  workers: 2,
  reporter: "list",
  timeout: 180_000,
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu"],
    },
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
  },
});
