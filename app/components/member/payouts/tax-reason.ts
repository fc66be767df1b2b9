import { useTranslation } from "react-i18next";

import type { PayoutForm, TaxWhy } from "~/db/payout.server";
import { compareAmounts } from "~/money/decimal";
import { formatMoney, formatPercent } from "~/money/format";

type Taxed = { tax: string; why: TaxWhy; currency: string; regime?: PayoutForm["regime"] };

/** Why this much is withheld, in one sentence: the rate, and the cap where it is the cap that decided. */
export function useTaxReason(): (taxed: Taxed) => string {
  const { t, i18n } = useTranslation("payout");
  const money = (amount: string, currency: string) => `${formatMoney(amount, currency, i18n.language)} ${currency}`;
  return ({ tax, why, currency, regime }) => {
    if (regime === "IN") return t("tax.atCredit");
    if (why === null) return t("tax.none");
    const words = { rate: formatPercent(why.rate, i18n.language), whole: money(why.whole, currency), cap: money(why.cap ?? "0", currency) };
    if (why.cap === null || compareAmounts(tax, why.whole) === 0) return t("tax.rate", words);
    return why.scope === "per_payout" ? t("tax.cap", words) : t("tax.capOfYear", words);
  };
}

/** The rule in words before there is an amount. */
export function useTaxRule(): (taxed: Omit<Taxed, "tax">) => string {
  const { t, i18n } = useTranslation("payout");
  return ({ why, currency, regime }) => {
    if (regime === "IN") return t("tax.atCredit");
    if (why === null) return t("tax.none");
    const rate = formatPercent(why.rate, i18n.language);
    if (why.cap === null) return t("tax.willRate", { rate });
    const cap = `${formatMoney(why.cap, currency, i18n.language)} ${currency}`;
    return why.scope === "per_payout" ? t("tax.willCap", { rate, cap }) : t("tax.willCapOfYear", { rate, cap });
  };
}
