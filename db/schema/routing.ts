import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { type CalendarHours, DEFAULT_CAPACITY, PRESENCE_STATES } from "@/lib/contracts/routing";
import { createdAt, id, instant, updatedAt } from "../columns";
import { staff } from "./team";

export const presenceState = pgEnum("presence_state", PRESENCE_STATES);

/** When people answer: weekly hours with closed and extra working days. */
export const calendars = pgTable("calendars", {
  id: id("calendar"),
  name: text("name").notNull(),
  hours: jsonb("hours").$type<CalendarHours>().notNull(),
  updatedAt: updatedAt(),
});

/** Targets of routing. */
export const skillGroups = pgTable("skill_groups", {
  id: id("skillGroup"),
  name: jsonb("name").$type<Record<string, string>>().notNull(),
  position: integer("position").notNull().default(0),
  createdAt: createdAt(),
});

export const skillGroupMembers = pgTable(
  "skill_group_members",
  {
    groupId: text("group_id")
      .notNull()
      .references(() => skillGroups.id, { onDelete: "cascade" }),
    staffId: text("staff_id")
      .notNull()
      .references(() => staff.id, { onDelete: "cascade" }),
    level: integer("level").notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.staffId] }),
    index("skill_group_members_staff_idx").on(table.staffId),
  ],
);

/** One row an agent; offline on read when `seen_at` is older than PRESENCE_TIMEOUT_SECONDS. */
export const presence = pgTable("presence", {
  staffId: text("staff_id")
    .primaryKey()
    .references(() => staff.id, { onDelete: "cascade" }),
  state: presenceState("state").notNull().default("offline"),
  capacity: integer("capacity").notNull().default(DEFAULT_CAPACITY),
  seenAt: instant("seen_at").notNull(),
});
