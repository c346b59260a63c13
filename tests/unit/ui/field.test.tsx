// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

afterEach(cleanup);

it("ties label, hint and error to the control", () => {
  render(
    <Field label="E-mail" hint="Work address" error="Not complete" required>
      {(control) => <Input {...control} />}
    </Field>,
  );
  const input = screen.getByLabelText("E-mail");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id));
  expect(described.map((element) => element?.textContent)).toEqual(["Not complete", "Work address"]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(input).toHaveProperty("required", true);
});

it("ignores presses of a pending button without losing focus", () => {
  let presses = 0;
  const { rerender } = render(<Button onClick={() => presses++}>Send</Button>);
  const button = screen.getByRole("button");
  button.focus();
  rerender(
    <Button pending onClick={() => presses++}>
      Send
    </Button>,
  );
  button.click();
  expect(presses).toBe(0);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute("aria-busy")).toBe("true");
});
