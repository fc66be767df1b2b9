import { useTranslation } from "react-i18next";

import { Money, Percent, type Description } from "~/components/ui";
import { isUnit } from "./plan-terms";

export type Terms = { daily_rate: string; annual_rate: string | null; minimum: string; maximum: string; duration: number | string; unit: string; referral_rate: string; description: string; risk_text: string };

/** A plan's terms as facts with their names, for checking, approving and reading alike. */
export function useTermsItems(): (terms: Terms, currency: string) => Description[] {
  const { t } = useTranslation("admin");
  return (terms, currency) => [
    { term: t("plan.rate"), value: <Percent rate={terms.daily_rate} />, note: terms.annual_rate ? <>{t("plan.annual")} <Percent rate={terms.annual_rate} /></> : undefined },
    { term: t("plan.minimum"), value: <Money amount={terms.minimum} currency={currency} /> },
    { term: t("plan.maximum"), value: <Money amount={terms.maximum} currency={currency} /> },
    { term: t("plan.term"), value: isUnit(terms.unit) ? t(`duration.${terms.unit}`, { count: Number.parseInt(String(terms.duration), 10) }) : `${terms.duration} ${terms.unit}` },
    { term: t("plan.referral"), value: <Percent rate={terms.referral_rate} /> },
    { term: t("plan.description"), value: terms.description ? <span className="block text-left whitespace-pre-line">{terms.description}</span> : <span className="text-quiet">{t("empty")}</span> },
    { term: t("plan.riskText"), value: terms.risk_text ? <span className="block text-left whitespace-pre-line">{terms.risk_text}</span> : <span className="text-quiet">{t("empty")}</span> },
  ];
}
