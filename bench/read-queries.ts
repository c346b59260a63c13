import { readFileSync } from "node:fs";

/** A question with the ids that answer it; none when it should be handed over. `kind` groups the figures. */
export type BenchQuery = { text: string; right: string[]; kind: string; previous: string[] };

const UNANSWERABLE = new Set(["oos", "unknown", "ood", "no_nodes_detected", ""]);

/**
 * Reads test questions: tab-separated with a header (`text`, `label`, optional `kind`), or one JSON object a line
 * (`query`, `rel`, optional `history`). A question of a kind other than `known` has no right answer.
 */
export function readQueries(path: string): BenchQuery[] {
  const lines = readFileSync(path, "utf8").split(/\r?\n/).filter(Boolean);
  return path.endsWith(".tsv") ? fromTable(lines) : lines.map(fromJson);
}

function fromTable([header = "", ...rows]: string[]): BenchQuery[] {
  const names = header.split("\t");
  return rows.map((row) => {
    const cells = row.split("\t");
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const label = cell("label");
    const kind = cell("kind") || (UNANSWERABLE.has(label.toLowerCase()) ? "unknown" : "known");
    return { text: cell("text"), right: kind === "known" ? [label] : [], kind, previous: [] };
  });
}

type JsonQuery = {
  query?: string;
  text?: string;
  rel?: (string | number)[];
  history?: { role: string; text: string }[];
};

function fromJson(line: string): BenchQuery {
  const { query, text, rel = [], history = [] } = JSON.parse(line) as JsonQuery;
  return {
    text: query ?? text ?? "",
    right: rel.map(String),
    kind: rel.length > 0 ? "known" : "unknown",
    previous: history.map((turn) => turn.text),
  };
}
