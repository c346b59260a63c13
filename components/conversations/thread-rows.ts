import type { MessageView } from "@/lib/contracts/conversations";
import { needsSeparator } from "@/lib/time";

/** One line of the log: a time, a message (first and last of its group), or an activity notice. */
export type ThreadRow =
  | { type: "time"; key: string; at: string }
  | { type: "notice"; key: string; message: MessageView }
  | { type: "message"; key: string; message: MessageView; first: boolean; last: boolean };

const speaker = (message: MessageView) =>
  message.kind === "activity" ? `notice:${message.seq}` : `${message.kind}:${message.sender.type}:${message.sender.id}`;

/**
 * The log of a conversation: a time stands before the first message, on a new day and after five silent minutes;
 * neighbouring messages of one speaker form a group.
 */
export function threadRows(messages: readonly MessageView[], timeZone: string): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let previous: MessageView | undefined;
  for (const message of messages) {
    const parted = needsSeparator(previous && new Date(previous.createdAt), new Date(message.createdAt), timeZone);
    if (parted) rows.push({ type: "time", key: `time:${message.seq}`, at: message.createdAt });
    const joined = !parted && previous !== undefined && speaker(previous) === speaker(message);
    const before = rows.at(-1);
    if (joined && before?.type === "message") before.last = false;
    rows.push(
      message.kind === "activity"
        ? { type: "notice", key: message.id, message }
        : { type: "message", key: message.id, message, first: !joined, last: true },
    );
    previous = message;
  }
  return rows;
}
