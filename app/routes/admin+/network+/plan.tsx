/** The compensation plan, version by version: every figure pairs are made from. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useLabel } from "~/components/admin/use-label";
import { Badge, Card, Count, DateText, DescriptionList, EmptyState, Money, Page, PageHeader, Percent, StateBadge } from "~/components/ui";
import { staffCompensation } from "~/db/network.server";

export const handle = { title: "admin:compensation.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffCompensation(token)));
}

export default function CompensationPlan() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { versions } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("compensation.title")} lead={t("compensation.lead")} crumbs={[{ label: t("tree.title"), to: "/admin/network" }, { label: t("compensation.title") }]} />
      {versions.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("compensation.none")}>{t("compensation.noneText")}</EmptyState>
        </Card>
      ) : (
        versions.map((version) => {
          const money = (amount: string) => <Money amount={amount} currency={version.currency} />;
          return (
            <Card key={version.id} title={t("compensation.version", { version: version.version })} action={version.current ? <Badge tone="success">{t("compensation.current")}</Badge> : <StateBadge state={version.state} />}>
              <DescriptionList
                items={[
                  { term: t("compensation.from"), value: version.from ? <DateText value={version.from} /> : t("compensation.beginning"), note: version.timezone },
                  { term: t("compensation.pairValue"), value: money(version.pair_value) },
                  { term: t("compensation.full"), value: <Count value={version.first_full_pairs} /> },
                  { term: t("compensation.emi"), value: <Percent rate={version.emi_percent} /> },
                  { term: t("compensation.cap"), value: <Count value={version.monthly_pair_cap} /> },
                  { term: t("compensation.over"), value: label("overCap", version.over_cap) },
                  { term: t("compensation.reserve"), value: <Percent rate={version.reserve_percent} /> },
                  { term: t("compensation.countOn"), value: label("countOn", version.count_on) },
                  { term: t("compensation.qualify"), value: money(version.qualify_amount) },
                  { term: t("compensation.cooling"), value: t("compensation.days", { count: version.cooling_off_days }) },
                  { term: t("compensation.placement"), value: label("placement", version.placement) },
                  { term: t("compensation.buyer"), value: money(version.active_buyer_amount) },
                ]}
              />
            </Card>
          );
        })
      )}
    </Page>
  );
}
