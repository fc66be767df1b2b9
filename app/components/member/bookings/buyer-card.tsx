import { useTranslation } from "react-i18next";

import { Badge, Card, DateText, Money, Progress } from "~/components/ui";
import { shareOf } from "~/money/decimal";

type Props = {
  active: boolean;
  paid: string;
  needed: string;
  currency: string;
  periods: { gained_at: string; lost_at: string | null }[];
};

/** Whether the member is an Active Buyer, what that is counted from, and since when. */
export function BuyerCard({ active, paid, needed, currency, periods }: Props) {
  const { t } = useTranslation("ev");
  const percent = Math.min(100, Math.floor(shareOf(paid, needed) * 100));
  return (
    <Card title={t("buyer.title")} action={<Badge tone={active ? "success" : "neutral"}>{active ? t("buyer.yes") : t("buyer.no")}</Badge>}>
      <Progress value={percent} max={100} label={t("buyer.title")}>
        <Money amount={paid} currency={currency} /> {t("buyer.of")} <Money amount={needed} currency={currency} />
      </Progress>
      <p className="mt-3 text-sm text-quiet">{t("buyer.text")}</p>
      {periods.length > 0 ? (
        <div className="mt-4">
          <h3 className="text-sm font-strong">{t("buyer.history")}</h3>
          <ul className="mt-1 flex flex-col gap-1 text-sm">
            {periods.map(({ gained_at, lost_at }) => (
              <li key={gained_at}>
                {t("buyer.since")} <DateText value={gained_at} />
                {lost_at ? (
                  <>
                    {" "}· {t("buyer.until")} <DateText value={lost_at} />
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Card>
  );
}
