import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, EmptyState, LinkButton, Money, Notice, TimeText } from "~/components/ui";
import type { Destination, WithdrawalForm as FormFacts } from "~/db/funding.server";
import { AmountField, Form, Hidden, RadioField, RequestKey, SubmitButton } from "~/forms";
import { isZero } from "~/money/format";
import { CurrencyTabs } from "./currency-tabs";
import { useDestinationType, useWalletName } from "./names";

type Props = { form: FormFacts; requestKey: string; answer: unknown };

/** Which wallet, how much, where to. Destinations that still cool are shown, so that nobody looks for them. */
export function WithdrawalForm({ form, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const { wallets, destinations } = form;
  if (wallets.every(({ available }) => isZero(available))) {
    return (
      <Card padded={false}>
        <EmptyState title={t("withdrawal.nothing.title")} action={<LinkButton to="/wallet" look="secondary">{t("withdrawal.nothing.action")}</LinkButton>}>
          {t("withdrawal.nothing.text")}
        </EmptyState>
      </Card>
    );
  }
  if (destinations.length === 0) {
    return (
      <Card padded={false}>
        <EmptyState title={t("withdrawal.noDestination.title")} action={<LinkButton to="/destinations/new">{t("destinations.new")}</LinkButton>}>
          {t("withdrawal.noDestination.text")}
        </EmptyState>
      </Card>
    );
  }
  return <FilledForm form={form} requestKey={requestKey} answer={answer} />;
}

function FilledForm({ form, requestKey, answer }: Props) {
  const { t } = useTranslation("member");
  const walletName = useWalletName();
  const { wallets, destinations, limits, fee } = form;
  const nothingUsable = destinations.every(({ usable }) => !usable);
  return (
    <CurrencyTabs currencies={wallets.map(({ currency }) => currency)}>
      {(currency) => {
        const mine = wallets.filter((wallet) => wallet.currency === currency);
        const first = mine.find(({ available }) => !isZero(available));
        return (
          <>
            {nothingUsable ? <Notice tone="warning">{t("withdrawal.allCooling")}</Notice> : null}
            <Card>
              <Form answer={answer} defaults={{ amount: "", wallet: first?.kind, destination: destinations.find(({ usable }) => usable)?.id }}>
                <RadioField
                  name="wallet"
                  label={t("withdrawal.from")}
                  options={mine.map(({ kind, available }) => ({
                    value: kind,
                    label: walletName(kind),
                    hint: <>{t("withdrawal.available")} <Money amount={available} currency={currency} /></>,
                    disabled: isZero(available),
                  }))}
                />
                <AmountField name="amount" label={t("withdrawal.amount")} currency={currency} hint={<Limits limits={limits} fee={fee} currency={currency} shown={currency === form.currency} />} />
                <RadioField
                  name="destination"
                  label={t("withdrawal.to")}
                  options={destinations.map((destination) => ({
                    value: destination.id,
                    label: destination.label,
                    hint: <DestinationHint destination={destination} />,
                    disabled: !destination.usable,
                  }))}
                />
                <p className="-mt-3 text-sm">
                  <Link to="/destinations/new" className="link">
                    {t("withdrawal.addDestination")}
                  </Link>
                </p>
                <Hidden name="currency" value={currency} />
                <RequestKey value={requestKey} />
                <SubmitButton name="intent" value="check">
                  {t("check.continue")}
                </SubmitButton>
              </Form>
            </Card>
          </>
        );
      }}
    </CurrencyTabs>
  );
}

function DestinationHint({ destination }: { destination: Destination }) {
  const { t } = useTranslation("member");
  const type = useDestinationType();
  return (
    <>
      {type(destination.type)} {destination.tail}
      {destination.usable ? null : (
        <span className="block text-warning">
          {t("destinations.usableFrom")} <TimeText value={destination.usable_at} />
        </span>
      )}
    </>
  );
}

type LimitProps = { limits: FormFacts["limits"]; fee: string; currency: string; shown: boolean };

/** Minimum, limits and fee are settings in the default currency; said before typing rather than after. */
function Limits({ limits, fee, currency, shown }: LimitProps) {
  const { t } = useTranslation("member");
  if (!shown) return <>{t("withdrawal.plainHint")}</>;
  const parts: [string, string | null][] = [
    [t("withdrawal.fee"), fee],
    [t("withdrawal.minimum"), limits.minimum],
    [t("withdrawal.perRequest"), limits.per_request],
    [t("withdrawal.perDay"), limits.per_day],
    [t("withdrawal.first"), limits.first],
  ];
  const said = parts.filter(([, value]) => value !== null && !isZero(value));
  return (
    <span className="flex flex-wrap gap-x-4">
      {said.map(([label, value]) => (
        <span key={label}>
          {label} <Money amount={value ?? "0"} currency={currency} />
        </span>
      ))}
      {isZero(fee) ? <span>{t("withdrawal.noFee")}</span> : null}
    </span>
  );
}
