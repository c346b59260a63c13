import { realtimeChannels } from "@/lib/realtime-channels";
import type { StoredEvent } from "@/server/events/event";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Data a customer's channel may carry: never staff ids, groups or anything of a note. */
const PUBLIC_FIELDS = ["messageId", "kind", "publicSeq", "status", "version", "seq", "side", "sender"] as const;

/** Which channels learn of a conversation event, and with what. Pure, so that a table test can prove that notes never leak. */
export function conversationHints(event: StoredEvent): { channels: string[]; data: Record<string, unknown> }[] {
  const { data, entityId } = event;
  const epoch = typeof data.epoch === "number" ? data.epoch : 0;
  const hidden = event.name === "message.created" && data.publicSeq === null;
  const staffRead = event.name === "conversation.read" && data.side !== "customer";
  const people = [data.staffId, data.toStaffId, data.fromStaffId].map(text).filter((id) => id !== null);
  const staffChannels = [
    realtimeChannels.conversationStaff(entityId, epoch),
    realtimeChannels.staffAll(),
    ...people.map((id) => realtimeChannels.staff(id)),
  ];
  const publicData = Object.fromEntries(PUBLIC_FIELDS.filter((key) => key in data).map((key) => [key, data[key]]));
  if (event.name === "message.created" || staffRead) delete publicData.seq;
  const forCustomer = { channels: [realtimeChannels.conversation(entityId, epoch)], data: publicData };
  const forStaff = { channels: [...new Set(staffChannels)], data };
  return hidden ? [forStaff] : [forCustomer, forStaff];
}
