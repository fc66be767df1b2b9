/** What members are told, were told and will be told. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, DateText, EmptyState, LinkButton, Page, PageHeader, Pager, StateBadge } from "~/components/ui";
import { staffAnnouncements } from "~/db/announcement.server";

export const handle = { title: "admin:announcements.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffAnnouncements(token, { cursor: readQuery(request).ids("cursor")?.[0] ?? null })));
}

export default function Announcements() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { items, next } = useLoaderData<typeof loader>();
  const add = may("announcements.write") ? <LinkButton to="/admin/announcements/new">{t("announcements.new")}</LinkButton> : null;
  return (
    <Page>
      <PageHeader title={t("announcements.title")} lead={t("announcements.lead")} actions={add} />
      <Card padded={false}>
        <DataTable
          caption={t("announcements.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/announcements/${id}`}
          columns={[
            { key: "title", label: t("announcements.name"), kind: "title", cell: ({ texts }) => <span lang="en" className="break-words">{texts.en.title}</span> },
            { key: "audience", label: t("announcements.audience"), cell: ({ audience }) => t(`announcements.audiences.${audience}`) },
            { key: "from", label: t("announcements.from"), cell: ({ from_on: from }) => <DateText value={from} /> },
            { key: "until", label: t("announcements.until"), cell: ({ until_on: until }) => (until ? <DateText value={until} /> : t("announcements.noEnd")) },
            { key: "standing", label: t("requests.state"), cell: ({ standing }) => <StateBadge state={standing} /> },
          ]}
          empty={
            <EmptyState title={t("announcements.none")} action={add}>
              {t("announcements.noneText")}
            </EmptyState>
          }
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
