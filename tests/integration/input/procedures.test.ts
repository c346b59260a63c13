import { beforeAll, describe, expect, it } from "vitest";
import { installInboxes } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { halfDone } from "../../support/half-done";
import { callProcedure } from "../../support/routes/call-procedure";
import { assembleCast, type Cast } from "../../support/routes/cast";
import { spoiled } from "../../support/spoil";
import { PROCEDURES } from "../access/procedure-table";

ownDatabase();

let cast: Cast;

beforeAll(async () => {
  await installInboxes();
  cast = await assembleCast();
});

describe("bad input of a procedure", () => {
  const taking = Object.entries(PROCEDURES).filter(([, { input }]) => input);
  it.each(taking)("%s is refused or harmless, and leaves nothing half-done", async (path, entry) => {
    const admin = cast.staff.admin;
    const good = await entry.input?.(cast, admin);
    const broken: unknown[] = [];
    for (const input of spoiled(good)) {
      const { status } = await callProcedure(path, admin, input);
      if (status === "INTERNAL_SERVER_ERROR") broken.push(JSON.stringify(input).slice(0, 200));
    }
    expect(broken).toEqual([]);
    expect(await halfDone()).toEqual([]);
  });
});
