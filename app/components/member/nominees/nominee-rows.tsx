import { useTranslation } from "react-i18next";

import { Field, SelectField } from "~/forms";
import { relations, rowNumbers } from "./rows";

/** As many rows as there are people, and one that may stay empty. Each is a group of its own, so that a screen reader says whose field it is. */
export function NomineeRows({ count, needed }: { count: number; needed: number }) {
  const { t } = useTranslation("member");
  return (
    <>
      {rowNumbers(count).map((n) => (
        <fieldset key={n} className="flex min-w-0 flex-col gap-4 rounded-card border border-line px-4 py-4">
          <legend className="px-1 text-sm font-strong">{t("nominees.row", { n })}</legend>
          <Field name={`name_${n}`} label={t("nominees.name")} optional={n > needed} maxLength={120} autoComplete="off" />
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField name={`relation_${n}`} label={t("nominees.relation")} placeholder options={relations.map((value) => ({ value, label: t(`nominees.relations.${value}`) }))} />
            <Field name={`born_${n}`} type="date" label={t("nominees.born")} optional={n > needed} />
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name={`share_${n}`} label={t("nominees.share")} optional={n > needed} inputMode="decimal" maxLength={10} autoComplete="off" className="text-right tabular-nums" />
            <Field name={`guardian_${n}`} label={t("nominees.guardian")} optional maxLength={120} autoComplete="off" />
          </div>
        </fieldset>
      ))}
    </>
  );
}
