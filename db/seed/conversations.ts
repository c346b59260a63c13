import type { Executor } from "../client";
import {
  answerFeedback,
  answerPassages,
  answers,
  assignments,
  conversations,
  handoffs,
  messages,
  ratings,
  readMarks,
  resolutions,
} from "../schema";
import { type Cast, type Ending, Narrator, type Told } from "./conversation-plans";
import { insertRows } from "./insert-rows";
import type { Random } from "./random";
import { startTimes } from "./schedule";

const DAYS = 30;
const COUNT = 540;
const MINUTE_MS = 60_000;

/** How conversations end, out of a hundred. */
const ENDINGS: readonly (readonly [Ending, number])[] = [
  ["solved", 44],
  ["silent", 14],
  ["not_helpful", 12],
  ["requested", 15],
  ["no_answer", 6],
  ["withdrawn", 3],
  ["left_message", 2],
  ["returned", 4],
];

/** What is going on when the product is first opened: minutes before, and how far it has come. */
const OPEN_NOW: readonly (readonly [number, Ending])[] = [
  [34, "assigned"],
  [27, "assigned"],
  [21, "assigned"],
  [16, "open_assistant"],
  [12, "assigned_unanswered"],
  [9, "queued"],
  [7, "open_assistant"],
  [5, "queued"],
  [4, "open_assistant"],
  [3, "queued"],
];

/** Within two hours of the end there is only time for short ones; silence takes a day, coming back takes days. */
function endingFor(random: Random, at: Date, anchor: Date): Ending {
  const minutesLeft = (anchor.getTime() - at.getTime()) / MINUTE_MS;
  const ending = minutesLeft < 120 ? "solved" : random.weighted(ENDINGS);
  if (ending === "silent" && minutesLeft < 25 * 60) return "solved";
  return ending === "returned" && minutesLeft < 3 * 24 * 60 ? "requested" : ending;
}

/** Thirty days of conversations up to `anchor`, the last few still going on. Returns them as told, oldest first. */
export async function seedConversations(db: Executor, random: Random, anchor: Date, cast: Cast): Promise<Told[]> {
  const narrator = new Narrator(random, cast);
  const until = new Date(anchor.getTime() - 38 * MINUTE_MS);
  const past = startTimes(random, { anchor, until, days: DAYS, count: COUNT }).map((at) => {
    const told = narrator.tell(at, endingFor(random, at, anchor));
    return told;
  });
  const current = OPEN_NOW.map(([minutes, ending]) =>
    narrator.tell(new Date(anchor.getTime() - minutes * MINUTE_MS), ending),
  );
  const all = [...past, ...current];
  const rows = all.map(({ rows: told }) => told);
  await insertRows(
    db,
    conversations,
    rows.map(({ conversation }) => conversation),
  );
  await insertRows(
    db,
    messages,
    rows.flatMap((told) => told.messages),
  );
  await insertRows(
    db,
    answers,
    rows.flatMap((told) => told.answers),
  );
  await insertRows(
    db,
    answerPassages,
    rows.flatMap((told) => told.passages),
  );
  await insertRows(
    db,
    answerFeedback,
    rows.flatMap((told) => told.feedback),
  );
  await insertRows(
    db,
    handoffs,
    rows.flatMap((told) => told.handoffs),
  );
  await insertRows(
    db,
    assignments,
    rows.flatMap((told) => told.assignments),
  );
  await insertRows(
    db,
    resolutions,
    rows.flatMap((told) => told.resolutions),
  );
  await insertRows(
    db,
    ratings,
    rows.flatMap((told) => told.ratings),
  );
  await insertRows(
    db,
    readMarks,
    rows.flatMap((told) => told.readMarks),
  );
  return all;
}
