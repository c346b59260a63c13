/** A shortcut as this computer's keyboard writes it. In the browser only. */
export function keyCaps(key: string): string {
  if (key === "mod+k") return /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ K" : "Ctrl K";
  return key.charAt(0).toUpperCase() + key.slice(1);
}
