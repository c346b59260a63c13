"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { STAFF_ROLES, type StaffRole } from "@/lib/contracts/team";

/** The four roles with a line on what the chosen one may do. */
export function RoleSelect({ label, defaultRole }: { label: string; defaultRole: StaffRole }) {
  const t = useTranslations("team");
  const [role, setRole] = useState<StaffRole>(defaultRole);
  const options = STAFF_ROLES.map((value) => ({ value, label: t(`roles.${value}`) }));
  return (
    <Field label={label} hint={t(`roleHints.${role}`)} required>
      {(control) => (
        <Select
          {...control}
          name="role"
          value={role}
          onChange={(event) => setRole(STAFF_ROLES.find((known) => known === event.target.value) ?? role)}
          options={options}
        />
      )}
    </Field>
  );
}
