import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { attachments } from "@/db/schema";
import { getAttachment } from "@/server/conversations/get-attachment";
import { listPublicMessages } from "@/server/conversations/list-messages";
import { sendMessage } from "@/server/conversations/send-message";
import { sendStaffMessage } from "@/server/conversations/send-staff-message";
import { sweepAttachments } from "@/server/conversations/sweep-attachments";
import { uploadAttachment } from "@/server/conversations/upload-attachment";
import { contextOf, customerOf, installInboxes, NOW, staffMember } from "../../support/actors";
import { askedConversation } from "../../support/answers";
import { ownDatabase } from "../../support/database";

ownDatabase();
beforeAll(installInboxes);

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function photograph() {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } });
  return new Uint8Array(
    await image
      .jpeg()
      .withExif({ IFD0: { Copyright: "secret place" } })
      .toBuffer(),
  );
}

async function uploaded(name = "note.txt", bytes: Uint8Array = bytesOf("hello")) {
  const customer = await customerOf();
  const conversationId = await askedConversation(customer, "hi there");
  const file = await uploadAttachment({ ctx: customer, input: { conversationId, name, bytes } });
  return { customer, conversationId, file };
}

describe("an uploaded file", () => {
  it("is judged by its bytes: a photograph loses its metadata, markup and programs are refused", async () => {
    const { customer, conversationId } = await uploaded();
    const upload = (name: string, bytes: Uint8Array) =>
      uploadAttachment({ ctx: customer, input: { conversationId, name, bytes } });
    const photo = await upload("me.jpg", await photograph());
    const stored = await getAttachment({ ctx: customer, input: { attachmentId: photo.id } });
    expect(photo.type).toBe("image/jpeg");
    expect(Buffer.from(stored.bytes).includes("secret place")).toBe(false);
    const hostile: [string, Uint8Array][] = [
      ["image.png", bytesOf("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")],
      ["page.txt", bytesOf("<!doctype html><script>alert(1)</script>")],
      ["setup.jpg", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 255, 255])],
      ["latin.txt", new Uint8Array([0xff, 0xfe, 0x41])],
      ["broken.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])],
      ["empty.txt", new Uint8Array()],
    ];
    for (const [name, bytes] of hostile)
      await expect(upload(name, bytes)).rejects.toMatchObject({ code: "file_type_refused" });
    await expect(upload("big.txt", new Uint8Array(10 * 1024 * 1024 + 1).fill(65))).rejects.toMatchObject({
      code: "file_too_large",
    });
  });

  it("travels with its message and is then read by both sides, but by no other customer", async () => {
    const { customer, conversationId, file } = await uploaded();
    await sendMessage({
      ctx: customer,
      input: { conversationId, clientMessageId: "f", text: "see file", attachmentIds: [file.id] },
    });
    const { messages } = await listPublicMessages({ ctx: customer, input: { conversationId, after: 1 } });
    expect(messages[0]?.attachments).toEqual([file]);
    const agent = await staffMember("agent");
    const read = (ctx: Parameters<typeof getAttachment>[0]["ctx"]) =>
      getAttachment({ ctx, input: { attachmentId: file.id } });
    expect(Buffer.from((await read(agent)).bytes).toString()).toBe("hello");
    await expect(read(await customerOf())).rejects.toMatchObject({ kind: "not_found" });
    await expect(read(await staffMember("editor"))).rejects.toMatchObject({ kind: "not_found" });
  });

  it("cannot be attached by anybody but its uploader, in no other conversation, and only once", async () => {
    const { customer, conversationId, file } = await uploaded();
    const other = await customerOf();
    const elsewhere = await askedConversation(other, "hello");
    const send = (ctx: typeof customer, id: string, clientMessageId: string) =>
      sendMessage({ ctx, input: { conversationId: id, clientMessageId, text: "x", attachmentIds: [file.id] } });
    await expect(send(other, elsewhere, "a")).rejects.toMatchObject({ code: "attachment_not_found" });
    await send(customer, conversationId, "b");
    await expect(send(customer, conversationId, "c")).rejects.toMatchObject({ code: "attachment_not_found" });
  });

  it("of an internal note is invisible to the customer", async () => {
    const { customer, conversationId } = await uploaded();
    const agent = await staffMember("agent");
    const file = await uploadAttachment({
      ctx: agent,
      input: { conversationId, name: "n.txt", bytes: bytesOf("inside") },
    });
    const note = {
      conversationId,
      kind: "note" as const,
      clientMessageId: "n",
      text: "look",
      attachmentIds: [file.id],
    };
    await sendStaffMessage({ ctx: agent, input: note });
    await expect(getAttachment({ ctx: customer, input: { attachmentId: file.id } })).rejects.toMatchObject({
      kind: "not_found",
    });
  });

  it("that was never sent is swept after a day", async () => {
    const { file } = await uploaded();
    await sweepAttachments(contextOf({ kind: "system" }, new Date(NOW.getTime() + 25 * 60 * 60 * 1000)));
    expect(await db().select().from(attachments).where(eq(attachments.id, file.id))).toHaveLength(0);
  });
});
