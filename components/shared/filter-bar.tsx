"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { isImeKey } from "./ime";

const PAUSE_MS = 400;

export interface FilterField {
  /** Name of the URL parameter. */
  name: string;
  label: string;
  /** What the URL says now; empty when it says nothing. */
  value: string;
  /** Choices; leave out for a text field. The first, empty one means "all". */
  options?: readonly { value: string; label: string }[];
}

export interface FilterBarProps {
  fields: readonly FilterField[];
  /** Parameters to carry along, such as the order. Cursors are left out on purpose. */
  keep?: Readonly<Record<string, string>>;
  /** At the right end: count, export. */
  children?: ReactNode;
}

function queryOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()] as const);
  return new URLSearchParams(
    entries.filter(([, value]) => value !== "").map(([name, value]) => [name, value]),
  ).toString();
}

/** Filters that live in the URL: a choice applies at once, text on Enter or once the typing stops. A plain GET form without JavaScript. */
export function FilterBar({ fields, keep = {}, children }: FilterBarProps) {
  const t = useTranslations("shared.filter");
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  const waiting = useRef(0);
  const hold = () => {
    clearTimeout(waiting.current);
    waiting.current = 0;
  };
  const apply = (form: HTMLFormElement) => {
    hold();
    const query = queryOf(form);
    startTransition(() => router.replace(query ? `${pathname}?${query}` : pathname, { scroll: false }));
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  const applySoon = (form: HTMLFormElement) => {
    hold();
    waiting.current = window.setTimeout(() => apply(form), PAUSE_MS);
  };
  // Before the link that is being pressed, which a later answer would take back.
  const applyWaiting = (form: HTMLFormElement) => {
    if (waiting.current) apply(form);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply(event.currentTarget);
  };
  return (
    <search aria-label={t("label")}>
      <form action={pathname} aria-busy={pending} onSubmit={submit} className="flex flex-wrap items-center gap-2 pb-3">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) =>
          field.options ? (
            <ChoiceFilter key={`${field.name}=${field.value}`} {...field} options={field.options} onChoose={apply} />
          ) : (
            <TextFilter key={field.name} {...field} onHold={hold} onPause={applySoon} onLeave={applyWaiting} />
          ),
        )}
        <noscript>
          <Button type="submit">{t("apply")}</Button>
        </noscript>
        {fields.some(({ value }) => value !== "") ? (
          <a
            href={pathname}
            className="inline-flex min-h-8 items-center px-2 text-13 pointer-coarse:min-h-11 text-accent hover:underline"
          >
            {t("clear")}
          </a>
        ) : null}
        <div className="ml-auto flex items-center gap-2 text-13 text-muted">{children}</div>
      </form>
    </search>
  );
}

type ChoiceFilterProps = FilterField & {
  options: NonNullable<FilterField["options"]>;
  onChoose: (form: HTMLFormElement) => void;
};

function ChoiceFilter({ name, label, value, options, onChoose }: ChoiceFilterProps) {
  return (
    <Select
      name={name}
      aria-label={label}
      defaultValue={value}
      options={options}
      className="!w-auto max-w-52"
      onChange={(event) => event.currentTarget.form && onChoose(event.currentTarget.form)}
    />
  );
}

type TextFilterProps = FilterField & {
  /** Half-composed words are not looked for. */
  onHold: () => void;
  onPause: (form: HTMLFormElement) => void;
  onLeave: (form: HTMLFormElement) => void;
};

/** Keeps its place and caret while what it asked for arrives; takes over what the URL says only when nobody is in it. */
function TextFilter({ name, label, value, onHold, onPause, onLeave }: TextFilterProps) {
  const field = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const pause = () => {
    const form = field.current?.form;
    if (form && !composing.current) onPause(form);
  };
  useEffect(() => {
    const input = field.current;
    if (input && input !== document.activeElement) input.value = value;
  }, [value]);
  return (
    <Input
      ref={field}
      type="search"
      name={name}
      aria-label={label}
      placeholder={label}
      defaultValue={value}
      className="max-w-60 grow basis-40"
      onChange={pause}
      onBlur={(event) => event.currentTarget.form && onLeave(event.currentTarget.form)}
      onCompositionStart={() => {
        composing.current = true;
        onHold();
      }}
      onCompositionEnd={() => {
        composing.current = false;
        pause();
      }}
      onKeyDown={(event) => isImeKey(event) && event.key === "Enter" && event.preventDefault()}
    />
  );
}
