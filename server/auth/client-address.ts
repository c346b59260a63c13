/** The address the front door (or the platform's proxy) saw; it overwrites what clients claim. Null when unknown. */
export function clientAddressOf(headers: Headers): string | null {
  return headers.get("x-forwarded-for")?.split(",")[0]?.trim() || null;
}
