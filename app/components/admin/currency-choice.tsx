import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { classes } from "~/components/ui";

/** Which currency a form is about: links, because the fields below depend on it and must do so without JavaScript. */
export function CurrencyChoice({ currencies, chosen }: { currencies: string[]; chosen: string }) {
  const { t } = useTranslation("admin");
  const { search } = useLocation();
  if (currencies.length < 2) return null;
  const address = (currency: string) => {
    const query = new URLSearchParams(search);
    query.set("currency", currency);
    return `?${query.toString()}`;
  };
  return (
    <nav aria-label={t("currencyChoice")}>
      <ul className="flex flex-wrap gap-2">
        {currencies.map((currency) => (
          <li key={currency}>
            <Link
              to={address(currency)}
              aria-current={currency === chosen ? "true" : undefined}
              className={classes(
                "inline-flex min-h-9 items-center rounded-full border px-3 text-sm",
                currency === chosen ? "border-accent bg-accent-soft font-strong text-accent" : "border-line-strong bg-surface text-ink hover:bg-sunken",
              )}
            >
              {currency}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
