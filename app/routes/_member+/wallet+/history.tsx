/** How the balance went over the last days, and what was credited in them. Drawn on the server, with the figures behind each drawing. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { BalanceChart } from "~/components/charts/balance-chart";
import { balanceShape } from "~/components/charts/balance-shape.server";
import { creditBars } from "~/components/charts/credit-bars.server";
import { CreditsCard } from "~/components/charts/credits-card";
import type { MemberHandle } from "~/components/member/place";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, ChoiceLinks, DateText, EmptyState, LinkButton, Page, PageHeader } from "~/components/ui";
import { memberHistory } from "~/db/ledger-statement.server";

export const handle: MemberHandle = { title: "member:history.title" };

const spans = [30, 90, 365] as const;

export function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const days = spans.find((span) => String(span) === search.get("days")) ?? 90;
  return withMember(request, async (token) => {
    const history = await memberHistory(token, { currency: search.get("currency") || null, days });
    return data({ history, days, shape: balanceShape(history), bars: creditBars(history) });
  });
}

export default function HistoryPage() {
  const { t } = useTranslation("member");
  const { history, days, shape, bars } = useLoaderData<typeof loader>();
  const { currency, currencies } = history;
  const deposit = (
    <LinkButton to="/deposits/new" look="secondary">
      {t("home.deposit")}
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader title={t("history.title")} lead={t("history.lead")} />
      <WalletTabs />
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        <ChoiceLinks
          label={t("history.span")}
          choices={spans.map((count) => ({ to: `?days=${count}&currency=${currency}`, label: t("history.days", { count }), chosen: count === days }))}
        />
        {currencies.length > 1 ? (
          <ChoiceLinks label={t("currency.label")} choices={currencies.map((one) => ({ to: `?days=${days}&currency=${one}`, label: one, chosen: one === currency }))} />
        ) : null}
      </div>
      <p className="text-sm text-quiet">
        <DateText value={history.from} /> – <DateText value={history.to} />
      </p>
      <div className="grid items-start gap-6 md:grid-cols-[2fr_1fr]">
        <Card title={t("history.balance")} padded={shape !== null}>
          {shape ? (
            <BalanceChart history={history} shape={shape} />
          ) : (
            <EmptyState title={t("history.noBalance.title")} action={deposit}>
              {t("history.noBalance.text")}
            </EmptyState>
          )}
        </Card>
        <CreditsCard bars={bars} currency={currency} />
      </div>
    </Page>
  );
}
