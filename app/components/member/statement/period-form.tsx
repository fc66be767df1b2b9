import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { useWalletName } from "~/components/member/names";
import { ChoiceLinks } from "~/components/ui";
import type { Statement } from "~/db/ledger-statement.server";
import { Field, Form, SelectField, SubmitButton } from "~/forms";

const named = ["month", "last_month", "year", "last_year"] as const;

type Props = { answer: { initialValue: Record<string, string> }; wallets: Statement["wallets"] };

/** Which statement: a period by its name, or two days, of all wallets or of some. Links and a GET form, so that a statement can be kept as an address. */
export function PeriodForm({ answer, wallets }: Props) {
  const { t } = useTranslation("member");
  const [search] = useSearchParams();
  const walletName = useWalletName();
  const kinds = [...new Set(wallets.map(({ kind }) => kind))];
  const currencies = [...new Set(wallets.map(({ currency }) => currency))];
  const address = (period: string) => {
    const kept = new URLSearchParams([...search].filter(([name, value]) => (name === "wallet" || name === "currency") && value));
    kept.set("period", period);
    return `?${kept.toString()}`;
  };
  return (
    <div className="flex flex-col gap-4">
      <ChoiceLinks
        label={t("statement.period.label")}
        choices={named.map((value) => ({ to: address(value), label: t(`statement.period.${value}`), chosen: answer.initialValue.period === value }))}
      />
      <Form method="get" answer={answer} className="rounded-card border border-line bg-surface px-4 py-4 sm:px-5">
        <input type="hidden" name="period" value="dates" />
        <div className="flex flex-wrap items-end gap-4 *:min-w-0 *:grow sm:*:grow-0">
          <Field name="from" type="date" label={t("statement.from")} />
          <Field name="to" type="date" label={t("statement.to")} />
          {kinds.length > 1 ? (
            <SelectField name="wallet" label={t("movements.wallet")} options={[{ value: "", label: t("statement.allWallets") }, ...kinds.map((value) => ({ value, label: walletName(value) }))]} />
          ) : null}
          {currencies.length > 1 ? (
            <SelectField name="currency" label={t("currency.label")} options={[{ value: "", label: t("statement.allCurrencies") }, ...currencies.map((value) => ({ value, label: value }))]} />
          ) : null}
          <SubmitButton look="secondary" className="self-end">{t("statement.show")}</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
