import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Badge, Card, DataTable, EmptyState, Money, Notice, Percent } from "~/components/ui";
import type { Coverage } from "~/db/shapes.server";

type Row = Coverage["currencies"][number];

/** Per currency: whether what members are owed is there. A figure is missing where nothing is owed. */
export function CoverageCard({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation("admin");
  const none = <span className="text-quiet">{t("home.noMoney")}</span>;
  const figure = (value: string | null) => (value === null ? none : <Percent rate={value} />);
  const short = coverage.currencies.filter((row) => row.short);
  return (
    <Card
      title={t("home.coverage")}
      padded={false}
      action={
        <Link to="/coverage" className="link inline-block py-1">
          {t("home.openCoverage")}
        </Link>
      }
    >
      {short.length > 0 ? (
        <div className="px-4 pt-4 sm:px-5">
          <Notice tone="danger" title={t("home.short", { currencies: short.map(({ currency }) => currency).join(", ") })}>
            {t("home.shortText")}
          </Notice>
        </div>
      ) : null}
      <DataTable<Row>
        caption={t("home.coverage")}
        rows={coverage.currencies}
        rowKey={({ currency }) => currency}
        columns={[
          {
            key: "currency",
            label: t("home.currency"),
            kind: "title",
            cell: (row) => (
              <span className="inline-flex items-center gap-2">
                <span className="font-strong">{row.currency}</span>
                {row.short ? <Badge tone="danger">{t("home.isShort")}</Badge> : null}
              </span>
            ),
          },
          { key: "client", label: t("home.client"), kind: "number", cell: (row) => figure(row.client) },
          { key: "liquid", label: t("home.liquid"), kind: "number", cell: (row) => figure(row.liquid) },
          { key: "forward", label: t("home.forward"), kind: "number", cell: (row) => figure(row.forward) },
          { key: "held", label: t("home.held"), kind: "number", cell: (row) => <Money amount={row.held} currency={row.currency} /> },
          { key: "owed", label: t("home.owed"), kind: "number", cell: (row) => <Money amount={row.owed} currency={row.currency} /> },
        ]}
        empty={<EmptyState title={t("home.noMoney")}>{t("home.noMoneyText")}</EmptyState>}
      />
    </Card>
  );
}
