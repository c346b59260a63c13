import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Asks for the token the launcher printed, for those who came without its link. */
export function TokenForm({ wrong }: { wrong: boolean }) {
  const t = useTranslations("setup.token");
  return (
    <form method="get" className="flex flex-col gap-4">
      <Field label={t("label")} error={wrong ? t("wrong") : undefined} required>
        {(control) => <Input {...control} name="token" autoComplete="off" controlSize={40} />}
      </Field>
      <Button type="submit" variant="primary" size={40}>
        {t("submit")}
      </Button>
    </form>
  );
}
