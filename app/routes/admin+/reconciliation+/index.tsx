/** Client accounts held against their bank statements: up to which day each is signed, and what is open. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, DataTable, DateText, EmptyState, LinkButton, Money, Page, PageHeader } from "~/components/ui";
import { staffReconciliation } from "~/db/reconciliation.server";

export const handle = { title: "admin:recon.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffReconciliation(token)));
}

export default function Reconciliation() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { methods, yesterday } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("recon.title")} lead={t("recon.lead")} />
      <Card title={t("recon.accounts")} padded={false}>
        <DataTable
          caption={t("recon.accounts")}
          rows={methods}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/reconciliation/${id}`}
          columns={[
            { key: "name", label: t("recon.account"), kind: "title", cell: (row) => row.name },
            { key: "balance", label: t("recon.books"), kind: "amount", cell: (row) => <Money amount={row.balance} currency={row.currency} /> },
            { key: "lines", label: t("recon.linesTo"), cell: (row) => (row.lines_to ? <DateText value={row.lines_to} /> : <span className="text-quiet">{t("recon.noStatement")}</span>) },
            { key: "open", label: t("recon.openLines"), kind: "number", cell: (row) => row.open_lines },
            {
              key: "signed",
              label: t("recon.signedTo"),
              cell: (row) =>
                row.signed_on ? (
                  <span className="inline-flex flex-wrap items-center gap-2">
                    <DateText value={row.signed_on} />
                    {row.signed_on >= yesterday ? <Badge tone="success">{t("recon.upToDate")}</Badge> : null}
                  </span>
                ) : (
                  <span className="text-quiet">{t("recon.never")}</span>
                ),
            },
            {
              key: "waiting",
              label: t("recon.waiting"),
              cell: (row) =>
                row.waiting_on && row.waiting_request && may("requests.read") ? (
                  <Link to={`/admin/requests/${row.waiting_request}`} className="link inline-block min-h-6">
                    <DateText value={row.waiting_on} />
                  </Link>
                ) : (
                  <span className="text-quiet">{t("recon.nothingWaits")}</span>
                ),
            },
          ]}
          empty={
            <EmptyState title={t("methods.none")} action={may("methods.write") ? <LinkButton to="/admin/methods/new">{t("methods.new")}</LinkButton> : undefined}>
              {t("recon.noMethods")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
