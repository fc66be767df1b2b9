import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { CurrencyCover } from "~/components/public/currency-cover";
import { Card, EmptyState, Page, PageHeader } from "~/components/ui";
import type { RouteHandle } from "~/components/page-title";
import { publicCoverage } from "~/db/public.server";
import { answerProblems } from "~/http/answer-problems.server";
import { formatTime } from "~/money/dates";

export const handle: RouteHandle = { title: "public:coverage.title" };

export async function loader() {
  return data({ coverage: await answerProblems(() => publicCoverage()) });
}

export default function Coverage() {
  const { t, i18n } = useTranslation("public");
  const { coverage } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("coverage.title")} lead={t("coverage.lead")} />
      <p className="text-sm text-quiet">
        {t("coverage.asOf", { time: formatTime(coverage.as_of, i18n.language) })}
        {". "}
        {coverage.reconciled_at ? t("coverage.reconciled", { time: formatTime(coverage.reconciled_at, i18n.language) }) : t("coverage.neverReconciled")}
        {"."}
      </p>
      {coverage.currencies.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("coverage.emptyTitle")}>{t("coverage.emptyText")}</EmptyState>
        </Card>
      ) : (
        coverage.currencies.map((cover) => <CurrencyCover key={cover.currency} cover={cover} reconciledOn={coverage.reconciled.find(({ currency }) => currency === cover.currency)?.on ?? null} />)
      )}
    </Page>
  );
}
