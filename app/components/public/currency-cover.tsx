import { useTranslation } from "react-i18next";

import { Badge, Card, DescriptionList, Money, Notice, Percent } from "~/components/ui";
import { formatDate } from "~/money/dates";
import { formatMoney, formatPercent } from "~/money/format";

export type Cover = {
  currency: string;
  client: string | null;
  liquid: string | null;
  forward: string | null;
  owed: string;
  bank: string;
  deployed: string;
  awaiting_count: number;
  awaiting_sum: string;
  awaiting_oldest_on: string | null;
  short: boolean;
};

/** The three cover figures of one currency, what each means, and the sums they are made of. */
export function CurrencyCover({ cover, reconciledOn }: { cover: Cover; /** up to which day every account is reconciled */ reconciledOn: string | null }) {
  const { t, i18n } = useTranslation("public");
  const figures = [
    ["client", cover.client],
    ["liquid", cover.liquid],
    ["forward", cover.forward],
  ] as const;
  const badge = cover.client === null ? <Badge>{t("coverage.nothing")}</Badge> : cover.short ? <Badge tone="danger">{t("coverage.short")}</Badge> : <Badge tone="success">{t("coverage.covered")}</Badge>;
  return (
    <Card title={cover.currency} action={badge}>
      <div className="flex flex-col gap-6">
        {cover.short ? <Notice tone="danger">{t("coverage.shortText")}</Notice> : null}
        <dl className="grid gap-x-8 gap-y-6 sm:grid-cols-3">
          {figures.map(([name, figure]) => (
            <div key={name} className="flex flex-col gap-1">
              <dt className="text-sm font-normal text-quiet">{t(`coverage.${name}`)}</dt>
              <dd className="text-2xl font-strong tracking-tight">{figure === null ? <span className="text-lg font-normal text-quiet">{t("coverage.nothing")}</span> : <Percent rate={figure} />}</dd>
              <dd className="text-sm text-quiet">{t(`coverage.${name}Text`)}</dd>
            </div>
          ))}
        </dl>
        <div className="grid gap-x-10 gap-y-6 border-t border-line pt-5 md:grid-cols-2">
          <div>
            <h3 className="mb-2 text-sm">{t("coverage.calculation")}</h3>
            <DescriptionList
              items={[
                { term: t("coverage.bank"), value: <Money amount={cover.bank} currency={cover.currency} /> },
                { term: t("coverage.deployed"), value: <Money amount={cover.deployed} currency={cover.currency} /> },
                { term: t("coverage.owed"), value: <Money amount={cover.owed} currency={cover.currency} /> },
                cover.client !== null && {
                  term: t("coverage.client"),
                  value: (
                    <span className="tabular-nums">
                      {t("coverage.division", {
                        bank: formatMoney(cover.bank, cover.currency, i18n.language),
                        deployed: formatMoney(cover.deployed, cover.currency, i18n.language),
                        owed: formatMoney(cover.owed, cover.currency, i18n.language),
                        percent: formatPercent(cover.client, i18n.language),
                      })}
                    </span>
                  ),
                },
              ]}
            />
          </div>
          <div>
            <h3 className="mb-2 text-sm">{t("coverage.awaiting")}</h3>
            <p className="text-sm">
              {cover.awaiting_count === 0
                ? t("coverage.awaitingNone")
                : t("coverage.awaitingSome", {
                    count: cover.awaiting_count,
                    sum: formatMoney(cover.awaiting_sum, cover.currency, i18n.language),
                    currency: cover.currency,
                    date: cover.awaiting_oldest_on ? formatDate(cover.awaiting_oldest_on, i18n.language) : "",
                  })}
            </p>
            <p className="mt-1 text-sm text-quiet">{t("coverage.awaitingText")}</p>
            <p className="mt-3 text-sm">{reconciledOn ? t("coverage.reconciledTo", { date: formatDate(reconciledOn, i18n.language) }) : t("coverage.reconciledNotAll")}</p>
          </div>
        </div>
      </div>
    </Card>
  );
}
