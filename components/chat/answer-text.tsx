import { createElement as draw, type ReactNode } from "react";
import { articlesIn } from "@/lib/text/markdown-targets";
import { type AnswerBlock, type AnswerInline, parseAnswer } from "@/lib/text/parse-answer";
import { useChatSetting } from "./chat-context";
import type { Cited } from "./chat-state";
import { SourceMark } from "./source-mark";

type Runs = (content: readonly AnswerInline[]) => ReactNode[];

function drawTable({ head, rows }: Extract<AnswerBlock, { type: "table" }>, runs: Runs): ReactNode {
  const heads = head.map((cell) => draw("th", { scope: "col" }, ...runs(cell)));
  const lines = rows.map((row) => draw("tr", null, ...row.map((cell) => draw("td", null, ...runs(cell)))));
  return draw("table", null, draw("thead", null, draw("tr", null, ...heads)), draw("tbody", null, ...lines));
}

// Drawn by places, not by keys: a part of a text has no name but its place.
function drawBlock(block: AnswerBlock, runs: Runs): ReactNode {
  switch (block.type) {
    case "code":
      return <pre>{block.text}</pre>;
    case "table":
      return drawTable(block, runs);
    case "list": {
      const items = block.items.map((item) => draw("li", null, ...runs(item)));
      return block.ordered ? draw("ol", { start: block.start }, ...items) : draw("ul", null, ...items);
    }
    case "heading":
      return draw("p", null, draw("strong", null, ...runs(block.content)));
    default:
      return draw("p", { className: "whitespace-pre-line" }, ...runs(block.content));
  }
}

function drawRun(run: AnswerInline, citations: readonly Cited[]): ReactNode {
  switch (run.type) {
    case "cite": {
      const source = citations[run.number - 1];
      return source ? <SourceMark number={run.number} source={source} /> : `[${run.number}]`;
    }
    case "strong":
      return <strong>{run.text}</strong>;
    case "code":
      return <code>{run.text}</code>;
    case "link":
      return (
        <a href={run.href} rel="noopener noreferrer" target={run.outside ? "_blank" : undefined}>
          {run.text}
        </a>
      );
    default:
      return run.text;
  }
}

/** An answer's Markdown, drawn from its own small tree: no HTML, no images, links only here or to https. */
export function AnswerText({ text, citations }: { text: string; citations: readonly Cited[] }) {
  const { locale } = useChatSetting();
  const runs: Runs = (content) => content.map((run) => drawRun(run, citations));
  return draw(
    "div",
    { className: "prose-zhida" },
    ...parseAnswer(text, { articleHref: articlesIn(locale) }).map((block) => drawBlock(block, runs)),
  );
}
