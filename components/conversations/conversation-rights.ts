import type { ConversationStatus } from "@/lib/contracts/conversations";
import { roleMay } from "@/lib/contracts/permissions";
import type { StaffRole } from "@/lib/contracts/team";

type Held = { status: ConversationStatus; assigneeId: string | null };

/** What somebody may do with a conversation as it stands; the server decides by the same rules. */
export type ConversationRights = Record<"reply" | "note" | "take" | "transfer" | "resolve", boolean>;

/** Rights by status and holder. Managers and admins may transfer and resolve what others hold. */
export function rightsOn(conversation: Held, me: { id: string; role: StaffRole }): ConversationRights {
  const serves = roleMay(me.role, "conversations:reply");
  const mine = conversation.assigneeId === me.id;
  const supervises = me.role === "manager" || me.role === "admin";
  const open = conversation.status !== "resolved";
  const held = conversation.assigneeId !== null;
  const queued = conversation.status === "queued";
  return {
    reply: serves && mine,
    note: serves,
    take: serves && queued,
    transfer: serves && (queued || mine || (supervises && held)),
    resolve: serves && open && (!held || mine || supervises),
  };
}
