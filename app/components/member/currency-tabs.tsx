import { Link, useSearchParams } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui";

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
        <nav aria-label={t("currency.label")} className="flex flex-wrap items-center gap-2 text-sm">
          <span className="text-quiet">{t("currency.label")}</span>
          {known.map((currency) => (
            <Link
              key={currency}
              to={`?currency=${currency}`}
              aria-current={currency === chosen ? "true" : undefined}
              className={classes(
                "inline-flex min-h-9 items-center rounded-full border px-3",
                currency === chosen ? "border-accent bg-accent-soft font-strong text-accent" : "border-line-strong text-quiet hover:text-ink",
              )}
            >
              {currency}
            </Link>
          ))}
        </nav>
      ) : null}
      {children(chosen)}
    </>
  );
}
