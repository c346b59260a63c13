import { text, timestamp } from "drizzle-orm/pg-core";
import { type IdKind, newId } from "@/lib/ids";

/** A prefixed, sortable primary key (see lib/ids.ts). */
export const id = (kind: IdKind) =>
  text("id")
    .primaryKey()
    .$defaultFn(() => newId(kind));

/** An instant, with time zone, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const createdAt = () => instant("created_at").notNull().defaultNow();
export const updatedAt = () =>
  instant("updated_at")
    .notNull()
    .defaultNow()
    .$onUpdate(() => new Date());
