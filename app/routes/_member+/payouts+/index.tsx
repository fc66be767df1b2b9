/** Payouts of earnings, newest first, each with how it stands. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { useStateName } from "~/components/member/names";
import { NetworkTabs } from "~/components/member/network-tabs";
import { PausedNotice } from "~/components/member/paused-notice";
import type { MemberHandle } from "~/components/member/place";
import { Card, DataTable, EmptyState, FilterBar, LinkButton, Money, Page, PageHeader, Pager, StateBadge, TimeText } from "~/components/ui";
import { memberPayouts, payoutStates } from "~/db/payout.server";

export const handle: MemberHandle = { title: "payout:list.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = payoutStates.find((one) => one === searchParams.get("state")) ?? null;
  return withMember(request, async (token) => data({ ...(await memberPayouts(token, { state }, { cursor: searchParams.get("cursor") })), states: payoutStates }));
}

export default function Payouts() {
  const { t } = useTranslation(["payout", "member"]);
  const { items, next, paused, states } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const stateName = useStateName();
  return (
    <Page>
      <PageHeader
        title={t("payout:list.title")}
        lead={t("payout:list.lead")}
        actions={
          <>
            <LinkButton to="/payouts/new">{t("payout:list.new")}</LinkButton>
            <LinkButton to="/tax" look="secondary">{t("payout:list.tax")}</LinkButton>
          </>
        }
      />
      <NetworkTabs />
      <PausedNotice paused={paused} />
      <FilterBar filters={[{ name: "state", label: t("member:pending.state"), type: "select", options: states.map((value) => ({ value, label: stateName(value) })) }]} />
      <Card padded={false}>
        <DataTable
          caption={t("payout:list.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/payouts/${id}`}
          empty={
            search.get("state") ? (
              <EmptyState title={t("member:list.noMatch")} />
            ) : (
              <EmptyState title={t("payout:list.empty.title")} action={<LinkButton to="/payouts/new" look="secondary">{t("payout:list.new")}</LinkButton>}>
                {t("payout:list.empty.text")}
              </EmptyState>
            )
          }
          columns={[
            { key: "reference", label: t("member:pending.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "to", label: t("payout:figures.to"), cell: ({ destination_label, destination_tail }) => <span>{destination_label} <span className="text-quiet">{destination_tail}</span></span> },
            { key: "at", label: t("member:pending.since"), cell: ({ requested_at }) => <TimeText value={requested_at} /> },
            { key: "state", label: t("member:pending.state"), cell: ({ state }) => <StateBadge state={state} /> },
            { key: "bank", label: t("payout:figures.bank"), kind: "number", cell: ({ bank, currency }) => <Money amount={bank} currency={currency} /> },
            { key: "amount", label: t("payout:figures.gross"), kind: "amount", cell: ({ gross, currency }) => <Money amount={gross} currency={currency} /> },
          ]}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
