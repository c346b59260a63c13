import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { conversations, customers } from "@/db/schema";
import type { AppliesTo, KeptCircumstances } from "@/lib/contracts/circumstances";
import { trainInLocale } from "@/server/assistant/recogniser/train-job";
import { createConversation } from "@/server/conversations/create-conversation";
import { archiveArticle } from "@/server/knowledge/archive-article";
import { publishArticle } from "@/server/knowledge/publish-article";
import { saveDraft } from "@/server/knowledge/save-draft";
import { contextOf, installInboxes, staffMember } from "../../support/actors";
import { ask } from "../../support/answers";
import { ownDatabase } from "../../support/database";
import { Talker } from "../../support/talker";

ownDatabase();

let editor: Awaited<ReturnType<typeof staffMember>>;
const ids: Record<string, string> = {};

type Text = { title: string; body: string; questions?: string[] };

async function publish(name: string, text: Text, place: { variantOf?: string; appliesTo?: AppliesTo } = {}) {
  const input = { locale: "en" as const, questions: [], ...text, ...place };
  const { articleId } = await saveDraft({ ctx: editor, input });
  await publishArticle({ ctx: editor, input: { articleId, locale: "en" } });
  ids[name] = articleId;
}

beforeAll(async () => {
  await installInboxes();
  editor = await staffMember("editor");
  const questions = ["How do I connect the watch?", "My watch won't pair", "pair the watch with my phone"];
  await publish("watch", {
    title: "Connecting the watch",
    body: "Open the settings of the phone and follow the watch.",
    questions,
  });
  await publish(
    "watchIos",
    { title: "Connecting the watch to an iPhone", body: "On the iPhone allow Bluetooth under Privacy, then tap Pair." },
    { variantOf: ids.watch, appliesTo: { platform: ["ios"] } },
  );
  await publish(
    "watchAndroid",
    { title: "Connecting the watch to Android", body: "Switch off battery saving for the app, then tap Pair." },
    { variantOf: ids.watch, appliesTo: { platform: ["android"] } },
  );
  await publish("fees", {
    title: "Return shipping",
    body: "Sending a return costs 12 yuan.",
    questions: ["Who pays the return postage?"],
  });
  await publish(
    "feesGold",
    { title: "Return shipping for Gold members", body: "Two returns a month are free of charge for you." },
    { variantOf: ids.fees, appliesTo: { tier: ["gold", "platinum"] } },
  );
  await publish(
    "feesRemote",
    { title: "Return shipping from remote areas", body: "From remote areas a return costs 27 yuan." },
    { variantOf: ids.fees, appliesTo: { region: ["CN-XJ", "CN-XZ"] } },
  );
  const { articleId: family } = await saveDraft({
    ctx: editor,
    input: { locale: "en", title: "Resetting the hub", questions: [], body: "" },
  });
  ids.hub = family;
  for (const [name, platform, body] of [
    ["hubIos", "ios", "Shake the iPhone over the hub to reset it."],
    ["hubAndroid", "android", "Hold the Android widget for ten seconds to reset it."],
  ] as const) {
    const title = `Resetting the hub ${platform === "ios" ? "with an iPhone" : "with Android"}`;
    await publish(
      name,
      { title, body, questions: ["How do I reset the hub?"] },
      { variantOf: family, appliesTo: { platform: [platform] } },
    );
  }
  await trainInLocale(contextOf({ kind: "system" }, new Date()), "en");
});

/** Somebody who begins under some circumstances. */
async function talker(
  circumstances: Pick<KeptCircumstances, "given" | "seen"> = {},
  profile: object = {},
): Promise<Talker> {
  const person = await Talker.begin("en");
  await db()
    .update(customers)
    .set({ tier: "basic", ...profile })
    .where(eq(customers.id, person.customer.actor.customerId));
  const { id } = await createConversation({ ctx: person.customer, input: { channel: "web", circumstances } });
  person.conversationId = id;
  return person;
}

const cited = ({ events }: Awaited<ReturnType<Talker["say"]>>) =>
  events.flatMap((each) => (each.event === "citation" ? [each.data.articleId] : []));

const ANDROID = { seen: { platform: "android", device: "phone" } };

describe("a question about an article with variants", () => {
  it("is answered from the variant for what the customer says they use", async () => {
    const heard = await (await talker()).say("How do I connect the watch on my iPhone?");
    expect(heard.decision.kind).toBe("answer");
    expect(cited(heard)).toEqual([ids.watchIos]);
    expect(heard.text).toContain("allow Bluetooth under Privacy");
  });

  it("is answered from the variant for what the browser shows, unless the customer says otherwise", async () => {
    const seen = await talker(ANDROID);
    expect(cited(await seen.say("How do I connect the watch?"))).toEqual([ids.watchAndroid]);
    const told = await talker(ANDROID);
    expect(cited(await told.say("How do I connect the watch? I have an iPhone"))).toEqual([ids.watchIos]);
    expect(cited(await told.say("My watch won't pair"))).toEqual([ids.watchIos]);
  });

  it("remembers what was said beyond the messages that are read again", async () => {
    const person = await talker();
    await person.say("I use an Android phone. How do I connect the watch?");
    const [row] = await db().select().from(conversations).where(eq(conversations.id, person.conversationId));
    expect(row?.circumstances.said).toEqual({ platform: "android", device: "phone" });
    await ask(person.customer, person.conversationId, ...Array.from({ length: 14 }, (_, at) => `note ${at}`));
    expect(cited(await person.say("How do I connect the watch?"))).toEqual([ids.watchAndroid]);
  });

  it("follows what an app gives before what its requests show", async () => {
    const person = await talker({ given: { platform: "ios" }, seen: { platform: "linux" } });
    expect(cited(await person.say("How do I connect the watch?"))).toEqual([ids.watchIos]);
  });

  it("follows the profile: its tier and where its owner lives", async () => {
    expect(cited(await (await talker({}, { tier: "gold" })).say("Who pays the return postage?"))).toEqual([
      ids.feesGold,
    ]);
    const remote = await talker({}, { attributes: { City: "Urumqi" } });
    expect(cited(await remote.say("Who pays the return postage?"))).toEqual([ids.feesRemote]);
    expect(cited(await (await talker()).say("Who pays the return postage?"))).toEqual([ids.fees]);
  });

  it("is answered generally when nothing is known, and offers the others to be chosen", async () => {
    const person = await talker();
    const heard = await person.say("How do I connect the watch?");
    expect(cited(heard)).toEqual([ids.watch]);
    expect(heard.decision.choices).toEqual(["Connecting the watch to an iPhone", "Connecting the watch to Android"]);
    const next = await person.say(heard.decision.choices?.[1] ?? "");
    expect(cited(next)).toEqual([ids.watchAndroid]);
    expect(next.decision.choices).toBeUndefined();
  });

  it("is never answered from, nor offered, what contradicts the customer", async () => {
    for (const given of [{ platform: "windows", device: "computer" }, { platform: "harmonyos" }]) {
      const heard = await (await talker({ given })).say("How do I connect the watch?");
      expect(cited(heard)).toEqual([ids.watch]);
      expect(heard.decision.choices).toBeUndefined();
      const hub = await (await talker({ given })).say("How do I reset the hub?");
      expect(cited(hub)).toEqual([]);
      expect(hub.text).not.toMatch(/iPhone|widget/);
    }
  });

  it("is not held against who writes from a computer about what is done on a phone", async () => {
    const seen = { platform: "windows", device: "computer" };
    const heard = await (await talker({ seen })).say("How do I connect the watch?");
    expect(cited(heard)).toEqual([ids.watch]);
    expect(heard.decision.choices).toHaveLength(2);
    expect((await (await talker({ seen })).say("How do I reset the hub?")).decision.kind).toBe("ask");
  });

  it("asks once which is meant when each text is only for some", async () => {
    const person = await talker();
    const heard = await person.say("How do I reset the hub?");
    expect(heard.decision).toMatchObject({
      kind: "ask",
      choices: ["Resetting the hub with an iPhone", "Resetting the hub with Android"],
    });
    expect(cited(heard)).toEqual([]);
    expect(cited(await person.say("Resetting the hub with Android"))).toEqual([ids.hubAndroid]);
    const stubborn = await talker();
    expect((await stubborn.say("How do I reset the hub?")).decision.kind).toBe("ask");
    expect((await stubborn.say("How do I reset the hub please?")).decision.kind).not.toBe("ask");
  });

  it("tells staff what picked the text", async () => {
    const person = await talker(ANDROID);
    await person.say("How do I connect the watch?");
    expect((await person.trace())?.questions?.[0]?.variant).toEqual({
      title: "Connecting the watch to Android",
      because: [{ dimension: "platform", value: "android", source: "seen" }],
    });
    expect((await person.trace())?.recognised?.[0]?.title).toBe("Connecting the watch to Android");
  });

  it("is not answered from a variant that says for nobody", async () => {
    await publish(
      "watchNobody",
      { title: "Connecting the watch to a fridge", body: "The fridge hums." },
      { variantOf: ids.watch },
    );
    const heard = await (await talker()).say("Connecting the watch to a fridge");
    expect(cited(heard)).toEqual([ids.watch]);
  });

  it("is not answered from a variant that is only being written, or was taken back", async () => {
    await saveDraft({
      ctx: editor,
      input: {
        locale: "en",
        title: "Connecting the watch to Windows",
        body: "Nobody may read this yet.",
        questions: [],
        variantOf: ids.watch,
        appliesTo: { platform: ["windows"] },
      },
    });
    const windows = { seen: { platform: "windows" } };
    const heard = await (await talker(windows)).say("How do I connect the watch?");
    expect(cited(heard)).toEqual([ids.watch]);
    expect(heard.text).not.toContain("Nobody may read this");
    await archiveArticle({ ctx: editor, input: { articleId: ids.watchAndroid ?? "", locale: "en" } });
    expect(cited(await (await talker(ANDROID)).say("How do I connect the watch?"))).toEqual([ids.watch]);
  });
});
