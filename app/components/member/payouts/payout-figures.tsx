import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Money, type Description } from "~/components/ui";
import type { PayoutForm, PayoutPart, TaxWhy } from "~/db/payout.server";
import { isZero } from "~/money/format";
import { useTaxReason } from "./tax-reason";

type Figures = { currency: string; gross: string; tax: string; net: string; emi: string; bank: string };

/** The same rows before and after: what is asked for, what is withheld and why, which instalments are paid, what the bank gets. */
export function usePayoutFigures(): (figures: Figures, why: TaxWhy, parts: PayoutPart[], regime?: PayoutForm["regime"]) => (Description | null)[] {
  const { t } = useTranslation("payout");
  const reason = useTaxReason();
  return ({ currency, gross, tax, net, emi, bank }, why, parts, regime) => {
    const money = (amount: string) => <Money amount={amount} currency={currency} />;
    return [
      { term: t("figures.gross"), value: money(gross) },
      { term: t("figures.tax"), value: money(tax), note: reason({ tax, why, currency, regime }) },
      isZero(tax) || isZero(emi) ? null : { term: t("figures.net"), value: money(net) },
      ...parts.map(({ booking, reference, amount }) => ({
        term: (
          <>
            {t("figures.instalments")} <Link to={`/bookings/${booking}`} className="link inline-flex min-h-6 items-center">{reference}</Link>
          </>
        ),
        value: money(amount),
      })),
      { term: t("figures.bank"), value: <span className="font-strong">{money(bank)}</span>, note: isZero(bank) ? t("figures.nothingToBank") : undefined },
    ];
  };
}
