// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { ActionTable } from "@/components/settings/actions/action-table";
import actions from "@/messages/en/actions.json";
import errors from "@/messages/en/errors.json";
import shared from "@/messages/en/shared.json";

const refusal = { data: { code: "header_value_missing", httpStatus: 422, details: { name: "X-Key" } } };
const client = { actions: { switch: { mutate: () => Promise.reject(refusal) } } };

vi.mock("@/components/layout/trpc-client", () => ({ useTRPCClient: () => client }));
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

afterEach(cleanup);

const action = (key: string, name: string) => ({
  key,
  kind: "http" as const,
  names: { zh: name, en: name },
  confirm: false,
  identity: false,
  enabled: false,
  target: "https://shop.example",
});

it("an action that cannot be switched on is named beside the header whose secret is missing", async () => {
  render(
    <NextIntlClientProvider locale="en" messages={{ actions, errors, shared }}>
      <ActionTable actions={[action("one", "Find a parcel"), action("two", "Query points")]} />
    </NextIntlClientProvider>,
  );
  const [toggle] = screen.getAllByRole("switch", { name: "Query points is on" });
  if (toggle) fireEvent.click(toggle);
  const said = (await screen.findByRole("alert")).textContent;
  expect(said).toContain("Query points");
  expect(said).toContain("X-Key");
  expect(said).not.toContain("Find a parcel");
});
