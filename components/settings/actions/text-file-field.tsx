"use client";

import { useId } from "react";
import { buttonStyles } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";

/** A text from a file, or pasted. */
export function TextFileField(props: {
  words: { file: string; paste: string };
  accept: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const { words, accept, value, onChange } = props;
  const id = useId();
  return (
    <div className="flex flex-col gap-3">
      <span className="relative">
        <input
          id={id}
          type="file"
          accept={accept}
          className="peer sr-only"
          onChange={async (event) => {
            const file = event.target.files?.[0];
            if (file) onChange(await file.text());
            event.target.value = "";
          }}
        />
        <label
          htmlFor={id}
          className={buttonStyles({ className: "peer-focus-visible:outline-2 peer-focus-visible:outline-accent" })}
        >
          {words.file}
        </label>
      </span>
      <Field label={words.paste}>
        {(control) => (
          <Textarea
            {...control}
            rows={6}
            className="max-h-80 font-mono"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
