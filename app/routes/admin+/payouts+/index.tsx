/** Payouts: what waits for the next file, what is on its way, what became of the others. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Age } from "~/components/admin/age";
import { PayoutTabs } from "~/components/admin/payouts/payout-tabs";
import { readQuery } from "~/components/admin/query.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, EmptyState, FilterBar, LinkButton, Money, Page, PageHeader, Pager, StateBadge } from "~/components/ui";
import { payoutStates, staffPayouts } from "~/db/payout.server";

export const handle = { title: "admin:payouts.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => {
    const state = query.oneOf("state", payoutStates);
    const search = query.text("search", 80);
    return data({ ...(await staffPayouts(token, { state, search }, { cursor: query.cursor() })), states: payoutStates, narrowed: state !== null || search !== null });
  });
}

export default function Payouts() {
  const { t } = useTranslation(["admin", "common"]);
  const may = useMay();
  const { items, next, states, narrowed } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title={t("admin:payouts.title")}
        lead={t("admin:payouts.lead")}
        actions={
          may("requests.read") ? (
            <LinkButton to="/admin/requests?state=pending&kind=payout" look="secondary">
              {t("admin:payouts.toApprove")}
            </LinkButton>
          ) : null
        }
      />
      <PayoutTabs />
      <FilterBar
        filters={[
          { name: "search", label: t("admin:bookings.search"), type: "search", placeholder: t("admin:bookings.searchHint") },
          { name: "state", label: t("admin:requests.state"), type: "select", options: states.map((value) => ({ value, label: t(`common:state.${value}`) })) },
        ]}
      />
      <Card padded={false}>
        <DataTable
          caption={t("admin:payouts.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/payouts/${id}`}
          columns={[
            { key: "reference", label: t("admin:payout.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "member", label: t("admin:withdrawals.member"), cell: ({ member }) => member.name },
            { key: "gross", label: t("admin:payout.gross"), kind: "number", cell: ({ gross, currency }) => <Money amount={gross} currency={currency} /> },
            { key: "tax", label: t("admin:payout.tax"), kind: "number", cell: ({ tax, currency }) => <Money amount={tax} currency={currency} /> },
            { key: "since", label: t("admin:requests.since"), cell: ({ closed_at, sent_at, decided_at, requested_at }) => <Age since={closed_at ?? sent_at ?? decided_at ?? requested_at} /> },
            { key: "state", label: t("admin:requests.state"), cell: ({ state }) => <StateBadge state={state} /> },
            { key: "bank", label: t("admin:payout.bank"), kind: "amount", cell: ({ bank, currency }) => <Money amount={bank} currency={currency} /> },
          ]}
          empty={<EmptyState title={t("admin:requests.nothingFound")}>{narrowed ? t("admin:requests.nothingFoundText") : t("admin:payouts.noneText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
