// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it } from "vitest";
import { CameNearest } from "@/components/conversations/came-nearest";
import type { AnswerTrace } from "@/lib/contracts/answer-trace";
import conversations from "@/messages/en/conversations.json";

afterEach(cleanup);

const questions = ["Where is it?", "How do I pay?"].map((text) => ({
  text,
  confidence: 0.9,
  outcome: "answer" as const,
}));
const near = (title: string, question?: number) => ({
  ...(question !== undefined && { question }),
  articleId: title,
  title,
  chunkId: title,
  score: 1,
  confidence: 0.96,
});

function shown(trace: AnswerTrace, position: number | null): string {
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={{ conversations }}>
      <dl>
        <CameNearest trace={trace} position={position} />
      </dl>
    </NextIntlClientProvider>,
  );
  return container.textContent;
}

describe("what came nearest", () => {
  it("stands with the question it was found for, recognised first", () => {
    const trace = {
      questions,
      recognised: [near("Paying", 1)],
      candidates: [near("Parcels", 0), near("Cards", 1), near("Invoices", 1)],
    };
    expect(shown(trace, 0)).toBe("Came nearestParcels96%");
    expect(shown(trace, 1)).toBe("Recognised asPaying96%Came nearestCards96%Invoices96%");
    expect(shown(trace, null)).toBe("");
  });

  it("stands with no single question where it was stored for a message of several as a whole", () => {
    const trace = { questions, candidates: [near("Parcels"), near("Cards")] };
    expect([shown(trace, 0), shown(trace, 1)]).toEqual(["", ""]);
    expect(shown(trace, null)).toBe("Came nearestParcels96%Cards96%");
  });

  it("stands with the only question, however old the answer", () => {
    const trace = { questions: questions.slice(0, 1), candidates: [near("Parcels")] };
    expect(shown(trace, 0)).toBe("Came nearestParcels96%");
    expect(shown(trace, null)).toBe("");
  });
});
