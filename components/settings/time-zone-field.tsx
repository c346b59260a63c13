"use client";

import { type ChangeEvent, useEffect, useId, useState } from "react";
import type { ControlSize } from "@/components/ui/control-styles";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

export interface TimeZoneFieldProps {
  label: string;
  hint?: string;
  initial: string;
  controlSize?: ControlSize;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** An IANA time zone, with the ones the browser knows as suggestions. */
export function TimeZoneField({ label, hint, initial, controlSize, onChange }: TimeZoneFieldProps) {
  const list = useId();
  const [zones, setZones] = useState<string[]>([]);
  useEffect(() => setZones(Intl.supportedValuesOf("timeZone")), []);
  return (
    <Field label={label} hint={hint} required>
      {(control) => (
        <>
          <Input
            {...control}
            name="timeZone"
            list={list}
            defaultValue={initial}
            controlSize={controlSize}
            maxLength={60}
            autoComplete="off"
            onChange={onChange}
          />
          <datalist id={list}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
