import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Percent } from "~/components/ui";

type Cover = { currency: string; client: string | null };

/** The public cover of each currency in one line; the page behind it explains the figures. */
export function CoverStrip({ coverage }: { coverage: { currencies: Cover[] } }) {
  const { t } = useTranslation("public");
  const held = coverage.currencies.flatMap(({ currency, client }) => (client === null ? [] : [{ currency, client }]));
  return (
    <section aria-labelledby="cover" className="flex flex-wrap items-center justify-between gap-x-10 gap-y-5 border-y border-line py-6">
      <div>
        <h2 id="cover" className="font-strong">
          {t("home.cover.title")}
        </h2>
        <Link to="/coverage" className="link inline-block py-1 text-sm">
          {t("home.cover.open")}
        </Link>
      </div>
      {held.length === 0 ? (
        <p className="text-quiet">{t("home.cover.none")}</p>
      ) : (
        <dl className="flex flex-wrap gap-x-10 gap-y-4">
          {held.map(({ currency, client }) => (
            <div key={currency}>
              <dt className="text-sm font-normal text-quiet">
                {t("home.cover.client")} {t("home.cover.currency", { currency })}
              </dt>
              <dd className="text-xl font-strong">
                <Percent rate={client} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
