import { expect, it } from "vitest";
import { isImeKey } from "@/components/shared/ime";

it("leaves to the input method every key of a composition, Safari's closing Enter included", () => {
  expect(isImeKey({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isImeKey({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isImeKey({ nativeEvent: { isComposing: true, keyCode: 13 } })).toBe(true);
  expect(isImeKey({ isComposing: false, keyCode: 13 })).toBe(false);
});
