/** What people in the network earn: half of them how much at most, how many nothing, and by how long they take part. */
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { RouteHandle } from "~/components/page-title";
import { Card, CardGrid, Count, DataTable, EmptyState, Money, Page, PageHeader, Percent, Stat } from "~/components/ui";
import { publicIncome } from "~/db/compensation.server";
import { answerProblems } from "~/http/answer-problems.server";
import { formatDate, formatTime } from "~/money/dates";
import { percentOf } from "~/money/decimal";

export const handle: RouteHandle = { title: "public:income.title" };

export async function loader() {
  return data(await answerProblems(() => publicIncome()));
}

export default function IncomeDisclosure() {
  const { t, i18n } = useTranslation("public");
  const { smallest, disclosed } = useLoaderData<typeof loader>();
  if (disclosed === null) {
    return (
      <Page>
        <PageHeader title={t("income.title")} lead={t("income.lead")} />
        <Card padded={false}>
          <EmptyState title={t("income.none")}>{t("income.noneText", { count: smallest })}</EmptyState>
        </Card>
      </Page>
    );
  }
  const { currency, from, until, made_at, members, without, median, tenures } = disclosed;
  const share = (row: { without: number; members: number }) => <Percent rate={percentOf(row.without, row.members)} />;
  const tenure = ({ from_months: least, until_months: most }: { from_months: number; until_months: number | null }) =>
    least === 0 ? (most === null ? t("income.anyTenure") : t("income.upTo", { count: most })) : most === null ? t("income.atLeast", { count: least }) : t("income.between", { from: least, count: most });
  return (
    <Page>
      <PageHeader title={t("income.title")} lead={t("income.lead")} />
      <p className="text-sm text-quiet">{t("income.period", { from: formatDate(from, i18n.language), until: formatDate(until, i18n.language) })}</p>
      <CardGrid columns={3}>
        <Stat label={t("income.members")} value={<Count value={members} />} note={t("income.membersNote")} />
        <Stat label={t("income.without")} value={share({ without, members })} note={t("income.withoutNote", { count: without })} />
        <Stat label={t("income.median")} value={<Money amount={median} currency={currency} />} note={t("income.medianNote")} />
      </CardGrid>
      <Card title={t("income.byTenure")} padded={false}>
        <DataTable
          caption={t("income.byTenure")}
          rows={tenures}
          rowKey={(row) => String(row.from_months)}
          columns={[
            { key: "tenure", label: t("income.tenure"), kind: "title", cell: tenure },
            { key: "members", label: t("income.members"), kind: "number", cell: (row) => <Count value={row.members} /> },
            { key: "without", label: t("income.without"), kind: "number", cell: share },
            { key: "median", label: t("income.median"), kind: "amount", cell: (row) => <Money amount={row.median} currency={currency} /> },
          ]}
        />
        <p className="border-t border-line px-4 py-3 text-sm text-quiet sm:px-5">
          {t("income.how", { count: smallest })} {t("coverage.asOf", { time: formatTime(made_at, i18n.language) })}
          {"."}
        </p>
      </Card>
    </Page>
  );
}
