import { useTranslation } from "react-i18next";

import { DateText, DescriptionList, Money, Percent } from "~/components/ui";
import { formatCount } from "~/money/format";
import { useAccountName, useFactName } from "./names";

export type Fact = { name: string; value: string | null; type: string };

/** The inputs a number was computed from, exactly as they are recorded. */
export function Facts({ facts, currency }: { facts: Fact[]; currency: string }) {
  const name = useFactName();
  return (
    <DescriptionList items={facts.map((fact) => (fact.value === null ? null : { term: name(fact.name), value: <FactValue {...fact} value={fact.value} currency={currency} /> }))} />
  );
}

function FactValue({ name, value, type, currency }: { name: string; value: string; type: string; currency: string }) {
  const { i18n } = useTranslation();
  const account = useAccountName();
  switch (type) {
    case "money":
      return <Money amount={value} currency={currency} />;
    case "percent":
      return <Percent rate={value} />;
    case "date":
      return <DateText value={value} />;
    case "number":
      return <span className="numeral">{formatCount(value, i18n.language)}</span>;
    default:
      if (name === "paid_from") return <>{account(value)}</>;
      if (name === "contract_hash") return <code className="font-mono text-xs break-all">{value}</code>;
      return <>{value}</>;
  }
}
