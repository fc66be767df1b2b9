import { useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ChoiceLinks } from "~/components/ui";

/** Forms about money in one currency at a time; the choice stands in the address and appears only when there is one. */
export function CurrencyTabs({ currencies, children }: { currencies: string[]; children: (currency: string) => ReactNode }) {
  const { t } = useTranslation("member");
  const [search] = useSearchParams();
  const known = [...new Set(currencies)];
  const asked = search.get("currency");
  const chosen = known.find((currency) => currency === asked) ?? known[0];
  if (chosen === undefined) return null;
  return (
    <>
      {known.length > 1 ? (
        <ChoiceLinks label={t("currency.label")} choices={known.map((currency) => ({ to: `?currency=${currency}`, label: currency, chosen: currency === chosen }))} />
      ) : null}
      {children(chosen)}
    </>
  );
}
