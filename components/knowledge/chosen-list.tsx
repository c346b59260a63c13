import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Field } from "../ui/field";
import { IconButton } from "../ui/icon-button";
import { Select } from "../ui/select";

type Named = { value: string; label: string };

type ChosenListProps = {
  label: string;
  hint?: string;
  /** The first, empty choice: "Add a region". */
  placeholder: string;
  options: readonly Named[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Several of many: one is added by choosing it, and taken away again beside its name. */
export function ChosenList({ label, hint, placeholder, options, chosen, onChange }: ChosenListProps) {
  const t = useTranslations("knowledge.variants");
  const nameOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <Field label={label} hint={hint}>
        {(control) => (
          <Select
            {...control}
            value=""
            options={options.filter(({ value }) => !chosen.includes(value))}
            placeholder={placeholder}
            onChange={(event) => event.currentTarget.value && onChange([...chosen, event.currentTarget.value])}
          />
        )}
      </Field>
      {chosen.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {chosen.map((value) => (
            <li
              key={value}
              className="inline-flex items-center gap-1 rounded-chip border border-line pl-2 text-12 leading-7"
            >
              {nameOf(value)}
              <IconButton
                icon={X}
                size={28}
                label={t("remove", { name: nameOf(value) })}
                onClick={() => onChange(chosen.filter((other) => other !== value))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
