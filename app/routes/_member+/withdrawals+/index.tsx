import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { useStateName, useWalletName } from "~/components/member/names";
import { PausedNotice } from "~/components/member/paused-notice";
import type { MemberHandle } from "~/components/member/place";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, DataTable, EmptyState, FilterBar, LinkButton, Money, Page, PageHeader, Pager, StateBadge, TimeText } from "~/components/ui";
import { memberWithdrawals } from "~/db/funding.server";

export const handle: MemberHandle = { title: "member:withdrawals.title", place: "wallet" };

const states = ["pending", "approved", "sent", "confirmed", "rejected", "cancelled", "returned"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = states.find((one) => one === searchParams.get("state")) ?? null;
  return withMember(request, async (token) => data(await memberWithdrawals(token, { state }, { cursor: searchParams.get("cursor") })));
}

export default function Withdrawals() {
  const { t } = useTranslation("member");
  const wallet = useWalletName();
  const { items, next, paused } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const stateName = useStateName();
  return (
    <Page>
      <PageHeader title={t("withdrawals.title")} lead={t("withdrawals.lead")} actions={<LinkButton to="/withdrawals/new">{t("withdrawals.new")}</LinkButton>} />
      <WalletTabs />
      <PausedNotice paused={paused} />
      <FilterBar filters={[{ name: "state", label: t("pending.state"), type: "select", options: states.map((value) => ({ value, label: stateName(value) })) }]} />
      <Card padded={false}>
        <DataTable
          caption={t("withdrawals.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/withdrawals/${id}`}
          empty={
            search.get("state") ? (
              <EmptyState title={t("list.noMatch")} />
            ) : (
              <EmptyState title={t("withdrawals.empty.title")} action={<LinkButton to="/withdrawals/new" look="secondary">{t("withdrawals.new")}</LinkButton>}>
                {t("withdrawals.empty.text")}
              </EmptyState>
            )
          }
          columns={[
            { key: "reference", label: t("pending.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "to", label: t("withdrawal.to"), cell: ({ destination_label, destination_tail }) => <span>{destination_label} <span className="text-quiet">{destination_tail}</span></span> },
            { key: "wallet", label: t("movements.wallet"), cell: (row) => wallet(row.wallet) },
            { key: "at", label: t("pending.since"), cell: ({ requested_at }) => <TimeText value={requested_at} /> },
            { key: "state", label: t("pending.state"), cell: ({ state }) => <StateBadge state={state} /> },
            { key: "amount", label: t("pending.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
          ]}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
