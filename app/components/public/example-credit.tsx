import { useTranslation } from "react-i18next";

import { DescriptionList, Money } from "~/components/ui";
import { formatAmount } from "~/money/format";

/** A worked example (the one of the specification), so that a visitor sees what "explained" means before joining. */
export function ExampleCredit() {
  const { t, i18n } = useTranslation("public");
  const written = (amount: string) => formatAmount(amount, i18n.language);
  return (
    <figure className="rounded-card border border-line bg-surface p-5 shadow-card sm:p-6">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-strong">{t("home.example.title")}</span>
        <span className="text-xs text-quiet">{t("home.example.note")}</span>
      </figcaption>
      <p className="mt-4 mb-4 text-2xl font-strong tracking-tight">
        <Money amount="10.00" currency="USD" signed />
      </p>
      <DescriptionList
        items={[
          { term: t("home.example.plan"), value: t("home.example.planValue") },
          { term: t("home.example.invested"), value: <Money amount="2500.00" currency="USD" /> },
          { term: t("home.example.day"), value: t("home.example.dayValue") },
          { term: t("home.example.calculation"), value: <span className="tabular-nums">{`${written("120.00")} \u2212 ${written("110.00")} = ${written("10.00")}`}</span> },
          { term: t("home.example.source"), value: t("home.example.sourceValue") },
        ]}
      />
      <p className="mt-4 border-t border-line pt-4 text-sm text-quiet">{t("home.example.end")}</p>
    </figure>
  );
}
