/** One imported statement file: what was taken, what was there already, and what was refused and why. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { useLabel } from "~/components/admin/use-label";
import { Badge, Card, Count, DataTable, DateText, DescriptionList, LinkButton, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { staffStatement } from "~/db/reconciliation.server";

export const handle = { title: (loaded: { statement: { file_name: string } } | undefined) => loaded?.statement.file_name ?? "admin:recon.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffStatement(token, paramId(params))));
}

export default function StatementPage() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { statement, method } = useLoaderData<typeof loader>();
  const total = statement.imported + statement.skipped + statement.refused;
  const sheet = `/admin/reconciliation/${method.id}`;
  return (
    <Page>
      <PageHeader
        title={statement.file_name}
        crumbs={[{ label: t("recon.title"), to: "/admin/reconciliation" }, { label: method.name, to: sheet }, { label: statement.file_name }]}
        actions={<LinkButton to={statement.last_on ? `${sheet}?on=${statement.last_on}` : sheet}>{t("recon.openSheet")}</LinkButton>}
      />
      {!statement.closed ? (
        <Notice tone="warning" title={t("recon.stopped")}>
          {t("recon.stoppedText")}
        </Notice>
      ) : statement.refused > 0 ? (
        <Notice tone="warning" title={t("recon.someRefused", { count: statement.refused })}>
          {t("recon.someRefusedText")}
        </Notice>
      ) : (
        <Notice tone="success">{t(statement.imported > 0 ? "recon.allGood" : "recon.nothingNew")}</Notice>
      )}
      <Card title={t("recon.result")}>
        <DescriptionList
          items={[
            { term: t("recon.linesRead"), value: <Count value={total} /> },
            { term: t("recon.imported"), value: <Count value={statement.imported} /> },
            { term: t("recon.skipped"), value: <Count value={statement.skipped} /> },
            { term: t("recon.refused"), value: <Count value={statement.refused} /> },
            { term: t("recon.matchedNow"), value: <Count value={statement.matched} /> },
            statement.first_on && statement.last_on ? { term: t("recon.days"), value: <><DateText value={statement.first_on} /> – <DateText value={statement.last_on} /></> } : null,
            { term: t("recon.by"), value: <>{statement.by}, <TimeText value={statement.at} /></> },
            { term: t("recon.hash"), value: <span className="font-mono text-xs break-all">{statement.sha256}</span> },
          ]}
        />
      </Card>
      {statement.remarks.length > 0 ? (
        <Card title={t("recon.remarks")} padded={false}>
          <DataTable
            caption={t("recon.remarks")}
            rows={statement.remarks.map((remark, at) => ({ ...remark, at }))}
            rowKey={({ at }) => String(at)}
            columns={[
              { key: "line", label: t("recon.line"), kind: "title", cell: (row) => t(statement.format === "csv" ? "recon.lineNo" : "recon.entryNo", { number: row.line }) },
              { key: "outcome", label: t("recon.outcome"), cell: (row) => <Badge tone={row.outcome === "refused" ? "danger" : "neutral"}>{t(`recon.outcomes.${row.outcome}`)}</Badge> },
              { key: "reason", label: t("recon.why"), cell: (row) => label("remark", row.reason) },
            ]}
          />
          <p className="px-4 py-3 text-sm text-quiet sm:px-5">{t("recon.remarksNote")}</p>
        </Card>
      ) : null}
    </Page>
  );
}
