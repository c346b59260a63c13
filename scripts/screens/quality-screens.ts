import { press } from "./acting";
import type { Screen } from "./screen";

const PATH = "/quality/accuracy";

/** The golden set and what the assistant made of it. */
export const QUALITY_SCREENS: readonly Screen[] = [
  { name: "accuracy", path: PATH, as: "manager" },
  {
    name: "accuracy-cases",
    path: `${PATH}?outcome=wrong`,
    as: "editor",
    prepare: async ({ page }) => {
      await page.getByRole("search").scrollIntoViewIfNeeded();
      await page.waitForTimeout(400);
    },
  },
  { name: "accuracy-no-match", path: `${PATH}?text=submarine+on+the+moon`, as: "manager" },
  { name: "accuracy-new", path: PATH, as: "manager", prepare: press(/^(Add a case|添加用例)$/) },
  {
    name: "accuracy-wrong-case",
    path: `${PATH}?outcome=wrong_source`,
    as: "manager",
    prepare: ({ page }) => page.locator("main table tbody td:first-child button").first().click(),
  },
  { name: "accuracy-import", path: PATH, as: "manager", prepare: press(/^(Import|导入)$/) },
  { name: "no-permission-accuracy", path: PATH, as: "agent" },
];
