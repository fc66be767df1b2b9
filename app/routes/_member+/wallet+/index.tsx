/** Every wallet with what is in it, what can leave it today, and what is held and why. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { HoldTable } from "~/components/member/hold-table";
import type { MemberHandle } from "~/components/member/place";
import { WalletCard } from "~/components/member/wallet-card";
import { WalletTabs } from "~/components/member/wallet-tabs";
import { Card, CardGrid, EmptyState, LinkButton, Page, PageHeader } from "~/components/ui";
import { memberWallets } from "~/db/ledger.server";

export const handle: MemberHandle = { title: "member:wallet.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberWallets(token)));
}

export default function Wallets() {
  const { t } = useTranslation("member");
  const { wallets, holds } = useLoaderData<typeof loader>();
  const currencies = [...new Set(wallets.map(({ currency }) => currency))];
  return (
    <Page>
      <PageHeader
        title={t("wallet.title")}
        lead={t("wallet.lead")}
        actions={
          <>
            <LinkButton to="/deposits/new">{t("wallet.deposit")}</LinkButton>
            <LinkButton to="/withdrawals/new" look="secondary">
              {t("wallet.withdraw")}
            </LinkButton>
            <LinkButton to="/wallet/move" look="secondary">
              {t("wallet.move")}
            </LinkButton>
          </>
        }
      />
      <WalletTabs />
      {currencies.map((currency) => (
        <section key={currency} aria-label={t("wallet.inCurrency", { currency })} className="flex flex-col gap-3">
          {currencies.length > 1 ? <h2 className="text-base">{currency}</h2> : null}
          <CardGrid columns={2}>
            {wallets
              .filter((wallet) => wallet.currency === currency)
              .map((wallet) => (
                <WalletCard key={wallet.kind} wallet={wallet} among={currencies} />
              ))}
          </CardGrid>
        </section>
      ))}
      <Card title={t("wallet.holds.title")} padded={false}>
        <HoldTable holds={holds} empty={<EmptyState title={t("wallet.holds.empty")}>{t("wallet.holds.emptyText")}</EmptyState>} />
      </Card>
      <p className="text-sm text-quiet">
        {t("wallet.coverage")}{" "}
        <Link to="/coverage" className="link">
          {t("coverage.open")}
        </Link>
      </p>
    </Page>
  );
}
