import { useTranslation } from "react-i18next";

import { AmountField, CheckField, Field, FileField, Hidden } from "~/forms";

/** What a vehicle is called, costs and looks like. Bookings keep the name and the price they were made at. */
export function VehicleFields({ currency, pictured }: { currency: string; pictured: boolean }) {
  const { t } = useTranslation("admin");
  return (
    <>
      <Field name="name" label={t("vehicles.name")} autoComplete="off" maxLength={80} />
      <Hidden name="currency" value={currency} />
      <AmountField name="price" label={t("vehicles.price")} hint={t("vehicles.priceHint")} currency={currency} />
      <FileField name="picture" label={pictured ? t("vehicles.otherPicture") : t("vehicles.picture")} hint={t("vehicles.pictureHint")} optional accept="image/png,image/jpeg" />
      <CheckField name="active" label={t("vehicles.active")} hint={t("vehicles.activeHint")} />
    </>
  );
}
