import { type SetupInput, setupSchema } from "@/lib/contracts/setup";

/** The posted form as setup input, or the code of what is wrong with it. */
export function readSetupForm(form: FormData): SetupInput | { error: string } {
  const text = (name: string) => String(form.get(name) ?? "");
  const parsed = setupSchema.safeParse({
    company: {
      locale: text("locale"),
      timeZone: text("timeZone"),
      companyName: text("companyName"),
      days: form.getAll("days").map(Number),
      from: Number(text("from")),
      to: Number(text("to")),
    },
    admin: { name: text("name"), email: text("email"), password: text("password") },
  });
  return parsed.success ? parsed.data : { error: parsed.error.issues[0]?.message ?? "invalid_input" };
}
