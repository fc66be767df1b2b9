import { useTranslation } from "react-i18next";

import { Card, Money } from "~/components/ui";
import { Form, Hidden, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { Disclosure } from "../disclosure";

/** What pairs keep as reserve in one currency, and its release by those who may. */
export function ReserveForm({ answer, reserve: { amount, currency }, mayRelease, requestKey }: { answer: unknown; reserve: { amount: string; currency: string }; mayRelease: boolean; requestKey: string }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("reserve.title")}>
      <p className="text-sm text-quiet">
        <Money amount={amount} currency={currency} /> {t("reserve.text")}
      </p>
      {mayRelease ? (
        <Disclosure summary={t("reserve.release")} open={answer !== undefined}>
          <p className="mb-4 text-sm">{t("reserve.releaseText")}</p>
          <Form answer={answer} id={`reserve-${currency}`}>
            <Hidden name="currency" value={currency} />
            <TextareaField name="reason" label={t("reserve.reason")} hint={t("reserve.reasonHint")} maxLength={500} rows={3} />
            <RequestKey value={requestKey} />
            <SubmitButton>{t("reserve.confirm")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </Card>
  );
}
