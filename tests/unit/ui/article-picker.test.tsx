// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, describe, expect, it } from "vitest";
import { ArticlePicker } from "@/components/settings/rules/article-picker";
import settings from "@/messages/en/settings.json";

afterEach(cleanup);

const control = { id: "article", "aria-describedby": undefined, "aria-invalid": undefined };
const articles = ["Refund times", "Refund fees", "Delivery"].map((label) => ({ value: `art_${label}`, label }));

/** The picker in a form; gives what the form would send. */
function picker(initial: string | null): () => string {
  const { container } = render(
    <NextIntlClientProvider locale="en" messages={{ settings }}>
      <ArticlePicker control={control} name="articleId" articles={articles} initial={initial} />
    </NextIntlClientProvider>,
  );
  return () => container.querySelector<HTMLInputElement>('input[name="articleId"]')?.value ?? "none";
}

const type = (value: string) => fireEvent.change(screen.getByRole("searchbox"), { target: { value } });
const offered = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);

describe("the picker of a rule's article", () => {
  it("offers the titles that hold what is typed, and sends the one that is picked", () => {
    const sent = picker(null);
    expect(offered()).toEqual([]);
    type(" refund ");
    expect(offered()).toEqual(["Refund times", "Refund fees"]);
    fireEvent.click(screen.getByText("Refund fees"));
    expect([sent(), offered()]).toEqual(["art_Refund fees", []]);
  });

  it("begins with the rule's article, and sends nothing once it is typed over", () => {
    const sent = picker("art_Delivery");
    expect(sent()).toBe("art_Delivery");
    type("drones");
    expect(sent()).toBe("");
    expect(screen.getByRole("status").textContent).toBe("No published article has this in its title");
  });
});
