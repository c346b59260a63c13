/** First path segments of pages for staff; everything else is public or guards itself. */
export const STAFF_AREAS = [
  "inbox",
  "tickets",
  "customers",
  "knowledge",
  "analytics",
  "quality",
  "routing",
  "sla",
  "automation",
  "channels",
  "team",
  "settings",
] as const;

/** Whether a path belongs to the console or to management. */
export function isStaffPath(path: string): boolean {
  return STAFF_AREAS.some((area) => area === path.split("/")[1]);
}

/** A place inside the console to go on to after signing in; null for anything that could lead elsewhere. */
export function returnPath(value: unknown): string | null {
  if (typeof value !== "string" || !/^\/[^/\\]/.test(value) || value.includes("\\")) return null;
  const url = URL.canParse(value, "http://here.invalid") ? new URL(value, "http://here.invalid") : null;
  return url?.origin === "http://here.invalid" && isStaffPath(url.pathname) ? url.pathname + url.search : null;
}
