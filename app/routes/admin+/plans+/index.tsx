/** Every plan with what was sold of it. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, DataTable, EmptyState, LinkButton, Money, Page, PageHeader, Percent, StateBadge } from "~/components/ui";
import { staffPlans } from "~/db/invest.server";

export const handle = { title: "admin:plans.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffPlans(token)));
}

export default function Plans() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { plans } = useLoaderData<typeof loader>();
  const create = may("plans.write") ? <LinkButton to="/admin/plans/new">{t("plans.new")}</LinkButton> : null;
  return (
    <Page>
      <PageHeader title={t("plans.title")} lead={t("plans.lead")} actions={create} />
      <Card padded={false}>
        <DataTable
          caption={t("plans.title")}
          rows={plans}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/plans/${id}`}
          columns={[
            { key: "name", label: t("plans.name"), kind: "title", cell: (plan) => plan.name },
            { key: "rate", label: t("plan.rate"), kind: "number", cell: (plan) => <Percent rate={plan.daily_rate} /> },
            { key: "term", label: t("plan.term"), cell: (plan) => t(`duration.${plan.unit}`, { count: plan.duration }) },
            {
              key: "sold",
              label: t("plans.sold"),
              kind: "number",
              cell: (plan) => (
                <span>
                  <Money amount={plan.sold_sum} currency={plan.currency} />
                  <span className="block text-xs text-quiet">{t("plans.contracts", { count: plan.sold_count })}</span>
                </span>
              ),
            },
            {
              key: "state",
              label: t("requests.state"),
              cell: (plan) => (
                <span className="inline-flex flex-wrap gap-1.5">
                  <StateBadge state={plan.state} />
                  {plan.pending_request ? <Badge tone="warning">{t("plans.waits")}</Badge> : null}
                  {plan.above_rail ? <Badge tone="danger">{t("plans.aboveRail")}</Badge> : null}
                </span>
              ),
            },
          ]}
          empty={
            <EmptyState title={t("plans.none")} action={create}>
              {t("plans.noneText")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
