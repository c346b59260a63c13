// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { type Draft, NEW_ACTION } from "@/components/settings/actions/draft";
import { HeaderFields } from "@/components/settings/actions/header-fields";
import { RuleSwitches } from "@/components/settings/actions/rule-switches";
import en from "@/messages/en/actions.json";
import zh from "@/messages/zh/actions.json";

afterEach(cleanup);

const show = (locale: "en" | "zh", children: ReactNode) =>
  render(
    <NextIntlClientProvider locale={locale} messages={{ actions: locale === "en" ? en : zh }}>
      {children}
    </NextIntlClientProvider>,
  );

describe("the rules of an action", () => {
  const calling = (url: string, identity: boolean): Draft => ({
    ...NEW_ACTION,
    identity,
    http: { method: "GET", url, headers: [], body: "" },
  });
  const warningOf = (locale: "en" | "zh", draft: Draft) => {
    show(locale, <RuleSwitches draft={draft} onChange={() => undefined} />);
    return screen.getByRole("status").textContent ?? "";
  };
  const OPEN = "https://shop.example/orders/{order}";

  it.each(["en", "zh"] as const)("warn that a call that hands over no proof protects no record (%s)", (locale) => {
    expect(warningOf(locale, calling(OPEN, true))).toMatch(/\{verified_email\}.*\{verified_account\}/);
  });

  it.each([
    ["identity is not asked for", calling(OPEN, false)],
    ["the call hands the address over", calling(`${OPEN}?owner={verified_email}`, true)],
    ["the call hands the account over", calling(`${OPEN}?owner={verified_account}`, true)],
    ["the action is built in", { ...calling(OPEN, true), kind: "builtin" as const, http: null }],
  ])("do not warn where %s", (_, draft) => {
    expect(warningOf("en", draft)).toBe("");
  });
});

describe("the secret headers of a call", () => {
  it("say of each whether its secret is stored", () => {
    const header = (name: string) => ({ name, value: "", sealed: true });
    const headers = [header("X-Key"), header("Authorization")];
    show("en", <HeaderFields value={headers} secrets={["authorization"]} onChange={() => undefined} />);
    const hints = screen.getAllByLabelText(en.form.headerValue).map((input) => input.getAttribute("placeholder"));
    expect(hints).toEqual([en.form.secretMissing, en.form.kept]);
  });
});
