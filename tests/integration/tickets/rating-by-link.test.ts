import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails, ratings, resolutions } from "@/db/schema";
import { signRatingToken } from "@/server/conversations/rating-token";
import { getRatingForm } from "@/server/quality/get-rating-form";
import { rateByToken } from "@/server/quality/rate-by-token";
import { askForRatings } from "@/server/tickets/ask-for-ratings";
import { getTicket } from "@/server/tickets/get-ticket";
import { getTicketByToken } from "@/server/tickets/get-ticket-by-token";
import { submitTicket } from "@/server/tickets/submit-ticket";
import { undoTicketChange } from "@/server/tickets/undo-ticket-change";
import { updateTicket } from "@/server/tickets/update-ticket";
import { contextOf, NOW, staffMember } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { textOf } from "../../support/mails";

ownDatabase();

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const visitor = (seconds = 60) => contextOf({ kind: "anonymous" }, later(seconds));
const system = (seconds: number) => contextOf({ kind: "system" }, later(seconds));

async function solvedTicket() {
  const agent = await staffMember();
  const { ticket, token } = await submitTicket({
    ctx: visitor(0),
    input: { subject: "Refund", description: "Where is it", type: "refund", email: "c@example.com" },
  });
  const solve = { ticketId: ticket.id, version: 0, status: "resolved" as const };
  const { version } = await updateTicket({ ctx: agent, input: solve });
  const { ratingToken } = await getTicketByToken({ ctx: visitor(), input: { token } });
  const [resolution] = await db().select().from(resolutions).where(eq(resolutions.ticketId, ticket.id));
  if (!ratingToken || !resolution) throw new Error("not solved");
  return { agent, ticket, token, version, ratingToken, resolution };
}

const ratingsOf = (resolutionId: string) => db().select().from(ratings).where(eq(ratings.resolutionId, resolutionId));

describe("the link that asks how it went", () => {
  it("is mailed once, ten seconds after the resolution and not before", async () => {
    const { resolution, ratingToken } = await solvedTicket();
    const asked = () =>
      db()
        .select()
        .from(mails)
        .where(eq(mails.dedupeKey, `ticket-rating:${resolution.id}`));
    await askForRatings(system(9));
    expect(await asked()).toHaveLength(0);
    await Promise.all([askForRatings(system(11)), askForRatings(system(11)), askForRatings(system(12))]);
    const sent = await asked();
    expect(sent).toHaveLength(1);
    expect(await textOf(sent[0])).toContain(`/rate/${ratingToken}`);
  });

  it("is never mailed when the resolution was taken back in time", async () => {
    const { agent, ticket, version, resolution } = await solvedTicket();
    await undoTicketChange({ ctx: agent, input: { ticketId: ticket.id, version } });
    await askForRatings(system(30));
    const sent = await db()
      .select()
      .from(mails)
      .where(eq(mails.dedupeKey, `ticket-rating:${resolution.id}`));
    expect(sent).toEqual([]);
  });

  it("stores nothing when it is opened, however often", async () => {
    const { ratingToken, resolution, ticket } = await solvedTicket();
    for (let opened = 0; opened < 3; opened += 1) {
      const form = await getRatingForm({ ctx: visitor(), input: { token: ratingToken } });
      expect(form).toEqual({ about: "ticket", number: ticket.number, current: null, closed: null });
    }
    expect(await ratingsOf(resolution.id)).toEqual([]);
  });

  it("stores one rating that can be changed for a day, and staff see it on the ticket", async () => {
    const { ratingToken, resolution, ticket, agent } = await solvedTicket();
    const rate = (score: number, seconds: number, comment?: string) =>
      rateByToken({ ctx: visitor(seconds), input: { token: ratingToken, score, comment } });
    await rate(2, 60, "slow");
    await rate(4, 3600);
    const stored = await ratingsOf(resolution.id);
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ score: 4, comment: null, staffId: agent.actor.staffId });
    await expect(rate(1, 90_000)).rejects.toMatchObject({ code: "already_rated" });
    const detail = await getTicket({ ctx: agent, input: { ticketId: ticket.id } });
    expect(detail.rating).toEqual({ score: 4, comment: null });
  });

  it("closes when the ticket came back, and a month later", async () => {
    const { ratingToken, resolution, ticket, version, agent } = await solvedTicket();
    const month = rateByToken({ ctx: visitor(31 * 86_400), input: { token: ratingToken, score: 4 } });
    await expect(month).rejects.toMatchObject({ code: "rating_closed" });
    await updateTicket({ ctx: agent, input: { ticketId: ticket.id, version, status: "open" } });
    const rate = rateByToken({ ctx: visitor(), input: { token: ratingToken, score: 4 } });
    await expect(rate).rejects.toMatchObject({ code: "not_resolved" });
    expect(await ratingsOf(resolution.id)).toEqual([]);
  });

  it("cannot be made up, moved to another resolution, or stretched", async () => {
    const [one, two] = [await solvedTicket(), await solvedTicket()];
    const signature = one.ratingToken.split(".")[1];
    const forged = [
      one.resolution.id,
      `${one.resolution.id}.`,
      `${two.resolution.id}.${signature}`,
      `${one.ratingToken}.x`,
      `${one.ratingToken.toUpperCase()}`,
      "",
    ];
    for (const token of forged) {
      await expect(getRatingForm({ ctx: visitor(), input: { token } })).rejects.toMatchObject({ kind: "not_found" });
      await expect(rateByToken({ ctx: visitor(), input: { token, score: 1 } })).rejects.toMatchObject({
        kind: "not_found",
      });
    }
    expect(await signRatingToken(one.resolution.id)).toBe(one.ratingToken);
  });
});
