/** Imports of companies from elsewhere: those that are prepared, wait, were posted or dropped. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { shownState } from "~/components/admin/imports/shown-state";
import { Templates } from "~/components/admin/imports/templates";
import { readQuery } from "~/components/admin/query.server";
import { Card, Count, DataTable, DateText, EmptyState, LinkButton, Page, PageHeader, Pager, StateBadge, TimeText } from "~/components/ui";
import { staffImports } from "~/db/import.server";

export const handle = { title: "admin:imports.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => data(await staffImports(token, { cursor: query.cursor() })));
}

export default function ImportsPage() {
  const { t } = useTranslation("admin");
  const { items, next } = useLoaderData<typeof loader>();
  const begin = <LinkButton to="/admin/imports/new">{t("imports.begin")}</LinkButton>;
  return (
    <Page>
      <PageHeader title={t("imports.title")} lead={t("imports.lead")} actions={items.length > 0 ? begin : null} />
      <Card title={t("imports.list")} padded={false}>
        <DataTable
          caption={t("imports.list")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/imports/${id}`}
          columns={[
            { key: "reference", label: t("imports.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "currency", label: t("imports.currency"), cell: ({ currency }) => currency },
            { key: "cutover", label: t("imports.until"), cell: ({ cutover_on }) => <DateText value={cutover_on} /> },
            { key: "files", label: t("imports.files"), kind: "number", cell: ({ files }) => <Count value={files.length} /> },
            { key: "made", label: t("imports.made"), cell: ({ made_by, made_at }) => <>{made_by}, <TimeText value={made_at} /></> },
            { key: "state", label: t("requests.state"), cell: ({ state }) => <StateBadge state={shownState(state)} /> },
          ]}
          empty={<EmptyState title={t("imports.none")} action={begin}>{t("imports.noneText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
      <Templates />
    </Page>
  );
}
