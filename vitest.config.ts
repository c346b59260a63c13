import { defineConfig } from "vitest/config";

/** The local cloud's own tests speak to its servers with the vendors' unmodified clients, as nobody else left them. */
const LOCAL_CLOUD = "tests/integration/local/**/*.test.ts";

/** Tests on a real PostgreSQL, gateway and realtime server. */
const onServices = {
  setupFiles: ["tests/support/environment.ts"],
  maxWorkers: 3,
  sequence: { groupOrder: 1 },
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/properties.ts"],
          testTimeout: 20_000,
          // Pure rules leave nothing behind, so that one worker reads its modules once.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...onServices,
          name: "integration",
          globalSetup: ["tests/support/database-server.ts"],
          include: ["tests/integration/**/*.test.ts", "tests/evals/**/*.test.ts"],
          exclude: [LOCAL_CLOUD],
          // A worker reads libraries once; tests/support/environment.ts makes the project's modules begin anew.
          isolate: false,
          // next-auth imports "next/server" without its extension, which only a bundler resolves.
          server: { deps: { inline: ["next-auth"] } },
        },
      },
      {
        extends: true,
        test: {
          ...onServices,
          name: "local",
          globalSetup: ["tests/support/services-server.ts"],
          include: [LOCAL_CLOUD],
        },
      },
    ],
  },
});
