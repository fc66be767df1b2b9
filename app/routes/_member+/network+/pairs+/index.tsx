/** The member's pairs, this month's use of the cap, and what it left over. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { DeferredCard } from "~/components/member/network/deferred-card";
import { NetworkTabs } from "~/components/member/network-tabs";
import type { MemberHandle } from "~/components/member/place";
import { Badge, Card, CardGrid, Count, DataTable, DateText, EmptyState, Money, Notice, Page, PageHeader, Pager, Stat, StateBadge } from "~/components/ui";
import { memberPairs } from "~/db/network.server";

export const handle: MemberHandle = { title: "network:pairs.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get("cursor");
  return withMember(request, async (token) => data(await memberPairs(token, { cursor })));
}

export default function Pairs() {
  const { t } = useTranslation("network");
  const { items, next, deferred, owed, used, cap } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("pairs.title")} lead={t("pairs.lead")} />
      <NetworkTabs />
      {owed.map(({ amount, currency }) => (
        <Notice key={currency} tone="warning" title={t("pairs.owed")}>
          <Money amount={amount} currency={currency} /> {t("pairs.owedText")}
        </Notice>
      ))}
      {cap ? (
        <CardGrid columns={3}>
          <Stat label={t("pairs.thisMonth")} value={<Count value={used} />} note={t("pairs.ofCap", { count: cap.cap })} />
          <Stat label={t("pairs.worth")} value={<Money amount={cap.pair_value} currency={cap.currency} />} note={t("pairs.version", { version: cap.version })} />
          <Stat label={t("pairs.over")} value={cap.over_cap === "defer" ? t("pairs.defer") : t("pairs.flush")} note={cap.over_cap === "defer" ? t("pairs.deferText") : t("pairs.flushText")} />
        </CardGrid>
      ) : null}
      <DeferredCard deferred={deferred} />
      <Card padded={false}>
        <DataTable
          caption={t("pairs.title")}
          rows={items}
          rowKey={({ pair }) => pair}
          rowLink={({ pair }) => `/network/pairs/${pair}`}
          empty={<EmptyState title={t("pairs.empty.title")}>{t("pairs.empty.text")}</EmptyState>}
          columns={[
            { key: "life", label: t("pairs.number"), kind: "title", cell: ({ life }) => t("pairs.pair", { number: life }) },
            { key: "at", label: t("pairs.at"), cell: ({ at }) => <DateText value={at} /> },
            { key: "state", label: t("pairs.state"), cell: ({ state, payment, deferred: late }) => <span className="inline-flex flex-wrap gap-1.5"><StateBadge state={state === "reversed" ? "reversed" : payment} />{late ? <Badge>{t("pairs.wasDeferred")}</Badge> : null}</span> },
            { key: "emi", label: t("pairs.emi"), kind: "number", cell: ({ emi, currency }) => <Money amount={emi} currency={currency} /> },
            { key: "earnings", label: t("pairs.earnings"), kind: "amount", cell: ({ earnings, currency }) => <Money amount={earnings} currency={currency} /> },
          ]}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
