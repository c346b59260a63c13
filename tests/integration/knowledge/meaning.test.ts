import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { edgeDb } from "@/db/edge";
import { embeddingModels, passageVectors } from "@/db/schema";
import { env } from "@/lib/env";
import { lookUp } from "@/server/assistant/look-up";
import { understand } from "@/server/assistant/understand";
import { registerJobs } from "@/server/jobs/registry";
import { runDue } from "@/server/jobs/run-due";
import { archiveArticle } from "@/server/knowledge/archive-article";
import { EMBED_JOB, embedJob, embedWhatWaits } from "@/server/knowledge/meaning/embed-job";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { contextOf, staffMember } from "../../support/actors";
import { publishedArticle } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { type MeaningBehaviour, type MeaningServer, startMeaningServer } from "../../support/fakes/meaning-server";

ownDatabase();

const MEANINGS = [
  ["refund", "money back", "reimburse"],
  ["ship", "send", "courier", "freight"],
  ["open", "hours", "doors"],
  ["price", "cost", "quid"],
  ["kettle", "boiler"],
];
const system = () => contextOf({ kind: "system" }, new Date());
const ids: Record<string, string> = {};
let server: MeaningServer;

beforeAll(async () => {
  server = await startMeaningServer(MEANINGS);
  for (const [title, body, questions] of [
    ["Refund times", "Refunds arrive within 3–5 days.", ["When does my refund come?"]],
    ["Shipping abroad", "We ship to Canada.", ["Do you ship to Canada?"]],
    ["Opening hours", "From nine to six.", ["When do you open?"]],
    ["Price of Plus", "19 dollars a month.", ["What is the price of membership?"]],
    ["Kettle care", "Rinse the kettle twice.", ["How do I clean a kettle?"]],
  ] as const) {
    ids[title] = await publishedArticle(title, body, [...questions]);
  }
  await hiddenArticle();
  registerJobs({ [EMBED_JOB]: embedJob }, []);
});
afterAll(() => server.close());

const { timeout } = AbortSignal;

beforeEach(() => {
  server.behave("answer");
  // A busy machine may take longer than an endpoint is given: only one that never answers is waited for no longer.
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) =>
    timeout.call(AbortSignal, server.behaviour === "stalled" ? ms : 60_000),
  );
  Object.assign(env(), {
    AI_EMBEDDING_MODEL: "fake-embedding",
    AI_EMBEDDING_BASE_URL: server.baseUrl,
    AI_EMBEDDING_API_KEY: "meaning-key",
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const name of ["AI_EMBEDDING_MODEL", "AI_RERANK_URL", "AI_RERANK_MODEL"])
    Object.assign(env(), { [name]: undefined });
});

async function hiddenArticle(): Promise<void> {
  const editor = await staffMember("editor");
  const text = { locale: "en" as const, title: "Refund margins", body: "For staff.", questions: [] };
  const { articleId } = await saveDraft({ ctx: editor, input: { ...text, audience: "internal" } });
  await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
}

async function work(): Promise<void> {
  await embedWhatWaits(system());
  await db().execute(sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`);
  await runDue(system());
}

/** What a question finds, as the assistant looks it up. */
async function ask(text: string, executor: Parameters<typeof lookUp>[0] = db()) {
  const history = [{ role: "customer" as const, text, answered: false, article: null }];
  const [found] = await lookUp(executor, understand({ history, locale: "en" }, []), null);
  if (!found) throw new Error("Nothing was asked");
  return found;
}

let minutes = 0;

/** Lets the pause after a failure pass. */
function later(): void {
  minutes += 1;
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * 60_000 });
}

describe("embedding the knowledge base", () => {
  it("keeps a vector for each public question and passage, measures them, and sends nothing for staff alone", async () => {
    await work();
    const rows = await db().select().from(passageVectors);
    expect(new Set(rows.map(({ articleId }) => articleId))).toEqual(new Set(Object.values(ids)));
    expect(rows).toHaveLength(15);
    expect(server.embedded.join()).not.toContain("margins");
    const [model] = await db().select().from(embeddingModels);
    expect(model).toMatchObject({ model: "fake-embedding", dimensions: 44, failure: null });
    expect(model?.calibration).toHaveLength(3);
  });

  it("sends nothing twice, and what is new when it is published; vectors of what was taken back go", async () => {
    const sent = server.embedded.length;
    await work();
    expect(server.embedded).toHaveLength(sent);
    const articleId = await publishedArticle("Freight insurance", "Included.", []);
    await work();
    expect(server.embedded.slice(sent)).toEqual(["Freight insurance", "Freight insurance\nIncluded."]);
    await archiveArticle({ ctx: await staffMember("editor"), input: { articleId, locale: "en" } });
    await publishedArticle("Boiler room", "Closed.", []);
    await work();
    expect(await db().$count(passageVectors, eq(passageVectors.articleId, articleId))).toBe(0);
  });

  it("makes every vector anew for another model", async () => {
    Object.assign(env(), { AI_EMBEDDING_MODEL: "fake-embedding-2" });
    await work();
    const models = new Set((await db().select().from(passageVectors)).map(({ model }) => model));
    expect([...models]).toEqual(["fake-embedding-2"]);
    Object.assign(env(), { AI_EMBEDDING_MODEL: "fake-embedding" });
    await work();
  });

  it.each<[MeaningBehaviour, string]>([
    ["refused", "refused"],
    ["server_error", "server_error"],
    ["short", "garbage"],
    ["garbage", "garbage"],
  ])(
    "keeps what it has when the endpoint answers %s, notes it, and goes on once it answers again",
    async (behaviour, failure) => {
      const before = await db().$count(passageVectors);
      await publishedArticle(`Courier ${behaviour}`, "Text.", []);
      server.behave(behaviour);
      await work();
      expect(await db().$count(passageVectors)).toBe(before);
      expect(
        (await db().select().from(embeddingModels).where(eq(embeddingModels.model, "fake-embedding")))[0],
      ).toMatchObject({ failure });
      server.behave("answer");
      await work();
      expect(await db().$count(passageVectors)).toBe(before + 2);
    },
  );
});

describe("a question", () => {
  const wording = "reimburse me pronto";

  it("finds the article that shares no word with it but means it, on the edge as in Node", async () => {
    for (const executor of [db(), edgeDb()]) {
      const found = await ask(wording, executor);
      expect(found.passages[0]?.title).toBe("Refund times");
      expect(found.confidence).toBeGreaterThan(0.5);
      expect(found.endpoints).toMatchObject([{ kind: "embedding", model: "fake-embedding" }]);
      expect(found.endpoints[0]?.failure).toBeUndefined();
    }
  });

  it("is not answered from what only sounds a little alike", async () => {
    expect((await ask("sing me a lullaby about giraffes")).confidence).toBeLessThan(0.4);
  });

  it.each<[MeaningBehaviour, string]>([
    ["refused", "refused"],
    ["rate_limited", "rate_limited"],
    ["server_error", "server_error"],
    ["short", "garbage"],
    ["garbage", "garbage"],
    ["stalled", "stalled"],
  ])("is looked up without the endpoint when it answers %s, and says so", async (behaviour, failure) => {
    later();
    server.behave(behaviour);
    const found = await ask("when does my refund come");
    expect(found.passages[0]?.title).toBe("Refund times");
    expect(found.endpoints).toMatchObject([{ failure }]);
  });

  it("does not wait for an endpoint that has just failed, nor for one that is not there", async () => {
    later();
    Object.assign(env(), { AI_EMBEDDING_BASE_URL: "http://127.0.0.1:9/v1" });
    expect((await ask("when does my refund come")).endpoints).toMatchObject([{ failure: "refused" }]);
    expect((await ask("when does my refund come")).endpoints).toMatchObject([{ failure: "resting" }]);
    later();
    Object.assign(env(), { AI_EMBEDDING_BASE_URL: server.baseUrl });
    expect((await ask(wording)).passages[0]?.title).toBe("Refund times");
  });

  it("asks nobody where no model is configured", async () => {
    Object.assign(env(), { AI_EMBEDDING_MODEL: undefined });
    const sent = server.embedded.length;
    expect((await ask(wording)).endpoints).toEqual([]);
    expect(server.embedded).toHaveLength(sent);
  });
});

describe("a ranking endpoint", () => {
  const configureRerank = () => {
    later();
    Object.assign(env(), { AI_EMBEDDING_MODEL: undefined, AI_RERANK_MODEL: "fake-rerank" });
    Object.assign(env(), { AI_RERANK_URL: server.rerankUrl, AI_RERANK_API_KEY: "meaning-key" });
  };
  const vague = "Canada refund or membership, when and by courier freight";

  it("puts first what it says answers best, and passages keep their confidences among them", async () => {
    const without = await (async () => {
      Object.assign(env(), { AI_EMBEDDING_MODEL: undefined });
      return ask("hours of the month when Canada doors");
    })();
    configureRerank();
    const found = await ask("hours of the month when Canada doors");
    expect(server.reranked.at(-1)?.documents.length).toBeGreaterThan(1);
    expect(found.passages[0]?.title).toBe("Opening hours");
    const sorted = (each: typeof found) => each.passages.map(({ confidence }) => confidence).sort();
    expect(sorted(found)).toEqual(sorted(without));
  });

  it.each<[MeaningBehaviour, string]>([
    ["server_error", "server_error"],
    ["garbage", "garbage"],
    ["stalled", "stalled"],
  ])("that answers %s changes nothing, and is named", async (behaviour, failure) => {
    configureRerank();
    const usual = await ask(vague);
    later();
    server.behave(behaviour);
    const found = await ask(vague);
    expect(found.endpoints).toMatchObject([{ kind: "rerank", failure }]);
    expect(found.passages.length).toBe(usual.passages.length);
  });

  it("is not asked about a question that stands in the knowledge base", async () => {
    configureRerank();
    expect((await ask("When do you open?")).endpoints).toEqual([]);
  });
});
