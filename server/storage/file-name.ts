const LENGTH = 120;

/** A name that is safe to show and store: its last path part, without control, direction or reserved characters. */
export function safeFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}"<>:|?*]/gu, "")
    .replace(/^\.+/, "")
    .trim();
  return [...clean].slice(-LENGTH).join("") || "file";
}

/** The Content-Disposition of a download (RFC 6266, RFC 8187): no name can break out of the header. */
export function contentDisposition(disposition: "inline" | "attachment", name: string): string {
  const ascii = safeFileName(name).replaceAll(/[^\x20-\x7e]|[%\\"]/g, "_");
  const encoded = encodeURIComponent(safeFileName(name)).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
