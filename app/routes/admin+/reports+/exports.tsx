/** Files of reports: how far those are that are being made, and those that can be had. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { ExportState, useLookAgain } from "~/components/exports/export-state";
import { Card, Count, DataTable, DateText, EmptyState, LinkButton, Notice, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { staffExports } from "~/db/report.server";
import { isReportName } from "~/reports/reports";

export const handle = { title: "reports:exports.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffExports(token, readQuery(request).cursor())));
}

export default function Exports() {
  const { t } = useTranslation(["reports", "common"]);
  const { items, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const busy = items.some(({ state }) => state === "waiting" || state === "running");
  useLookAgain(busy);
  return (
    <Page>
      <PageHeader
        title={t("exports.title")}
        lead={t("exports.lead")}
        crumbs={[{ label: t("title"), to: "/admin/reports" }]}
        actions={busy ? <LinkButton to="/admin/reports/exports" look="secondary">{t("common:made.again")}</LinkButton> : undefined}
      />
      {search.get("asked") ? (
        <Notice tone="success" live>
          {t("exports.asked")}
        </Notice>
      ) : null}
      <Card padded={false}>
        <DataTable
          caption={t("exports.title")}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: "report", label: t("exports.report"), kind: "title", cell: ({ report }) => (isReportName(report) ? t(`name.${report}`) : report) },
            { key: "days", label: t("exports.days"), cell: ({ from, until }) => <span><DateText value={from} /> – <DateText value={until} /></span> },
            { key: "format", label: t("exports.format"), cell: ({ format, currency }) => `${format.toUpperCase()}, ${currency}` },
            { key: "rows", label: t("exports.rows"), kind: "number", cell: ({ total }) => <Count value={total} /> },
            { key: "asked", label: t("exports.askedBy"), cell: ({ asked_by, asked_at }) => <span>{asked_by}<span className="block text-xs text-quiet"><TimeText value={asked_at} /></span></span> },
            { key: "state", label: t("exports.state"), cell: (made) => <ExportState made={made} /> },
          ]}
          empty={<EmptyState title={t("exports.none")}>{t("exports.noneText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
