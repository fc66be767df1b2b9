/** Licences, certificates and policies of the company that hold today, for everybody. */
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { RouteHandle } from "~/components/page-title";
import { Card, DataTable, DateText, EmptyState, Page, PageHeader } from "~/components/ui";
import { publicPapers } from "~/db/vault.server";
import { answerProblems } from "~/http/answer-problems.server";

export const handle: RouteHandle = { title: "public:documents.title" };

export async function loader() {
  return data(await answerProblems(() => publicPapers()));
}

export default function Documents() {
  const { t } = useTranslation("public");
  const { papers } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("documents.title")} lead={t("documents.lead")} />
      <Card padded={false}>
        <DataTable
          caption={t("documents.title")}
          rows={papers}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "title",
              label: t("documents.name"),
              kind: "title",
              cell: ({ id, title }) => (
                <a href={`/resources/documents/${id}`} className="link inline-flex min-h-6 items-center [overflow-wrap:anywhere]">
                  {title}
                </a>
              ),
            },
            { key: "kind", label: t("documents.kind"), cell: ({ kind }) => t(`documents.kinds.${kind}`) },
            { key: "issuer", label: t("documents.issuer"), cell: ({ issuer }) => issuer },
            { key: "from", label: t("documents.validFrom"), cell: ({ valid_from: from }) => <DateText value={from} /> },
            { key: "until", label: t("documents.validUntil"), cell: ({ valid_until: until }) => (until ? <DateText value={until} /> : t("documents.noEnd")) },
          ]}
          empty={<EmptyState title={t("documents.none")}>{t("documents.noneText")}</EmptyState>}
        />
      </Card>
    </Page>
  );
}
