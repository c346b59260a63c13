import { defineConfig } from "@playwright/test";
import { DEMO_PASSWORD, E2E_DATA_DIR, E2E_PORT } from "./tests/e2e/support/installation";

const baseURL = `http://localhost:${E2E_PORT}`;

/** Journeys in a real Chromium against a whole installation, started by its one command with fresh demo data. */
export default defineConfig({
  testDir: "tests/e2e",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  reporter: [["list"]],
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: "node local/launch.mjs start",
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    env: {
      PORT: String(E2E_PORT),
      DATA_DIR: E2E_DATA_DIR,
      SEED: "demo",
      DEMO_PASSWORD,
      RATE_LIMITS: "off",
      AI_BASE_URL: "",
      SMTP_URL: "",
      DATABASE_URL: "",
    },
  },
});
