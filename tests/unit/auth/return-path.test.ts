import { expect, test } from "vitest";
import { isStaffPath, returnPath } from "@/lib/staff-paths";

test("signing in leads back to a page of the console", () => {
  expect(returnPath("/inbox/conv_1?view=mine")).toBe("/inbox/conv_1?view=mine");
  expect(returnPath("/settings")).toBe("/settings");
});

test.each([
  "//evil.example/inbox",
  "/\\evil.example/inbox",
  "https://evil.example/inbox",
  "javascript:alert(1)",
  "/inbox/../../sign-in",
  "/inbox/..//evil.example",
  "/zh",
  "",
  null,
  ["/inbox"],
])("signing in never leads to %j", (value) => expect(returnPath(value)).toBeNull());

test("public pages are no staff pages", () => {
  expect(["/zh", "/en/articles/inbox", "/setup", "/sign-in", "/api/health", "/"].filter(isStaffPath)).toEqual([]);
});
