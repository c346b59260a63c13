import { mkdtempSync, rmSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFrontDoor, type FrontDoor } from "@/local/front-door.mjs";
import { openPublicPort } from "@/local/public-port.mjs";

const hasIPv6 = Object.values(networkInterfaces()).some((ones) => ones?.some(({ address }) => address === "::1"));

describe("an idle connection", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "zhida-idle-"));
  let door: FrontDoor;
  let opened: Awaited<ReturnType<typeof openPublicPort>>;

  beforeAll(async () => {
    door = createFrontDoor({ dataDir });
    opened = await openPublicPort(door, { PORT: "0" });
  });
  afterAll(async () => {
    await opened.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(["127.0.0.1", ...(hasIPv6 ? ["[::1]"] : [])])(
    "on %s is kept longer than the 60 s of a proxy in front",
    async (host) => {
      const reply = await fetch(`http://${host}:${opened.port}/`);
      const seconds = /timeout=(\d+)/.exec(reply.headers.get("keep-alive") ?? "")?.[1];
      expect(Number(seconds)).toBeGreaterThan(60);
    },
  );
});
