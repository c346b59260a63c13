/** One spelling of an e-mail address, for equality: trimmed and lower case. */
export function normaliseEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}

/** One spelling of a phone number, for equality: digits only, mainland China's +86 / 0086 left out. */
export function normalisePhone(phone: string): string {
  const digits = phone.normalize("NFKC").replace(/[^\d+]/g, "");
  return digits
    .replace(/^(\+|00)86(?=1\d{10}$)/, "")
    .replace(/^\+/, "00")
    .replaceAll("+", "");
}

/** An e-mail address that can be recognised but not written to: li***@example.com. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const kept = [...email.slice(0, Math.max(at, 0))].slice(0, 2).join("");
  return at > 0 ? `${kept}***${email.slice(at)}` : "***";
}
