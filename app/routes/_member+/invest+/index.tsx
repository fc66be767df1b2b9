/** Plans on sale. Rates are what a contract would say, never a promise about the future. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { PlanCard } from "~/components/member/plan-card";
import { InvestTabs } from "~/components/member/wallet-tabs";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, Page, PageHeader } from "~/components/ui";
import { memberPlans } from "~/db/invest.server";

export const handle: MemberHandle = { title: "member:invest.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberPlans(token)));
}

export default function Invest() {
  const { t } = useTranslation("member");
  const { plans } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("invest.title")} lead={t("invest.lead")} />
      <InvestTabs />
      {plans.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("invest.empty.title")}>{t("invest.empty.text")}</EmptyState>
        </Card>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
          {plans.map((plan) => (
            <li key={plan.id} className="flex *:grow">
              <PlanCard plan={plan} />
            </li>
          ))}
        </ul>
      )}
      <p className="max-w-[44rem] text-sm text-quiet">{t("invest.source")}</p>
    </Page>
  );
}
