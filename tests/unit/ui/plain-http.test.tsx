// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { CopyField } from "@/components/team/copy-field";

const COMPONENTS = join(import.meta.dirname, "../../../components");
/** What browsers have on https and localhost alone. */
const SECURE_ONLY = /crypto\.(?:randomUUID|subtle)|navigator\.(?:clipboard|serviceWorker|mediaDevices)/;
const WORDS = { label: "Key", copy: "Copy", copied: "Copied" };

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("no component needs what a browser has on https alone, but the one hook that looks first", () => {
  const files = readdirSync(COMPONENTS, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const relying = files.filter((file) => SECURE_ONLY.test(readFileSync(join(COMPONENTS, file), "utf8")));
  expect(relying).toEqual(["shared/use-clipboard.ts"]);
});

it("without a clipboard a secret can be selected, and no button promises to copy it", () => {
  vi.stubGlobal("navigator", { userAgent: "plain" });
  render(<CopyField value="zk_1" words={WORDS} />);
  expect(screen.getByLabelText("Key")).toHaveProperty("value", "zk_1");
  expect(screen.queryByRole("button")).toBeNull();
});

it("with one the button copies it and says so", async () => {
  const writeText = vi.fn(async () => undefined);
  vi.stubGlobal("navigator", { userAgent: "secure", clipboard: { writeText } });
  render(<CopyField value="zk_1" words={WORDS} />);
  screen.getByRole("button", { name: "Copy" }).click();
  expect(await screen.findByText("Copied")).toBeTruthy();
  expect(writeText).toHaveBeenCalledWith("zk_1");
});
