import { describe, expect, it } from "vitest";
import { readRequestForm } from "@/server/tickets/read-request-form";

const GOOD = { subject: "Earbud", description: "Does not charge", type: "repair", phone: "138 1234 5678" };

function posted(fields: Record<string, string | Blob>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const mistakes = (fields: Record<string, string | Blob>) => {
  const read = readRequestForm(posted(fields));
  return "mistakes" in read ? read.mistakes : null;
};

describe("a posted request form", () => {
  it("is taken with phone or e-mail alone, and blank fields count as absent", () => {
    expect(mistakes(GOOD)).toBeNull();
    expect(mistakes({ ...GOOD, phone: " ", email: "a@example.com" })).toBeNull();
    const read = readRequestForm(posted({ ...GOOD, orderNumber: "  ", submissionId: "f1" }));
    expect(read).toMatchObject({ input: { submissionId: "f1", type: "repair" } });
    expect("input" in read && read.input.orderNumber).toBeUndefined();
  });

  it.each([
    ["nothing at all", {}, ["subject", "description", "contact"]],
    ["no way to answer", { ...GOOD, phone: "" }, ["contact"]],
    ["a phone of letters", { ...GOOD, phone: "call me" }, ["phone"]],
    ["an address that is none", { ...GOOD, email: "a@b" }, ["email"]],
    ["a subject that is too long", { ...GOOD, subject: "x".repeat(201) }, ["subject"]],
    ["a NUL byte", { ...GOOD, description: "a\u0000b" }, ["description"]],
    ["an order number that is too long", { ...GOOD, orderNumber: "A".repeat(41) }, ["orderNumber"]],
    ["a file where words belong", { ...GOOD, subject: new Blob(["x"]) }, ["subject"]],
  ])("with %s names the field", (_name, fields, expected) => {
    expect(mistakes(fields)).toEqual(expected);
  });

  it("gives back every value as it was written", () => {
    const read = readRequestForm(posted({ subject: "<b>x</b>", description: "", email: "nope" }));
    expect(read.values).toMatchObject({ subject: "<b>x</b>", description: "", email: "nope", phone: "" });
  });
});
