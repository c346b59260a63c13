import type { HandoffReason } from "@/lib/contracts/conversations";
import { COMMENTS } from "./comments";
import type { SeededCompany, SeededStaff } from "./company";
import { GROUPS } from "./company";
import { type ConversationRows, ConversationStory } from "./conversation-story";
import type { SeededCustomer } from "./customers";
import { ALL_DIALOGUES } from "./dialogues/all-dialogues";
import type { Dialogue, GroupKey, Words } from "./dialogues/dialogue";
import { totalOf } from "./orders";
import { type Passage, type Passages, sectionFor } from "./passages";
import { productOf } from "./products";
import type { Random } from "./random";

/** How a conversation goes. */
export type Ending =
  | "solved"
  | "silent"
  | "open_assistant"
  | "not_helpful"
  | "requested"
  | "no_answer"
  | "withdrawn"
  | "left_message"
  | "returned"
  | "queued"
  | "assigned"
  | "assigned_unanswered";

/** Endings that are none yet. */
const OPEN: readonly Ending[] = ["open_assistant", "queued", "assigned", "assigned_unanswered"];

/** What a ticket made from the conversation needs to know. */
export type Told = {
  rows: ConversationRows;
  dialogue: Dialogue;
  customer: SeededCustomer;
  fill: (words: Words) => string;
};
export type Cast = { company: SeededCompany; customers: readonly SeededCustomer[]; passages: Passages };

const MINUTE_MS = 60_000;

/** The silence after which the product closes a conversation by itself. */
const DAY_SECONDS = 24 * 60 * 60;
const REQUEST: Words = { zh: "转人工", en: "agent" };
const STILL: Words = { zh: "还是不行，我这个情况不一样", en: "That doesn't help, my case is different" };
const THANKS: readonly Words[] = [
  { zh: "不客气，祝您生活愉快。", en: "You're welcome. Have a nice day." },
  { zh: "好的，后续有问题随时找我们。", en: "Glad to help. Write to us whenever you need." },
];
const BACK: Words = { zh: "又来麻烦一下，还是没有收到消息", en: "Sorry to come back, I still haven't heard anything" };
const SETTLED: Words = {
  zh: "刚刚核实了，今天会有结果，我给您盯着。",
  en: "I've just checked: you'll have the result today, I'm keeping an eye on it.",
};
/** How somebody asks what leads to a person: the first way, but what no article answers is asked in every way. */
function wordsFor({ dialogue, customer }: Omit<Told, "rows">, began: Date): string {
  const ways = dialogue.open[customer.locale];
  const way = dialogue.article === null ? Math.floor(began.getTime() / MINUTE_MS) % ways.length : 0;
  return ways[way] ?? "";
}

/** The first question once more, as people repeat it to a machine. */
function again(about: Omit<Told, "rows">, began: Date): string {
  const { fill } = about;
  const opening = wordsFor(about, began);
  return fill({ zh: `我是想问：${opening}`, en: `I mean: ${opening}` });
}
const greetings = (name: string): readonly Words[] => [
  { zh: `您好，我是${name}，之前的对话我看到了。`, en: `Hello, this is ${name}. I've read the conversation so far.` },
  { zh: `您好，${name}为您服务，我先看一下。`, en: `Hi, ${name} here. Let me take a look.` },
];

const said = (text: string): Words => ({ zh: text, en: text });
const present = (...passages: (Passage | null | undefined)[]) => passages.filter((passage) => passage != null);

/** Values stand between spaces, as Latin letters do among Chinese ones, but never beside punctuation or another space. */
function spaced(text: string): string {
  return text
    .replaceAll(/ +/g, " ")
    .replaceAll(/ (?=[.,?!:;，。？！、；：）”])/g, "")
    .replaceAll(/(?<=[，。？！、；：（“]) /g, "")
    .trim();
}

function filler(random: Random, customer: SeededCustomer, at: Date): (words: Words) => string {
  const { locale } = customer;
  const placed = customer.orders.filter((order) => order.placedAt < at && order.status !== "cancelled");
  const order = placed.at(-1) ?? customer.orders[0];
  const product = order?.items[0]?.product ?? productOf("LY-B2");
  const local = new Date(at.getTime() + 30 * 60_000).toLocaleTimeString("en-GB", {
    timeZone: "Asia/Shanghai",
    hour: "2-digit",
    minute: "2-digit",
  });
  const values: Record<string, string> = {
    order: order?.number ?? "A1029",
    product: product.short[locale],
    tracking: order?.trackingNumber ?? `SF${random.int(100_000_000_000, 999_999_999_999)}`,
    amount: `¥${(totalOf(order ?? { items: [] }) / 100).toLocaleString("en-US")}`,
    time: local,
  };
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => ` ${values[name] ?? ""} `);
  return (words) => spaced(fill(words[locale]));
}

/** Tells conversations one after another, each with a customer, a subject and an ending. */
export class Narrator {
  /** Who already has a conversation that goes on. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly cast: Cast,
  ) {}

  /** One whole conversation that begins `at` and ends as told. */
  tell(at: Date, ending: Ending): Told {
    const { random } = this;
    const customer = random.pick(this.cast.customers.filter(({ id, since }) => since < at && !this.busy.has(id)));
    if (OPEN.includes(ending)) this.busy.add(customer.id);
    const dialogue = this.subject(ending);
    const channel = random.weighted([
      ["web", 85],
      ["api", 10],
      ["email", 5],
    ] as const);
    const story = new ConversationStory(random, {
      at,
      inboxId: this.cast.company.inboxes[channel],
      skillGroupId: this.cast.company.groups[dialogue.group],
      locale: customer.locale,
      customer,
    });
    const fill = filler(random, customer, at);
    this.act(story, ending, { dialogue, customer, fill });
    return { rows: story.finish(), dialogue, customer, fill };
  }

  private subject(ending: Ending): Dialogue {
    const wanted = ALL_DIALOGUES.filter(([dialogue]) =>
      ending === "no_answer" ? dialogue.article === null : dialogue.article !== null,
    );
    return this.random.weighted(wanted);
  }

  private act(story: ConversationStory, ending: Ending, about: Omit<Told, "rows">): void {
    const { random } = this;
    if (ending === "open_assistant" || ending === "solved" || ending === "silent") {
      this.consult(story, about, false, ending !== "open_assistant" && random.chance(0.45));
      if (ending === "silent") story.after(DAY_SECONDS).resolve("assumed", "closed_idle");
      if (ending === "solved") this.confirm(story);
      return;
    }
    this.toQueue(story, ending, about);
    if (ending === "queued") return;
    if (ending === "withdrawn" || ending === "left_message") {
      story.after(random.seconds(200)).withdraw(ending);
      if (ending === "withdrawn") this.confirm(story);
      else story.after(random.int(20, 600)).resolve("assumed");
      return;
    }
    this.serve(story, ending, about);
  }

  /** The customer presses Solved. */
  private confirm(story: ConversationStory): void {
    story.after(this.random.int(15, 90)).judge(true);
    story.after(1).resolve("confirmed");
  }

  /** Question and answer with the assistant, once or twice. */
  private consult(story: ConversationStory, about: Omit<Told, "rows">, leadsToPerson: boolean, twice: boolean): void {
    const { dialogue, customer, fill } = about;
    const { locale } = customer;
    const passages = (slug: string | null | undefined) => (slug ? this.cast.passages(slug, locale) : null);
    const first = wordsFor(about, story.began);
    const opening = fill(said(leadsToPerson ? first : this.random.pick(dialogue.open[locale])));
    const article = passages(dialogue.article);
    const detail = article && sectionFor(article, opening);
    story.answer(story.ask(opening), present(article?.lead, detail));
    const { more } = dialogue;
    if (!twice || !more) return;
    const question = fill(more.words);
    const next = passages(more.article) ?? article;
    const section = next && sectionFor(next, question);
    const followUp = story.after(this.random.int(20, 110)).ask(question);
    story.answer(followUp, more.article || !section ? present(next?.lead, section) : [section]);
  }

  private toQueue(story: ConversationStory, ending: Ending, about: Omit<Told, "rows">): void {
    const { random } = this;
    const { customer, fill } = about;
    const reason: HandoffReason = ending === "not_helpful" || ending === "no_answer" ? ending : "requested";
    if (reason !== "requested" || random.chance(0.75)) this.consult(story, about, true, true);
    if (ending === "no_answer") story.after(random.int(8, 40)).answer(story.ask(again(about, story.began)), []);
    if (ending === "not_helpful") {
      story.after(random.int(10, 60)).judge(false);
      story.after(random.int(5, 30)).ask(fill(STILL));
    }
    if (reason === "requested") story.after(random.int(5, 45)).ask(fill(REQUEST));
    const order = customer.orders.at(-1);
    const told = story.rows.messages.filter(({ kind }) => kind === "incoming").map(({ body }) => body);
    const asked = told.filter((text) => text !== fill(REQUEST));
    const mentioned = order !== undefined && told.some((text) => text.includes(order.number));
    story.after(1).queue(reason, {
      asked: (asked.length > 0 ? asked : told).slice(-8),
      known: [
        { label: "tier", value: customer.tier },
        ...(order && mentioned ? [{ label: `order:${order.number}`, value: order.status }] : []),
      ],
      who: { name: customer.name, verified: true },
      needed: ["question", "contact", "order"],
      missing: [...(asked.length > 0 ? [] : ["question" as const]), ...(mentioned ? [] : ["order" as const])],
    });
  }

  /** A person takes over and, unless it stays open, settles it. */
  private serve(story: ConversationStory, ending: Ending, about: Omit<Told, "rows">): void {
    const { random } = this;
    const { dialogue, fill } = about;
    let person = this.agentFor(about);
    const busy = story.now.getUTCHours() === 2 || story.now.getUTCHours() === 12;
    story.after(random.seconds(busy ? 85 : 50)).claim(person);
    if (ending === "assigned_unanswered") return;
    story.after(random.seconds(14)).reply(fill(random.pick(greetings(person.publicName))));
    if (story.rows.answers.length === 0) this.explain(story, about);
    if (random.chance(0.08)) {
      person = this.agentFor(about, { except: person });
      story.after(random.int(30, 120)).transferTo(person);
    } else if (random.chance(0.04)) {
      const group = random.pick(GROUPS.filter(({ key }) => key !== dialogue.group));
      story.after(40).transferToGroup({ id: this.cast.company.groups[group.key], name: group.name });
      person = this.agentFor(about, { group: group.key, except: person });
      story.after(random.seconds(60)).claim(person);
    }
    const turns = ending === "assigned" ? dialogue.person.slice(0, 2) : dialogue.person;
    for (const turn of turns) {
      story.after(random.seconds(turn.by === "agent" ? 42 : 35));
      if (turn.by === "agent") story.reply(fill(turn.words));
      else story.ask(fill(turn.words));
    }
    if (ending === "assigned") return;
    if (turns.at(-1)?.by === "customer") story.after(random.seconds(20)).reply(fill(random.pick(THANKS)));
    if (dialogue.note && random.chance(0.6)) story.after(15).note(fill(dialogue.note));
    this.close(story, about, ending === "returned");
  }

  /** Who asked for a person at once now says why. */
  private explain(story: ConversationStory, { dialogue, customer, fill }: Omit<Told, "rows">): void {
    story.after(this.random.int(10, 40)).ask(fill(said(dialogue.open[customer.locale][0] ?? "")));
    if (dialogue.more) story.after(this.random.int(8, 30)).ask(fill(dialogue.more.words));
  }

  private close(story: ConversationStory, about: Omit<Told, "rows">, returns: boolean): void {
    const { random } = this;
    story.after(random.seconds(90)).resolve(random.chance(0.25) ? "confirmed" : "assumed");
    if (random.chance(0.62)) this.rate(story, about.customer);
    if (!returns) return;
    story.after(random.int(3, 40) * 3600).returnToQueue(about.fill(BACK));
    const person = this.agentFor(about);
    story.after(random.seconds(55)).claim(person);
    story.after(random.seconds(30)).reply(about.fill(SETTLED));
    story.after(random.seconds(120)).resolve("assumed");
    if (random.chance(0.6)) this.rate(story, about.customer);
  }

  private rate(story: ConversationStory, customer: SeededCustomer): void {
    const { random } = this;
    const waited = story.rows.handoffs.at(-1);
    const slow = waited?.acceptedAt ? waited.acceptedAt.getTime() - waited.requestedAt.getTime() > 150_000 : false;
    const score = random.weighted(
      slow
        ? ([
            [4, 30],
            [3, 36],
            [2, 22],
            [1, 12],
          ] as const)
        : ([
            [4, 60],
            [3, 30],
            [2, 7],
            [1, 3],
          ] as const),
    );
    const comment = random.chance(0.4) ? random.pick(COMMENTS[score][customer.locale]) : null;
    story.after(random.seconds(60)).rate(score, comment);
  }

  /** Somebody of the group, the skilled and those who speak the customer's language first. */
  private agentFor(about: Omit<Told, "rows">, wish: { group?: GroupKey; except?: SeededStaff } = {}): SeededStaff {
    const group = wish.group ?? about.dialogue.group;
    const able = this.cast.company.staff.filter((person) => person.groups[group] && person.id !== wish.except?.id);
    const weight = (person: SeededStaff) =>
      (person.groups[group] ?? 1) * (person.locale === about.customer.locale ? 5 : 1);
    return this.random.weighted(able.map((person) => [person, weight(person)] as const));
  }
}
