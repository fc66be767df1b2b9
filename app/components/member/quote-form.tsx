import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import type { Plan } from "~/db/invest.server";
import type { Wallet } from "~/db/ledger.server";
import { AmountField, Form, RadioField, SubmitButton } from "~/forms";
import { useWalletName } from "./names";

type Props = { plan: Plan; wallets: Wallet[]; wallet: string; result: unknown };

/** Amount and wallet as a GET form: asking what something would earn changes nothing. */
export function QuoteForm({ plan, wallets, wallet, result }: Props) {
  const { t } = useTranslation("member");
  const name = useWalletName();
  return (
    <Form method="get" answer={result ? { result } : undefined} defaults={{ amount: "", wallet }} preventScrollReset>
      <AmountField
        name="amount"
        label={t("quote.amount")}
        currency={plan.currency}
        hint={
          <>
            <Money amount={plan.minimum} currency={plan.currency} /> – <Money amount={plan.maximum} currency={plan.currency} />
          </>
        }
      />
      <RadioField
        name="wallet"
        label={t("quote.from")}
        options={["DEPOSIT", "INTEREST"].map((kind) => ({
          value: kind,
          label: name(kind),
          hint: (
            <>
              {t("withdrawal.available")} <Money amount={wallets.find((one) => one.kind === kind)?.available ?? "0.00"} currency={plan.currency} />
            </>
          ),
        }))}
      />
      <SubmitButton look="secondary">{t("quote.show")}</SubmitButton>
    </Form>
  );
}
