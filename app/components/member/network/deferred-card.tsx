import { useTranslation } from "react-i18next";

import { Card, DateText } from "~/components/ui";

type Props = { deferred: { pairs: number; on: string; lost: boolean }[] };

/** What the month's cap left over: how much, and the day on which it matches or is lost. */
export function DeferredCard({ deferred }: Props) {
  const { t } = useTranslation("network");
  if (deferred.length === 0) return null;
  return (
    <Card title={t("deferred.title")}>
      <p className="text-sm text-quiet">{t("deferred.text")}</p>
      <ul className="mt-3 flex flex-col gap-1 text-sm">
        {deferred.map(({ pairs, on, lost }) => (
          <li key={on}>
            <strong className="font-strong">{t("deferred.pairs", { count: pairs })}</strong> {lost ? t("deferred.lost") : t("deferred.match")} <DateText value={on} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
