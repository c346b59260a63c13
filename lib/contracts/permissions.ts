import type { StaffRole } from "./team";

/** What each action needs, as `<domain>:<action>` → the roles that hold it. The one place where roles mean something. */
export const PERMISSIONS = {
  "conversations:read": ["admin", "manager", "agent"],
  "conversations:reply": ["admin", "manager", "agent"],
  "customers:read": ["admin", "manager", "agent"],
  "customers:write": ["admin", "manager", "agent"],
  "tickets:read": ["admin", "manager", "agent"],
  "tickets:write": ["admin", "manager", "agent"],
  "knowledge:read": ["admin", "manager", "agent", "editor"],
  "knowledge:write": ["admin", "manager", "editor"],
  "assistant:trace": ["admin", "manager", "agent", "editor"],
  "assistant:correct": ["admin", "manager"],
  "quality:read": ["admin", "manager", "editor"],
  "quality:write": ["admin", "manager", "editor"],
  "routing:manage": ["admin", "manager"],
  "analytics:read": ["admin", "manager"],
  "team:read": ["admin", "manager", "agent", "editor"],
  "team:manage": ["admin"],
  "settings:manage": ["admin"],
  "mail:read": ["admin"],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether a role holds a permission. */
export function roleMay(role: StaffRole, permission: Permission): boolean {
  return PERMISSIONS[permission].some((holder) => holder === role);
}
