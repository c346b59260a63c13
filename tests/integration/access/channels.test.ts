import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { skillGroupMembers } from "@/db/schema";
import { realtimeChannels } from "@/lib/realtime-channels";
import { submitTicket } from "@/server/tickets/submit-ticket";
import { contextOf, installInboxes, skillGroup } from "../../support/actors";
import { ownDatabase } from "../../support/database";
import { callRoute } from "../../support/routes/call-route";
import { assembleCast, type Cast, CREDENTIALS, type Credential } from "../../support/routes/cast";
import { withAssistant } from "../../support/routes/scenes";

ownDatabase();

type Kind = keyof typeof realtimeChannels;
type Channels = { own: string; foreign?: string; past?: string };
/** Who may join; to others of `knownTo` it is forbidden, to customers it does not exist, to nobody it is closed. */
type ChannelEntry = { may: readonly Credential[]; absentTo?: readonly Credential[]; foreign?: readonly Credential[] };

const SERVICE = ["agent", "manager", "admin"] as const;
const OWNER = ["owner", "ownerCookie"] as const;
/** Those whose credentials open nothing at all. */
const CLOSED = [
  ...(["nobody", "forged", "expired", "disabled", "stale"] as const),
  ...(["agentKey", "managerKey", "adminKey", "editorKey", "disabledKey", "revokedKey"] as const),
];

/** `foreign`: who may join the channel of another customer's conversation, another person, a group one is not in. */
const CHANNELS: Record<Kind, ChannelEntry> = {
  conversation: { may: [...SERVICE, ...OWNER], absentTo: ["stranger"], foreign: [...SERVICE, "stranger"] },
  conversationStaff: { may: SERVICE, foreign: SERVICE },
  conversationPresence: { may: SERVICE, foreign: SERVICE },
  staff: { may: ["agent"], foreign: [] },
  group: { may: ["agent"], foreign: [] },
  staffAll: { may: SERVICE },
  dashboard: { may: ["manager", "admin"] },
  ticket: { may: [] },
};

let cast: Cast;
let names: Record<Kind, Channels>;

async function nameChannels(): Promise<Record<Kind, Channels>> {
  const [own, foreign] = [await withAssistant(cast.owner), await withAssistant(cast.stranger)];
  const [mine, other] = [await skillGroup("Mine"), await skillGroup("Other")];
  const { staffId } = cast.staff.agent.actor;
  await db().insert(skillGroupMembers).values({ groupId: mine, staffId });
  const ofConversation = (kind: "conversation" | "conversationStaff" | "conversationPresence") => ({
    own: realtimeChannels[kind](own, 0),
    foreign: realtimeChannels[kind](foreign, 0),
    past: realtimeChannels[kind](own, 1),
  });
  return {
    conversation: ofConversation("conversation"),
    conversationStaff: ofConversation("conversationStaff"),
    conversationPresence: ofConversation("conversationPresence"),
    staff: { own: realtimeChannels.staff(staffId), foreign: realtimeChannels.staff(cast.colleague.actor.staffId) },
    group: { own: realtimeChannels.group(mine), foreign: realtimeChannels.group(other) },
    staffAll: { own: realtimeChannels.staffAll() },
    dashboard: { own: realtimeChannels.dashboard() },
    ticket: { own: realtimeChannels.ticket("tkt_0123456789abcdefghijklmnop") },
  };
}

beforeAll(async () => {
  await installInboxes();
  cast = await assembleCast();
  names = await nameChannels();
});

async function join(channel: string, headers: Record<string, string>): Promise<number> {
  const body = new URLSearchParams({ socket_id: "123.456", channel_name: channel }).toString();
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return (await callRoute("POST /api/realtime/auth", { body, headers: { ...type, ...headers } })).status;
}

async function statuses(channel: string): Promise<Record<string, number>> {
  const got: Record<string, number> = {};
  for (const credential of CREDENTIALS)
    got[credential] = await join(channel, { "sec-fetch-site": "same-origin", ...cast.headers[credential] });
  return got;
}

function expectedOf(may: readonly Credential[], absentTo: readonly Credential[] = []): Record<string, number> {
  const status = (credential: Credential) => {
    if (may.includes(credential)) return 200;
    if (CLOSED.some((closed) => closed === credential)) return 401;
    return absentTo.includes(credential) ? 404 : 403;
  };
  return Object.fromEntries(CREDENTIALS.map((credential) => [credential, status(credential)]));
}

describe("the access matrix of realtime channels", () => {
  it("has an entry for every kind of channel", () => {
    expect(Object.keys(CHANNELS).sort()).toEqual(Object.keys(realtimeChannels).sort());
  });

  it.each(Object.entries(CHANNELS))("%s is joined by those who may hear it alone", async (kind, { may, absentTo }) => {
    expect(await statuses(names[kind as Kind].own)).toEqual(expectedOf(may, absentTo));
  });

  const others = Object.entries(CHANNELS).flatMap(([kind, entry]) => (entry.foreign ? [{ kind, ...entry }] : []));
  it.each(others)("$kind of somebody else is refused", async ({ kind, foreign, absentTo }) => {
    const toOwner = absentTo ? OWNER : [];
    expect(await statuses(names[kind as Kind].foreign ?? "")).toEqual(expectedOf(foreign ?? [], toOwner));
  });

  it("an epoch that is over is refused to everybody", async () => {
    for (const kind of ["conversation", "conversationStaff", "conversationPresence"] as const) {
      const got = Object.values(await statuses(names[kind].past ?? ""));
      expect(got.every((status) => status >= 401)).toBe(true);
    }
  });

  it("a page of another site joins nothing with the cookies it sends along", async () => {
    for (const credential of ["admin", "ownerCookie"] as const) {
      const headers = { ...cast.headers[credential], "sec-fetch-site": "cross-site" };
      expect(await join(names.conversation.own, headers)).toBe(403);
    }
  });

  it("a progress link opens its ticket's channel and nothing else", async () => {
    const request = {
      subject: "Silent",
      description: "The left side",
      type: "question" as const,
      email: "k@mail.test",
    };
    const [own, other] = [
      await submitTicket({ ctx: contextOf({ kind: "anonymous" }), input: request }),
      await submitTicket({ ctx: contextOf({ kind: "anonymous" }), input: request }),
    ];
    const here = { "sec-fetch-site": "same-origin" };
    const headers = { ...here, authorization: `Ticket ${own.token}` };
    expect(await join(realtimeChannels.ticket(own.ticket.id), headers)).toBe(200);
    expect(await join(realtimeChannels.ticket(other.ticket.id), headers)).toBe(403);
    expect(await join(names.staffAll.own, headers)).toBe(403);
    expect(await join(realtimeChannels.ticket(own.ticket.id), { ...here, authorization: "Ticket forged" })).toBe(404);
  });
});
