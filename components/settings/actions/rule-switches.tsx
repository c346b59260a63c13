"use client";

import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/switch";
import { handsProof } from "@/lib/contracts/actions";
import { BRACES } from "./call-fields";
import type { Change, Draft } from "./draft";

/** What happens before an action runs, and whether it is on. */
export function RuleSwitches({ draft, onChange }: { draft: Draft; onChange: Change<Draft> }) {
  const t = useTranslations("actions.form");
  const fixed = draft.kind === "builtin";
  const unprotected = draft.identity && draft.http !== null && !handsProof(draft.http);
  return (
    <>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 font-semibold text-14">{t("rules")}</legend>
        {fixed && <p className="text-12 text-muted">{t("fixed")}</p>}
        <Switch
          label={t("confirm")}
          hint={fixed ? undefined : t("confirmHint")}
          checked={draft.confirm}
          disabled={fixed}
          onChange={(event) => onChange({ confirm: event.target.checked })}
        />
        <Switch
          label={t("identity")}
          hint={t("identityHint")}
          checked={draft.identity}
          disabled={fixed}
          onChange={(event) => onChange({ identity: event.target.checked })}
        />
        <div role="status">{unprotected && <p className="text-13 text-warning">{t("identityUnused", BRACES)}</p>}</div>
      </fieldset>
      <Switch
        label={t("enabled")}
        checked={draft.enabled}
        onChange={(event) => onChange({ enabled: event.target.checked })}
      />
    </>
  );
}
