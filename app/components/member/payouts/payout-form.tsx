import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, EmptyState, LinkButton, Money, Notice, TimeText } from "~/components/ui";
import type { PayoutForm as FormFacts } from "~/db/payout.server";
import { AmountField, CheckField, Form, Hidden, RadioField, RequestKey, SubmitButton } from "~/forms";
import { isZero } from "~/money/format";
import { CurrencyTabs } from "../currency-tabs";
import { useTaxRule } from "./tax-reason";

type Props = { form: FormFacts; requestKey: string; answer: unknown };

/** How much of the earnings, whether due instalments are paid from it, and to which bank account. */
export function PayoutForm(props: Props) {
  const { t } = useTranslation(["payout", "member"]);
  const { wallets, destinations } = props.form;
  if (wallets.every(({ available }) => isZero(available))) {
    return (
      <Card padded={false}>
        <EmptyState title={t("payout:new.nothing.title")} action={<LinkButton to="/network/earnings" look="secondary">{t("payout:new.nothing.action")}</LinkButton>}>
          {t("payout:new.nothing.text")}
        </EmptyState>
      </Card>
    );
  }
  if (destinations.length === 0) {
    return (
      <Card padded={false}>
        <EmptyState title={t("payout:new.noAccount.title")} action={<LinkButton to="/destinations/new?type=BANK">{t("payout:new.addAccount")}</LinkButton>}>
          {t("payout:new.noAccount.text")}
        </EmptyState>
      </Card>
    );
  }
  return <FilledForm {...props} />;
}

function FilledForm({ form: { wallets, destinations, regime }, requestKey, answer }: Props) {
  const { t } = useTranslation(["payout", "member"]);
  const rule = useTaxRule();
  return (
    <CurrencyTabs currencies={wallets.map(({ currency }) => currency)}>
      {(currency) => {
        const wallet = wallets.find((one) => one.currency === currency);
        if (!wallet) return null;
        return (
          <>
            {destinations.every(({ usable }) => !usable) ? <Notice tone="warning">{t("payout:new.allCooling")}</Notice> : null}
            <Card>
              <Form answer={answer} defaults={{ amount: "", destination: destinations.find(({ usable }) => usable)?.id }}>
                <AmountField
                  name="amount"
                  label={t("payout:new.amount")}
                  currency={currency}
                  hint={
                    <>
                      <span className="block">{t("payout:new.available")} <Money amount={wallet.available} currency={currency} /></span>
                      <span className="block">{rule({ why: wallet.tax, currency, regime })}</span>
                    </>
                  }
                />
                <CheckField
                  name="autofill"
                  label={t("payout:new.autofill")}
                  hint={isZero(wallet.due) ? t("payout:new.noneDue") : <>{t("payout:new.due")} <Money amount={wallet.due} currency={currency} />. {t("payout:new.autofillText")}</>}
                />
                <RadioField
                  name="destination"
                  label={t("payout:figures.to")}
                  options={destinations.map(({ id, label, tail, usable, usable_at }) => ({
                    value: id,
                    label,
                    hint: (
                      <>
                        {t("member:destinations.bank")} {tail}
                        {usable ? null : (
                          <span className="block text-warning">
                            {t("member:destinations.usableFrom")} <TimeText value={usable_at} />
                          </span>
                        )}
                      </>
                    ),
                    disabled: !usable,
                  }))}
                />
                <p className="-mt-3 text-sm">
                  <Link to="/destinations/new?type=BANK" className="link">
                    {t("payout:new.addAccount")}
                  </Link>
                </p>
                <Hidden name="currency" value={currency} />
                <RequestKey value={requestKey} />
                <SubmitButton name="intent" value="check">
                  {t("member:check.continue")}
                </SubmitButton>
              </Form>
            </Card>
          </>
        );
      }}
    </CurrencyTabs>
  );
}
