import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Where the server listens while the console is worked on (`npm run dev`).
const server = process.env.MINSHENG_URL ?? "http://127.0.0.1:12345";

export default defineConfig({
  base: "/console/",
  plugins: [react()],
  server: { proxy: { "/api": { target: server, changeOrigin: false } } },
  build: { target: "es2022", chunkSizeWarningLimit: 1200, assetsInlineLimit: 0 },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], setupFiles: ["src/test-setup.ts"] },
});
