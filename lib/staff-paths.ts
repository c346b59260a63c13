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

/** Pages of staff before they are signed in, and what is no page at all. */
const OTHER_AREAS = ["", "sign-in", "sign-out", "forgot", "reset", "invitation", "setup", "api"];

/** Whether a path is for customers to read, or for nobody; files have a dot in their name. */
export function isPublicPath(path: string): boolean {
  const [, first = ""] = path.split("/");
  return !isStaffPath(path) && !OTHER_AREAS.includes(first) && !first.startsWith("_") && !first.includes(".");
}

/** A place inside the console to go on to after signing in; null for anything that could lead elsewhere. */
export function returnPath(value: unknown): string | null {
  if (typeof value !== "string" || !/^\/[^/\\]/.test(value) || value.includes("\\")) return null;
  const url = URL.canParse(value, "http://here.invalid") ? new URL(value, "http://here.invalid") : null;
  return url?.origin === "http://here.invalid" && isStaffPath(url.pathname) ? url.pathname + url.search : null;
}
