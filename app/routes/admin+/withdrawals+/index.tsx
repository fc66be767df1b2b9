/** Withdrawals: what has to be sent, what is on its way, what became of the others. */
import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Age } from "~/components/admin/age";
import { readQuery } from "~/components/admin/query.server";
import { useLabel } from "~/components/admin/use-label";
import { Card, DataTable, EmptyState, FilterBar, Money, Page, PageHeader, Pager, StateBadge } from "~/components/ui";
import { staffWithdrawals } from "~/db/funding.server";

const states = ["approved", "sent", "pending", "confirmed", "returned", "rejected", "cancelled"] as const;

export const handle = { title: "admin:withdrawals.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  if (!query.has("state") && !query.has("search")) return redirect("/admin/withdrawals?state=approved");
  return withSession(request, async () => {
    const state = query.oneOf("state", states);
    const search = query.text("search", 80);
    return data({ ...(await staffWithdrawals(token, { state, search }, { cursor: query.cursor() })), toSend: state === "approved" && search === null });
  });
}

export default function Withdrawals() {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const { items, next, toSend } = useLoaderData<typeof loader>();
  const named = (state: (typeof states)[number]) => (state === "approved" ? t("admin:withdrawals.toSend") : state === "sent" ? t("admin:withdrawals.onItsWay") : t(`common:state.${state}`));
  return (
    <Page>
      <PageHeader title={t("admin:withdrawals.title")} lead={t("admin:withdrawals.lead")} />
      <FilterBar
        filters={[
          { name: "search", label: t("admin:bookings.search"), type: "search", placeholder: t("admin:bookings.searchHint") },
          { name: "state", label: t("admin:requests.state"), type: "select", options: states.map((value) => ({ value, label: named(value) })) },
        ]}
      />
      <Card padded={false}>
        <DataTable
          caption={t("admin:withdrawals.title")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/withdrawals/${id}`}
          columns={[
            { key: "reference", label: t("admin:withdrawals.reference"), kind: "title", cell: (item) => item.reference },
            { key: "member", label: t("admin:withdrawals.member"), cell: (item) => item.member.name },
            { key: "amount", label: t("admin:requests.amount"), kind: "amount", cell: (item) => <Money amount={item.amount} currency={item.currency} /> },
            {
              key: "to",
              label: t("admin:withdrawals.to"),
              cell: (item) => (
                <span>
                  {label("methodType", item.method_type)}
                  <span className="block text-xs text-quiet">{item.destination_tail}</span>
                </span>
              ),
            },
            { key: "since", label: t("admin:requests.since"), cell: (item) => <Age since={item.sent_at ?? item.decided_at ?? item.requested_at} /> },
            { key: "state", label: t("admin:requests.state"), cell: (item) => <StateBadge state={item.state} /> },
          ]}
          empty={<EmptyState title={toSend ? t("admin:withdrawals.nothingToSend") : t("admin:requests.nothingFound")}>{toSend ? t("admin:withdrawals.nothingToSendText") : t("admin:requests.nothingFoundText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
