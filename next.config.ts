import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./server/i18n/request.ts");

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run verify` checks types; who starts the product waits for its build alone.
  typescript: { ignoreBuildErrors: true },
  // An installation is built once: writing what only a second build would read costs every first start ten seconds.
  experimental: { turbopackFileSystemCacheForBuild: false },
  serverExternalPackages: ["pg-boss", "@node-rs/argon2", "sharp", "pino"],
  // Font files carry their version in the name.
  headers: async () => [
    { source: "/fonts/:path*", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
  ],
};

export default withNextIntl(config);
