/** What the network earned, and from what: pairs by month, commissions by source, and the wallets it came to. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { useWalletName } from "~/components/member/names";
import { NetworkTabs } from "~/components/member/network-tabs";
import type { MemberHandle } from "~/components/member/place";
import { Card, CardGrid, Count, DataTable, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Stat } from "~/components/ui";
import { memberEarnings } from "~/db/network.server";
import { formatMonth } from "~/money/dates";
import { isZero } from "~/money/format";

export const handle: MemberHandle = { title: "network:earnings.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberEarnings(token)));
}

export default function Earnings() {
  const { t, i18n } = useTranslation("network");
  const walletName = useWalletName();
  const { wallets, months, commissions, owed } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("earnings.title")} lead={t("earnings.lead")} actions={<LinkButton to="/payouts/new">{t("earnings.payout")}</LinkButton>} />
      <NetworkTabs />
      {owed.map(({ amount, currency }) => (
        <Notice key={currency} tone="warning" title={t("pairs.owed")}>
          <Money amount={amount} currency={currency} /> {t("pairs.owedText")}
        </Notice>
      ))}
      {wallets.length > 0 ? (
        <CardGrid columns={3}>
          {wallets.map(({ kind, currency, balance, held }) => (
            <Stat
              key={`${kind} ${currency}`}
              label={walletName(kind)}
              value={<Money amount={balance} currency={currency} />}
              note={isZero(held) ? undefined : <>{t("earnings.held")} <Money amount={held} currency={currency} /></>}
              to={`/wallet/movements?wallet=${kind}`}
            />
          ))}
        </CardGrid>
      ) : null}
      <Card title={t("earnings.pairs")} padded={false}>
        <DataTable
          caption={t("earnings.pairs")}
          rows={months}
          rowKey={({ month, currency }) => `${month} ${currency}`}
          empty={<EmptyState title={t("pairs.empty.title")}>{t("pairs.empty.text")}</EmptyState>}
          columns={[
            { key: "month", label: t("earnings.month"), kind: "title", cell: ({ month }) => formatMonth(month, i18n.language) },
            { key: "pairs", label: t("tree.pairs"), kind: "number", cell: ({ pairs, reversed }) => <span><Count value={pairs} />{reversed > 0 ? <span className="block text-xs text-quiet">{t("earnings.reversed", { count: reversed })}</span> : null}</span> },
            { key: "emi", label: t("pairs.emi"), kind: "number", cell: ({ emi, currency }) => <Money amount={emi} currency={currency} /> },
            { key: "awaiting", label: t("earnings.awaiting"), kind: "number", cell: ({ awaiting, currency }) => <Money amount={awaiting} currency={currency} /> },
            { key: "earnings", label: t("pairs.earnings"), kind: "amount", cell: ({ earnings, currency }) => <Money amount={earnings} currency={currency} /> },
          ]}
        />
      </Card>
      <Card title={t("earnings.commissions")} padded={false}>
        <DataTable
          caption={t("earnings.commissions")}
          rows={commissions}
          rowKey={({ source, currency }) => `${source} ${currency}`}
          rowLink={() => "/referrals"}
          empty={<EmptyState title={t("earnings.noCommissions")}>{t("earnings.noCommissionsText")}</EmptyState>}
          columns={[
            { key: "source", label: t("earnings.source"), kind: "title", cell: ({ source }) => t(`earnings.from.${source}`) },
            { key: "count", label: t("earnings.count"), kind: "number", cell: ({ count }) => <Count value={count} /> },
            { key: "awaiting", label: t("earnings.awaiting"), kind: "number", cell: ({ awaiting, currency }) => <Money amount={awaiting} currency={currency} /> },
            { key: "earned", label: t("earnings.earned"), kind: "amount", cell: ({ earned, currency }) => <Money amount={earned} currency={currency} /> },
          ]}
        />
      </Card>
      <p className="text-sm">
        <Link to="/income-disclosure" className="link">
          {t("income")}
        </Link>
      </p>
    </Page>
  );
}
