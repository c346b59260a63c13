import { describe, expect, test } from "vitest";
import { type ConversationRights, rightsOn } from "@/components/conversations/conversation-rights";
import type { ConversationStatus } from "@/lib/contracts/conversations";
import type { StaffRole } from "@/lib/contracts/team";

const ME = "stf_me";

function granted(status: ConversationStatus, holder: "me" | "other" | null, role: StaffRole): string {
  const assigneeId = holder === "me" ? ME : holder === "other" ? "stf_other" : null;
  const rights = rightsOn({ status, assigneeId }, { id: ME, role });
  const names: (keyof ConversationRights)[] = ["reply", "note", "take", "transfer", "resolve"];
  return names.filter((name) => rights[name]).join(" ");
}

describe("what a screen offers", () => {
  test("an agent replies only to what they hold and takes only what waits", () => {
    expect(granted("assigned", "me", "agent")).toBe("reply note transfer resolve");
    expect(granted("queued", null, "agent")).toBe("note take transfer resolve");
    expect(granted("assigned", "other", "agent")).toBe("note");
    expect(granted("assistant", null, "agent")).toBe("note resolve");
    expect(granted("resolved", null, "agent")).toBe("note");
  });

  test("managers and admins also pass on and close what others hold, but speak for nobody", () => {
    for (const role of ["manager", "admin"] as const) {
      expect(granted("assigned", "other", role)).toBe("note transfer resolve");
    }
  });

  test("an editor is offered nothing", () => {
    for (const status of ["assistant", "queued", "assigned", "resolved"] as const) {
      expect(granted(status, null, "editor")).toBe("");
    }
  });
});
