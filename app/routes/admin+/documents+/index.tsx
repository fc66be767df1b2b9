/** The operator's documents, with what somebody has to look at. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { SaidNotice } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, DataTable, DateText, EmptyState, LinkButton, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffPapers } from "~/db/vault.server";

export const handle = { title: "admin:documents.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffPapers(token)));
}

export default function Documents() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { papers } = useLoaderData<typeof loader>();
  const add = may("documents.write") ? <LinkButton to="/admin/documents/new">{t("documents.new")}</LinkButton> : null;
  return (
    <Page>
      <PageHeader title={t("documents.title")} lead={t("documents.lead")} actions={add} />
      <SaidNotice />
      <Card padded={false}>
        <DataTable
          caption={t("documents.title")}
          rows={papers}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/documents/${id}`}
          columns={[
            { key: "title", label: t("documents.name"), kind: "title", cell: ({ title }) => title },
            { key: "kind", label: t("documents.kind"), cell: ({ kind }) => t(`documents.kinds.${kind}`) },
            { key: "issuer", label: t("documents.issuer"), cell: ({ issuer }) => issuer },
            { key: "until", label: t("documents.validUntil"), cell: ({ valid_until: until }) => (until ? <DateText value={until} /> : t("documents.noEnd")) },
            { key: "review", label: t("documents.reviewOn"), cell: ({ review_on: review }) => (review ? <DateText value={review} /> : "–") },
            { key: "seen", label: t("documents.seenBy"), cell: (paper) => (paper.public ? t("documents.everybody") : t("documents.staff")) },
            { key: "state", label: t("requests.state"), cell: ({ state, due }) => <span className="inline-flex flex-wrap gap-1.5"><StateBadge state={state} />{due ? <Badge tone="warning">{t("documents.due")}</Badge> : null}</span> },
          ]}
          empty={
            <EmptyState title={t("documents.none")} action={add}>
              {t("documents.noneText")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
