import { useTranslation } from "react-i18next";

import { DescriptionList } from "~/components/ui";
import { Field, Form, Hidden, SelectField, SubmitButton } from "~/forms";
import { languageNames, languages } from "~/i18n/languages";

type Option = { value: string; label: string };
type Props = { values: Record<string, string | undefined>; nameLocked: boolean; countries: Option[]; answer: unknown };

/** Names and country are part of what is checked: while they stand, they are shown and not asked for. */
export function ProfileForm({ values, nameLocked, countries, answer }: Props) {
  const { t } = useTranslation("member");
  const country = countries.find(({ value }) => value === values.country)?.label ?? "–";
  return (
    <Form answer={answer} defaults={values}>
      {nameLocked ? (
        <>
          <DescriptionList
            items={[
              { term: t("profile.firstName"), value: values.first_name },
              { term: t("profile.lastName"), value: values.last_name },
              { term: t("profile.country"), value: country },
            ]}
          />
          <p className="-mt-2 text-sm text-quiet">{t("profile.locked")}</p>
          <Hidden name="first_name" value={values.first_name ?? ""} />
          <Hidden name="last_name" value={values.last_name ?? ""} />
          <Hidden name="country" value={values.country ?? ""} />
        </>
      ) : (
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="first_name" label={t("profile.firstName")} autoComplete="given-name" maxLength={80} />
          <Field name="last_name" label={t("profile.lastName")} autoComplete="family-name" maxLength={80} />
        </div>
      )}
      <Field name="mobile" type="tel" label={t("profile.mobile")} hint={t("profile.mobileHint")} autoComplete="tel" inputMode="tel" maxLength={32} />
      <fieldset className="flex min-w-0 flex-col gap-5 border-t border-line pt-5">
        <legend className="sr-only">{t("profile.addressTitle")}</legend>
        <p className="text-sm text-quiet">{t("profile.addressLead")}</p>
        {nameLocked ? null : <SelectField name="country" label={t("profile.country")} optional options={countries} />}
        <Field name="address" label={t("profile.address")} optional autoComplete="street-address" maxLength={200} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="zip" label={t("profile.zip")} optional autoComplete="postal-code" maxLength={12} />
          <Field name="city" label={t("profile.city")} optional autoComplete="address-level2" maxLength={80} />
        </div>
        <Field name="state" label={t("profile.state")} optional autoComplete="address-level1" maxLength={80} />
      </fieldset>
      <SelectField name="language" label={t("profile.language")} hint={t("profile.languageHint")} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
      <SubmitButton>{t("profile.save")}</SubmitButton>
    </Form>
  );
}
