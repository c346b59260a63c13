"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { StaffRole } from "@/lib/contracts/team";
import { useSecondsLeft } from "./use-seconds-left";

export type SignInState = { reason: "none" | "wrong" | "locked" | "disabled"; seconds: number; email: string };

export interface SignInFormProps {
  action: (before: SignInState, form: FormData) => Promise<SignInState>;
  next: string;
  demoAccounts: readonly { role: StaffRole; name: string; email: string }[];
}

const START: SignInState = { reason: "none", seconds: 0, email: "" };

function Refusal({ state }: { state: SignInState }) {
  const t = useTranslations("auth.signIn");
  const left = useSecondsLeft(state);
  if (state.reason === "none") return null;
  if (state.reason !== "locked") return t(state.reason);
  return left > 0 ? <span className="tabular-nums">{t("locked", { seconds: left })}</span> : t("unlocked");
}

/** E-mail and password; says what went wrong without saying which of the two. Works without JavaScript. */
export function SignInForm({ action, next, demoAccounts }: SignInFormProps) {
  const t = useTranslations("auth");
  const [state, submit, pending] = useActionState(action, START);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const fill = (address: string) => {
    if (email.current) email.current.value = address;
    password.current?.focus();
  };
  return (
    <>
      <form action={submit} className="flex flex-col gap-4">
        <input type="hidden" name="next" value={next} />
        <Field label={t("signIn.email")} required>
          {(control) => (
            <Input
              {...control}
              ref={email}
              key={state.email}
              defaultValue={state.email}
              name="email"
              type="email"
              autoComplete="username"
              controlSize={40}
            />
          )}
        </Field>
        <Field label={t("signIn.password")} required>
          {(control) => (
            <Input
              {...control}
              ref={password}
              name="password"
              type="password"
              autoComplete="current-password"
              controlSize={40}
            />
          )}
        </Field>
        <p role="alert" className="min-h-5 text-13 text-danger empty:hidden">
          <Refusal state={state} />
        </p>
        <Button type="submit" variant="primary" size={40} pending={pending}>
          {t("signIn.submit")}
        </Button>
      </form>
      <DemoAccounts accounts={demoAccounts} onPick={fill} />
    </>
  );
}

function DemoAccounts({
  accounts,
  onPick,
}: {
  accounts: SignInFormProps["demoAccounts"];
  onPick: (email: string) => void;
}) {
  const t = useTranslations("auth");
  if (accounts.length === 0) return null;
  return (
    <section className="mt-4">
      <h2 className="font-semibold text-13">{t("demo.title")}</h2>
      <p className="text-12 text-muted">{t("demo.hint")}</p>
      <ul className="mt-2 divide-y divide-line border-line border-y">
        {accounts.map(({ role, email }) => (
          <li key={email}>
            <button
              type="button"
              onClick={() => onPick(email)}
              className="flex min-h-9 w-full items-center justify-between gap-3 px-1 text-left text-13 hover:bg-hover pointer-coarse:min-h-11"
            >
              <span className="min-w-0 truncate">{email}</span>
              <span className="shrink-0 text-12 text-muted">{t(`roles.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
