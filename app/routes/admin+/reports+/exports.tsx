/** Files of reports: how far those are that are being made, and those that can be had. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { ExportList } from "~/components/exports/export-list";
import { Count, DateText, TimeText } from "~/components/ui";
import { staffExports } from "~/db/report.server";
import { isReportName } from "~/reports/reports";

export const handle = { title: "reports:exports.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffExports(token, readQuery(request).cursor())));
}

export default function Exports() {
  const { t } = useTranslation("reports");
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <ExportList
      title={t("exports.title")}
      lead={t("exports.lead")}
      crumbs={[{ label: t("title"), to: "/admin/reports" }]}
      at="/admin/reports/exports"
      items={items}
      next={next}
      columns={[
        { key: "report", label: t("exports.report"), kind: "title", cell: ({ report }) => (isReportName(report) ? t(`name.${report}`) : report) },
        { key: "days", label: t("exports.days"), cell: ({ from, until }) => <span><DateText value={from} /> – <DateText value={until} /></span> },
        { key: "format", label: t("exports.format"), cell: ({ format, currency }) => `${format.toUpperCase()}, ${currency}` },
        { key: "rows", label: t("exports.rows"), kind: "number", cell: ({ total }) => <Count value={total} /> },
        { key: "asked", label: t("exports.askedBy"), cell: ({ asked_by, asked_at }) => <span>{asked_by}<span className="block text-xs text-quiet"><TimeText value={asked_at} /></span></span> },
      ]}
      state={t("exports.state")}
      asked={t("exports.asked")}
      none={t("exports.none")}
      noneText={t("exports.noneText")}
    />
  );
}
