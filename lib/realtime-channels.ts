/** Names of every realtime channel, and the way back from a name to what it is about. */
export const realtimeChannels = {
  conversation: (id: string, epoch: number) => `private-conversation-${id}-${epoch}`,
  conversationStaff: (id: string, epoch: number) => `private-conversation-${id}-${epoch}-staff`,
  conversationPresence: (id: string, epoch: number) => `presence-conversation-${id}-${epoch}-staff`,
  staff: (id: string) => `private-staff-${id}`,
  group: (id: string) => `private-group-${id}`,
  staffAll: () => "private-staff-all",
  dashboard: () => "private-dashboard",
  ticket: (id: string) => `private-ticket-${id}`,
} as const;

export type RealtimeChannel =
  | { kind: "conversation" | "conversationStaff" | "conversationPresence"; id: string; epoch: number }
  | { kind: "staff" | "group" | "ticket"; id: string }
  | { kind: "staffAll" | "dashboard" };

/** Parses a channel name; null for any name this product does not use. */
export function parseRealtimeChannel(name: string): RealtimeChannel | null {
  const conversation = /^(private|presence)-conversation-(conv_[0-9a-z]+)-(\d{1,9})(-staff)?$/.exec(name);
  if (conversation) {
    const [, type, id = "", epoch, staff] = conversation;
    if (type === "presence") return staff ? { kind: "conversationPresence", id, epoch: Number(epoch) } : null;
    return { kind: staff ? "conversationStaff" : "conversation", id, epoch: Number(epoch) };
  }
  const person = /^private-(staff|group)-((?:stf|grp)_[0-9a-z]+)$/.exec(name);
  if (person) return { kind: person[1] === "staff" ? "staff" : "group", id: person[2] ?? "" };
  const ticket = /^private-ticket-(tkt_[0-9a-z]+)$/.exec(name)?.[1];
  if (ticket) return { kind: "ticket", id: ticket };
  if (name === "private-staff-all") return { kind: "staffAll" };
  return name === "private-dashboard" ? { kind: "dashboard" } : null;
}

/** The only client event the product accepts. */
export const TYPING_EVENT = "client-typing";

/** What a realtime event carries: a hint, under 10 KB; the database is the truth. */
export type RealtimeHint = {
  name: string;
  id: string;
  at: string;
  seq?: number;
  version?: number;
  data?: Record<string, unknown>;
};
