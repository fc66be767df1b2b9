import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { InvestmentList } from "~/components/member/investment-list";
import { useStateName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { InvestTabs } from "~/components/member/wallet-tabs";
import { Card, EmptyState, FilterBar, LinkButton, Page, PageHeader, Pager } from "~/components/ui";
import { memberInvestments } from "~/db/invest.server";

export const handle: MemberHandle = { title: "member:investments.title", place: "invest" };

const states = ["active", "matured"] as const;

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = states.find((one) => one === searchParams.get("state")) ?? null;
  return withMember(request, async (token) => data(await memberInvestments(token, { state }, { cursor: searchParams.get("cursor") })));
}

export default function Investments() {
  const { t } = useTranslation("member");
  const { items, next } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const stateName = useStateName();
  return (
    <Page>
      <PageHeader title={t("investments.title")} lead={t("investments.lead")} actions={<LinkButton to="/invest">{t("home.invest")}</LinkButton>} />
      <InvestTabs />
      <FilterBar filters={[{ name: "state", label: t("pending.state"), type: "select", options: states.map((value) => ({ value, label: stateName(value) })) }]} />
      <Card padded={false}>
        {items.length > 0 ? (
          <InvestmentList investments={items} />
        ) : search.get("state") ? (
          <EmptyState title={t("list.noMatch")} />
        ) : (
          <EmptyState title={t("home.noInvestments.title")} action={<LinkButton to="/invest" look="secondary">{t("home.noInvestments.action")}</LinkButton>}>
            {t("home.noInvestments.text")}
          </EmptyState>
        )}
        <Pager next={next} />
      </Card>
    </Page>
  );
}
