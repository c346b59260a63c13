// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Draft, NEW_ACTION } from "@/components/settings/actions/draft";
import { TryPanel } from "@/components/settings/actions/try-panel";
import actions from "@/messages/en/actions.json";
import errors from "@/messages/en/errors.json";

const outcome = { ok: false, reason: "not_found", milliseconds: 1, reply: "" };
const client = { actions: { try: { mutate: async () => outcome } } };
vi.mock("@/components/layout/trpc-client", () => ({ useTRPCClient: () => client }));

afterEach(cleanup);

const show = (draft: Draft) =>
  render(
    <NextIntlClientProvider locale="en" messages={{ actions, errors }}>
      <TryPanel draft={draft} />
    </NextIntlClientProvider>,
  );

describe("the panel that tries an action", () => {
  it("says of a built-in one that nothing is stored, and why it failed as the customer reads it", async () => {
    show({ ...NEW_ACTION, key: "order_status", kind: "builtin", http: null });
    expect(screen.getByText(actions.try.hintBuiltin)).toBeTruthy();
    expect(screen.queryByText(actions.try.warn)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: actions.try.runBuiltin }));
    expect(await screen.findByText(new RegExp(actions.failure.not_found.slice(0, 30)))).toBeTruthy();
  });

  it("warns of a call that changes data elsewhere", () => {
    show({ ...NEW_ACTION, http: { method: "POST", url: "https://shop.example", headers: [], body: "" } });
    expect(screen.getByText(actions.try.hint)).toBeTruthy();
    expect(screen.getByText(actions.try.warn)).toBeTruthy();
  });
});
