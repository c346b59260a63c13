/** One page with every picture, grouped by screen, for looking at them side by side. */
export function contactSheet(files: readonly string[]): string {
  const screens = Map.groupBy(files, (file) => file.split(".")[0] ?? file);
  const figures = Array.from(screens, ([screen, pictures]) => {
    const images = pictures
      .map((file) => `<a href="${file}"><img loading="lazy" alt="${file}" src="${file}"></a>`)
      .join("");
    return `<h2>${screen}</h2><div>${images}</div>`;
  });
  const style =
    "body{font:14px sans-serif;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px}img{height:320px;border:1px solid #ccc}";
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${figures.join("")}`;
}
