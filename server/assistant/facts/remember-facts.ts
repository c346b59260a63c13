import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Executor } from "@/db/client";
import { conversationFacts, conversations, customers, messages } from "@/db/schema";
import type { Fact, FactKind } from "@/lib/contracts/understanding";
import { decryptField, encryptField, hashField } from "@/lib/crypto";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n";
import { detectLocale } from "@/lib/text/detect-locale";
import { getSettings } from "@/server/settings/get-settings";
import { factKey, factsIn } from "./facts-in";
import type { FactContext } from "./finder";
import { loadCatalogue } from "./load-catalogue";

const CONTEXT = "conversation_facts.value";
const MESSAGES = 50;

/** One value a customer gave. `current` is false once a later message gave another of the same kind. */
export type KnownFact = {
  kind: FactKind;
  /** As {@link factKey} writes it; in clear. */
  value: string;
  masked: string;
  valid: boolean;
  verified: boolean;
  current: boolean;
  messageId: string | null;
};

type Source = { conversationId: string; messageId: string; seq: number };

/**
 * Keeps the facts of a message: one row for each value, moved to this message when an earlier one told it already.
 * Idempotent, and independent of the order in which messages are read.
 */
export async function rememberFacts(db: Executor, source: Source, facts: readonly Fact[]): Promise<void> {
  const rows = await Promise.all(
    facts.map(async ({ kind, value, masked, valid }) => ({
      ...source,
      kind,
      masked,
      valid,
      valueEncrypted: await encryptField(factKey(value), CONTEXT),
      valueHash: await hashField(factKey(value)),
    })),
  );
  const distinct = new Map(rows.map((row) => [`${row.kind} ${row.valueHash}`, row]));
  if (distinct.size === 0) return;
  await db
    .insert(conversationFacts)
    .values([...distinct.values()])
    .onConflictDoUpdate({
      target: [conversationFacts.conversationId, conversationFacts.kind, conversationFacts.valueHash],
      set: { messageId: sql`excluded.message_id`, seq: sql`excluded.seq` },
      setWhere: sql`${conversationFacts.seq} < excluded.seq`,
    });
}

/** Reads what the customer wrote last in a conversation and remembers its facts. @param messageId only this message. */
export async function rememberFactsOf(db: Executor, conversationId: string, messageId?: string): Promise<void> {
  const rows = await db
    .select({
      id: messages.id,
      seq: messages.seq,
      body: messages.body,
      at: messages.createdAt,
      locale: conversations.locale,
      timeZone: customers.timeZone,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .innerJoin(customers, eq(customers.id, conversations.customerId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(messages.kind, "incoming"),
        messageId === undefined ? undefined : eq(messages.id, messageId),
      ),
    )
    .orderBy(desc(messages.seq))
    .limit(MESSAGES);
  if (rows.length === 0) return;
  const products = await loadCatalogue(db);
  const { timeZone } = await getSettings(db, "company");
  for (const row of rows) {
    const context: FactContext = { locale: localeOf(row), now: row.at, timeZone: row.timeZone ?? timeZone, products };
    await rememberFacts(db, { conversationId, messageId: row.id, seq: row.seq }, factsIn(row.body, context));
  }
}

function localeOf({ body, locale }: { body: string; locale: string }) {
  const written = detectLocale(body);
  if (isLocale(written)) return written;
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
}

/** What is known of a conversation, the latest first; values are decrypted, so the caller decides who sees them. */
export async function listFacts(db: Executor, conversationId: string): Promise<KnownFact[]> {
  const rows = await db
    .select()
    .from(conversationFacts)
    .where(eq(conversationFacts.conversationId, conversationId))
    .orderBy(desc(conversationFacts.seq), asc(conversationFacts.createdAt), asc(conversationFacts.id));
  const latest = new Map<FactKind, number>();
  for (const { kind, seq } of rows) latest.set(kind, Math.max(seq, latest.get(kind) ?? 0));
  return Promise.all(
    rows.map(async ({ kind, valueEncrypted, masked, valid, verifiedAt, seq, messageId }) => ({
      kind,
      value: await decryptField(valueEncrypted, CONTEXT),
      masked,
      valid,
      verified: verifiedAt !== null,
      current: latest.get(kind) === seq,
      messageId,
    })),
  );
}
