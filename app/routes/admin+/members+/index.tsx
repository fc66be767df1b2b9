/** Members, newest first, found by name, email, code or mobile. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { SaidNotice } from "~/components/admin/said";
import { WalletSums } from "~/components/admin/wallet-sums";
import { Card, DataTable, DateText, EmptyState, FilterBar, Page, PageHeader, Pager, StateBadge } from "~/components/ui";
import { staffMembers } from "~/db/office.server";

export const handle = { title: "admin:members.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => data(await staffMembers(token, { search: query.text("search") }, { cursor: query.cursor() })));
}

export default function Members() {
  const { t } = useTranslation(["admin", "common"]);
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("admin:members.title")} lead={t("admin:members.lead")} />
      <SaidNotice />
      <FilterBar filters={[{ name: "search", label: t("common:search"), type: "search", placeholder: t("admin:members.searchHint") }]} />
      <Card padded={false}>
        <DataTable
          caption={t("admin:members.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/members/${id}`}
          columns={[
            { key: "name", label: t("admin:members.name"), kind: "title", cell: (member) => member.name },
            { key: "email", label: t("admin:members.email"), cell: (member) => <span className="break-all">{member.email}</span> },
            { key: "wallets", label: t("admin:members.money"), kind: "number", cell: (member) => <WalletSums wallets={member.wallets} /> },
            { key: "joined", label: t("admin:members.joined"), cell: (member) => <DateText value={member.joined_at} /> },
            { key: "status", label: t("admin:members.status"), cell: (member) => <StateBadge state={member.status} /> },
          ]}
          empty={<EmptyState title={t("admin:members.nobody")}>{t("admin:members.nobodyText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
