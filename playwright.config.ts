import { defineConfig } from "@playwright/test";
import { DEMO_PASSWORD, E2E_PORT, LANES, laneOf } from "./tests/e2e/support/installation";

/** A lane's installation: started by its one command with fresh demo data. */
function installation(lane: number): Record<string, string> {
  const { port, dataDir } = laneOf(lane);
  return {
    PORT: String(port),
    DATA_DIR: dataDir,
    SEED: "demo",
    DEMO_PASSWORD,
    RATE_LIMITS: "off",
    AI_BASE_URL: "",
    SMTP_URL: "",
    DATABASE_URL: "",
  };
}

/** Journeys in a real Chromium against whole installations: files run side by side, each lane on its own. */
export default defineConfig({
  testDir: "tests/e2e",
  // Limits are for what never happens: a machine with little to spare takes its time with everything else.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  workers: LANES,
  retries: 0,
  reporter: [["list"]],
  use: {
    baseURL: `http://localhost:${E2E_PORT}`,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    // A trace takes a quarter of the time again: TRACE=1 keeps those of what fails.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
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
    command: "node tests/e2e/support/start-lanes.mjs",
    env: { LANES: JSON.stringify(Array.from({ length: LANES }, (_, lane) => installation(lane))) },
    wait: { stdout: /Every lane runs/ },
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
