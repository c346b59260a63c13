import { db } from "@/db/client";
import { publishedArticle } from "../../support/answers";
import type { Call } from "../../support/routes/call-route";
import type { Cast, Credential } from "../../support/routes/cast";
import { confirmed, fileForm, heldBy, queued, ticketOf, uploaded, withAssistant } from "../../support/routes/scenes";
import { customers, eachCustomer, keyHolders, open, type RouteEntry, sealed, signedIn } from "./route-entry";

type Make = (cast: Cast, credential: Credential) => Promise<string>;
const about =
  (make: Make, more: () => Call = () => ({})) =>
  async (cast: Cast, credential: Credential): Promise<Call> => ({
    params: { id: await make(cast, credential) },
    ...more(),
  });

const own: Make = ({ owner }) => withAssistant(owner);
const waiting: Make = ({ owner }) => queued(owner);
const settled: Make = ({ owner }) => confirmed(owner);
const withFile: Make = ({ owner }) => uploaded(owner);
/** Held by the person whose key calls; by a colleague for everybody else. */
const held: Make = ({ owner, staff, colleague }, credential) => {
  const role = (["agent", "manager", "admin"] as const).find((name) => `${name}Key` === credential);
  return heldBy(owner, role ? staff[role] : colleague);
};

const json = (body: object) => () => ({ body });
const message = () => ({ body: { clientMessageId: crypto.randomUUID(), text: "hello" } });
const staffMessage = () => ({ body: { ...message().body, kind: "outgoing" } });
const group = async () => (await db().query.skillGroups.findFirst())?.id ?? "";

async function passage(): Promise<Call> {
  const articleId = await publishedArticle("Gift wrapping", "We wrap gifts for two crowns.");
  const version = await db().query.articleVersions.findFirst({ where: (row, { eq }) => eq(row.articleId, articleId) });
  const chunk = await db().query.chunks.findFirst({ where: (row, { eq }) => eq(row.versionId, version?.id ?? "") });
  return { params: { chunkId: chunk?.id ?? "" } };
}

async function answered(cast: Cast): Promise<Call> {
  const id = await withAssistant(cast.owner);
  const { callRoute } = await import("../../support/routes/call-route");
  const stream = await callRoute("POST /api/v1/conversations/{id}/answer", {
    params: { id },
    headers: cast.headers.owner,
  });
  const done = /event: done\ndata: (.*)/.exec(await stream.text())?.[1] ?? "{}";
  return { params: { id, messageId: (JSON.parse(done) as { messageId: string }).messageId }, body: { solved: true } };
}

const conversation = "/api/v1/conversations/{id}";
const staffConversation = "/api/v1/staff/conversations/{id}";
const ticket = { subject: "Late", description: "It never came." };
const reader = customers(about(withFile), 200, true);

/** Every route handler of the application and what each credential gets from it. */
export const ROUTES: Record<string, RouteEntry> = {
  "GET /api/health": open(),
  "GET /api/health/edge": open(),
  "GET /api/jobs/tick": sealed(401),
  "POST /api/internal/answers/hand-over": { ...sealed(403), call: () => ({ body: {} }) },
  "POST /api/internal/answers/action": { ...sealed(403), call: () => ({ body: {} }) },
  "POST /api/internal/events/publish": { ...sealed(403), call: () => ({ body: { eventId: 1 } }) },
  "POST /api/attachments": signedIn(
    async ({ owner }) => ({ query: `?conversationId=${await withAssistant(owner)}`, body: fileForm() }),
    201,
  ),
  "POST /sign-out": sealed(403),

  ...Object.fromEntries(
    ["DELETE", "GET", "PATCH", "POST", "PUT"].map((method) => [`${method} /api/v1/{unknown}`, sealed(404)]),
  ),
  "POST /api/v1/sessions": open(() => ({ body: {} }), 201),
  "GET /api/v1/availability": open(),
  "GET /api/v1/articles": open(() => ({ query: "?q=parcel&locale=en" })),
  "GET /api/v1/openapi.json": open(),
  "GET /api/v1/passages/{chunkId}": { ...open(passage), unknown: { as: "nobody", status: 404 } },
  "GET /api/v1/tickets/{token}": {
    ...open(async ({ owner }) => ({ params: { token: (await ticketOf(owner)).token } })),
    unknown: { as: "nobody", status: 404 },
  },
  "POST /api/v1/tickets": eachCustomer(json(ticket), 201),
  "POST /api/v1/conversations": eachCustomer(json({}), 201),
  "GET /api/v1/conversations": eachCustomer(undefined, 200, true),
  [`POST ${conversation}/messages`]: customers(about(own, message), 201),
  [`GET ${conversation}/messages`]: customers(about(own), 200, true),
  [`POST ${conversation}/answer`]: customers(about(own)),
  [`POST ${conversation}/answer/stop`]: customers(answered),
  [`POST ${conversation}/messages/{messageId}/feedback`]: customers(answered),
  [`POST ${conversation}/handoff`]: customers(about(own, json({}))),
  [`DELETE ${conversation}/handoff`]: customers(about(waiting)),
  [`POST ${conversation}/leave-message`]: customers(about(own, json({ text: "Please call me." })), 201),
  [`POST ${conversation}/attachments`]: customers(
    about(own, () => ({ body: fileForm() })),
    201,
  ),
  [`POST ${conversation}/read`]: customers(about(own, json({ seq: 1 }))),
  [`POST ${conversation}/resolve`]: customers(about(own, json({}))),
  [`POST ${conversation}/rating`]: customers(about(settled, json({ score: 4 })), 201),
  "GET /api/v1/attachments/{id}": {
    ...reader,
    statuses: {
      ...reader.statuses,
      ...{ agent: 200, manager: 200, admin: 200, editor: 404 },
      ...{ agentKey: 200, managerKey: 200, adminKey: 200, editorKey: 404 },
    },
  },

  "GET /api/v1/staff/conversations": keyHolders(() => ({ query: "?status=queued" }), 200, 200),
  [`POST ${staffConversation}/claim`]: keyHolders(about(waiting)),
  [`GET ${staffConversation}/messages`]: keyHolders(about(own)),
  [`POST ${staffConversation}/messages`]: keyHolders(about(held, staffMessage), 201),
  [`POST ${staffConversation}/transfer`]: keyHolders(async (cast, credential) => ({
    params: { id: await held(cast, credential) },
    body: { groupId: await group() },
  })),
  [`POST ${staffConversation}/resolve`]: keyHolders(about(held)),
};
