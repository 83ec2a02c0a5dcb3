"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Says where the setup token is printed and takes it. `isWrong` when one was given already. */
export function SetupTokenForm({ isWrong }: { isWrong: boolean }) {
  const t = useTranslations("auth.setup");
  return (
    <>
      <p className="text-soft">{t("needsToken")}</p>
      <div>
        <h2 className="mb-1 font-medium">{t("whereTitle")}</h2>
        <ul className="list-disc space-y-1 pl-4 text-soft">
          <li>{t("whereLog")}</li>
          <li>{t("whereSetting")}</li>
        </ul>
      </div>
      <form action="/setup" method="get" className="flex flex-col gap-4">
        <Field label={t("tokenLabel")} error={isWrong ? t("tokenWrong") : null}>
          <Input name="token" required autoComplete="off" spellCheck={false} className="font-mono" />
        </Field>
        <Button type="submit" variant="primary" size="lg">
          {t("tokenButton")}
        </Button>
      </form>
    </>
  );
}
