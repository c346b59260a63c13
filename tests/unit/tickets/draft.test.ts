import { describe, expect, it } from "vitest";
import { composeDraft } from "@/server/tickets/compose-draft";
import { guessTicketType } from "@/server/tickets/guess-ticket-type";
import { shortSubject } from "@/server/tickets/short-subject";
import { ticketPriority } from "@/server/tickets/ticket-priority";

const WORDS = { said: "They wrote:", tried: (title: string) => `Read: ${title}`, order: (no: string) => `Order ${no}` };

describe("a ticket's draft", () => {
  it("takes subject, type and priority from what was said, and leaves out greetings and requests for a person", () => {
    const draft = composeDraft(
      {
        said: ["hi", "My left earbud is broken. It does not charge any more.", "转人工"],
        card: {
          why: "requested",
          asked: [],
          tried: [
            { title: "Warranty periods", slug: "warranty", solved: false },
            { title: "Charging", slug: "charging", solved: true },
          ],
          known: [
            { label: "tier", value: "gold" },
            { label: "order:A1029", value: "delivered" },
          ],
          missing: [],
        },
        tier: "gold",
      },
      WORDS,
    );
    expect(draft).toEqual({
      subject: "My left earbud is broken",
      description:
        "They wrote:\n> My left earbud is broken. It does not charge any more.\n\nOrder A1029\nRead: Warranty periods",
      type: "repair",
      priority: "high",
    });
  });

  it("of a conversation with nothing but a greeting still has a subject", () => {
    expect(composeDraft({ said: ["在吗"], card: null, tier: "basic" }, WORDS).subject).toBe("在吗");
  });

  it("stays under the limit of a description however long the conversation was", () => {
    const draft = composeDraft({ said: Array(30).fill("退款".repeat(2000)), card: null, tier: "basic" }, WORDS);
    expect([...draft.description].length).toBeLessThanOrEqual(8000);
  });
});

describe("a ticket's type", () => {
  it.each([
    ["我要投诉你们的快递", "complaint"],
    ["Where is my refund for the returned watch?", "refund"],
    ["耳机可以换货吗", "return"],
    ["路由器坏了，没反应", "repair"],
    ["The robot doesn't charge", "repair"],
    ["包裹一直没有更新", "delivery"],
    ["How do I change the address of my order?", "order"],
    ["请问门店几点开门", "question"],
  ])("of %j is %s", (text, type) => {
    expect(guessTicketType(text)).toBe(type);
  });
});

describe("a ticket's first priority", () => {
  it("rises one step for gold and platinum customers and never past urgent", () => {
    expect(ticketPriority("question", "basic")).toBe("low");
    expect(ticketPriority("question", "platinum")).toBe("normal");
    expect(ticketPriority("complaint", "silver")).toBe("high");
    expect(ticketPriority("complaint", "gold")).toBe("urgent");
  });
});

describe("a subject made of a text", () => {
  it("is the first sentence, at most sixty characters, cut between words", () => {
    expect(shortSubject("耳机坏了。怎么办？")).toBe("耳机坏了");
    expect(shortSubject("  \n Version 2.5 fails to install! Help")).toBe("Version 2.5 fails to install");
    const long = shortSubject("The robot vacuum stops in the middle of the living room every single evening at nine");
    expect(long).toBe("The robot vacuum stops in the middle of the living room…");
    expect([...shortSubject("退".repeat(200))]).toHaveLength(60);
  });

  it("never splits a character outside the basic plane", () => {
    expect(shortSubject("😀".repeat(100)).isWellFormed()).toBe(true);
  });
});
