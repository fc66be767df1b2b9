import { useTranslation } from "react-i18next";

import { Field, SelectField, TextareaField } from "~/forms";

const audiences = ["all", "investing", "network"] as const;
const others = ["es", "hi"] as const;

/** What an announcement says, to whom, and from when to when. */
export function AnnouncementFields() {
  const { t } = useTranslation("admin");
  return (
    <>
      <Field name="title_en" label={t("announcements.titleIn.en")} />
      <TextareaField name="body_en" label={t("announcements.bodyIn.en")} hint={t("announcements.bodyHint")} rows={8} />
      {others.map((language) => (
        <fieldset key={language} className="flex min-w-0 flex-col gap-5">
          <Field name={`title_${language}`} label={t(`announcements.titleIn.${language}`)} lang={language} optional />
          <TextareaField name={`body_${language}`} label={t(`announcements.bodyIn.${language}`)} lang={language} hint={t("announcements.otherHint")} optional rows={5} />
        </fieldset>
      ))}
      <SelectField name="audience" label={t("announcements.audience")} options={audiences.map((value) => ({ value, label: t(`announcements.audiences.${value}`) }))} />
      <Field name="from_on" type="date" label={t("announcements.from")} hint={t("announcements.fromHint")} optional />
      <Field name="until_on" type="date" label={t("announcements.until")} hint={t("announcements.untilHint")} optional />
    </>
  );
}
