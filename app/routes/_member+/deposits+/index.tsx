import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { useStateName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, DataTable, EmptyState, FilterBar, LinkButton, Money, Page, PageHeader, Pager, StateBadge, TimeText } from "~/components/ui";
import { memberDeposits } from "~/db/funding.server";

export const handle: MemberHandle = { title: "member:deposits.title", place: "wallet" };

const states = ["pending", "approved", "rejected", "cancelled"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = states.find((one) => one === searchParams.get("state")) ?? null;
  return withMember(request, async (token) => data(await memberDeposits(token, { state }, { cursor: searchParams.get("cursor") })));
}

export default function Deposits() {
  const { t } = useTranslation("member");
  const { items, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const stateName = useStateName();
  return (
    <Page>
      <PageHeader title={t("deposits.title")} lead={t("deposits.lead")} actions={<LinkButton to="/deposits/new">{t("deposits.new")}</LinkButton>} />
      <WalletTabs />
      <FilterBar filters={[{ name: "state", label: t("pending.state"), type: "select", options: states.map((value) => ({ value, label: stateName(value) })) }]} />
      <Card padded={false}>
        <DataTable
          caption={t("deposits.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/deposits/${id}`}
          empty={
            search.get("state") ? (
              <EmptyState title={t("list.noMatch")} />
            ) : (
              <EmptyState title={t("deposits.empty.title")} action={<LinkButton to="/deposits/new" look="secondary">{t("deposits.new")}</LinkButton>}>
                {t("deposits.empty.text")}
              </EmptyState>
            )
          }
          columns={[
            { key: "reference", label: t("pending.reference"), kind: "title", cell: ({ reference, method_name }) => <>{reference} <span className="font-normal text-quiet">{method_name}</span></> },
            { key: "at", label: t("pending.since"), cell: ({ submitted_at }) => <TimeText value={submitted_at} /> },
            { key: "state", label: t("pending.state"), cell: ({ state }) => <StateBadge state={state} /> },
            { key: "amount", label: t("pending.amount"), kind: "amount", cell: ({ amount, received, currency }) => <Money amount={received ?? amount} currency={currency} /> },
          ]}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
