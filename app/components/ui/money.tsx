import { useTranslation } from "react-i18next";

import { formatCount, formatMoney, formatPercent } from "~/money/format";
import { classes } from "./classes";

type MoneyProps = {
  /** decimal string from the database */
  amount: string;
  currency: string;
  /** movements show their plus; balances do not */
  signed?: boolean;
};

/** An amount with its currency kept quiet. The sign is a character, never only a colour. */
export function Money({ amount, currency, signed = false }: MoneyProps) {
  const { i18n } = useTranslation();
  return (
    <span className="numeral">
      {formatMoney(amount, currency, i18n.language, signed ? "always" : "negative")}
      <span className={classes("ml-[0.3em] text-[0.8em] font-normal text-quiet")}>{currency}</span>
    </span>
  );
}

export function Percent({ rate }: { rate: string }) {
  const { i18n } = useTranslation();
  return <span className="numeral">{formatPercent(rate, i18n.language)}</span>;
}

export function Count({ value }: { value: number | string }) {
  const { i18n } = useTranslation();
  return <span className="numeral">{formatCount(value, i18n.language)}</span>;
}
