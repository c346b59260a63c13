import { expect, it } from "vitest";
import { db } from "@/db/client";
import { inboxes } from "@/db/schema";
import { createConversation } from "@/server/conversations/create-conversation";
import { customerOf } from "../../support/actors";
import { ownDatabase } from "../../support/database";

ownDatabase();

it("an installation nobody has set up serves its first customers, and makes one inbox however many come at once", async () => {
  const customers = await Promise.all(Array.from({ length: 6 }, () => customerOf()));
  const opened = await Promise.all(customers.map((ctx) => createConversation({ ctx, input: { channel: "web" } })));
  expect(opened.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => "assistant"));
  expect(await db().select().from(inboxes)).toHaveLength(1);
});
