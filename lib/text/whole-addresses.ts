import { type Site, wholeAddress } from "./markdown-targets";

const TARGET = /\]\((article:[^()\s]+|\/(?![/\\])[^()\s]*)/g;

/** Markdown in which every link to an article or a page of this site names its whole address, for readers elsewhere. */
export function withWholeAddresses(markdown: string, site: Site): string {
  return markdown.replace(TARGET, (link, target: string) => {
    const address = wholeAddress(target, site);
    return address === undefined ? link : `](${address}`;
  });
}
