import { type SetupInput, type StartOwnInput, setupSchema, startOwnSchema } from "@/lib/contracts/setup";

type Failed = { error: string };
type Issues = { issues: readonly { message: string }[] };

const failed = ({ issues }: Issues): Failed => ({ error: issues[0]?.message ?? "invalid_input" });
const textIn = (form: FormData) => (name: string) => String(form.get(name) ?? "");

function companyIn(form: FormData) {
  const text = textIn(form);
  return {
    locale: text("locale"),
    timeZone: text("timeZone"),
    companyName: text("companyName"),
    days: form.getAll("days").map(Number),
    from: Number(text("from")),
    to: Number(text("to")),
  };
}

function accountIn(form: FormData) {
  const text = textIn(form);
  return { name: text("name"), email: text("email"), password: text("password") };
}

/** The posted form as setup input, or the code of what is wrong with it. */
export function readSetupForm(form: FormData): SetupInput | Failed {
  const parsed = setupSchema.safeParse({ company: companyIn(form), admin: accountIn(form) });
  return parsed.success ? parsed.data : failed(parsed.error);
}

/** The same for what replaces the demo; steps that were not shown are null. */
export function readStartOwnForm(form: FormData): StartOwnInput | Failed {
  const parsed = startOwnSchema.safeParse({
    confirmation: textIn(form)("confirmation"),
    company: form.has("companyName") ? companyIn(form) : null,
    admin: form.has("email") ? accountIn(form) : null,
  });
  return parsed.success ? parsed.data : failed(parsed.error);
}
