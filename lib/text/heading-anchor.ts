/** The fragment id of a heading: lower case, letters and digits of any script, words joined by hyphens. */
export function headingAnchor(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
