/** Where a member lands: what there is, what waits, what happened, and where to begin when nothing did yet. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { textOf } from "~/components/announcements/text-of.server";
import { BalanceChart } from "~/components/charts/balance-chart";
import { balanceShape } from "~/components/charts/balance-shape.server";
import { creditBars } from "~/components/charts/credit-bars.server";
import { CreditsCard } from "~/components/charts/credits-card";
import { CoverageCard } from "~/components/member/coverage-card";
import { EarningsCard } from "~/components/member/earnings-card";
import { FirstSteps } from "~/components/member/first-steps";
import { HomeAnnouncements } from "~/components/member/home-announcements";
import { InvestmentList } from "~/components/member/investment-list";
import { MovementTable } from "~/components/member/movement-table";
import { PendingList } from "~/components/member/pending-list";
import type { MemberHandle } from "~/components/member/place";
import { useMemberFrame } from "~/components/member/use-frame";
import { Card, CardGrid, CopyValue, EmptyState, LinkButton, Money, Page, PageHeader, Stat, TimeText } from "~/components/ui";
import { memberHome } from "~/db/ledger.server";
import { env } from "~/http/env.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle: MemberHandle = { title: "member:home.title", place: "home" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const home = await memberHome(token);
    return data({
      home,
      announcements: home.announcements.map((one) => ({ id: one.id, told: textOf(one, languageOf(request)) })),
      shape: balanceShape(home.history),
      bars: creditBars(home.history),
      referralLink: `${env().PUBLIC_URL}${home.referral.link_path}`,
    });
  });
}

export default function Home() {
  const { t } = useTranslation("member");
  const { home, announcements, shape, bars, referralLink } = useLoaderData<typeof loader>();
  const frame = useMemberFrame();
  const { currency } = home;
  const wallet = (kind: string) => home.wallets.find((one) => one.kind === kind && one.currency === currency);
  const deposit = wallet("DEPOSIT");
  const interest = wallet("INTEREST");
  // The sign-on bonus comes by itself; a beginner is whoever has not done anything.
  const nothingYet = home.pending.length === 0 && home.recent.every(({ kind }) => kind === "bonus");
  return (
    <Page>
      <PageHeader
        title={t("home.hello", { name: frame?.member.first_name ?? "" })}
        lead={frame?.last_login_at ? <span className="text-sm">{t("home.lastLogin")} <TimeText value={frame.last_login_at} /></span> : undefined}
        actions={
          <>
            <LinkButton to="/deposits/new">{t("home.deposit")}</LinkButton>
            <LinkButton to="/invest" look="secondary">
              {t("home.invest")}
            </LinkButton>
          </>
        }
      />

      <HomeAnnouncements announcements={announcements} />

      <CardGrid columns={4}>
        <Stat label={t("home.available")} value={<Money amount={deposit?.available ?? "0.00"} currency={currency} />} note={<BalanceNote wallet={deposit} />} to="/wallet" />
        <Stat label={t("home.interest")} value={<Money amount={interest?.available ?? "0.00"} currency={currency} />} note={<BalanceNote wallet={interest} />} to="/wallet#INTEREST" />
        <Stat
          label={t("home.invested")}
          value={<Money amount={home.invested} currency={currency} />}
          note={
            <>
              {t("home.projected")} <Money amount={home.projected} currency={currency} />
            </>
          }
          to="/investments?state=active"
        />
        <Stat label={t("home.credits")} value={<Money amount={home.history.credited} currency={currency} />} note={t("home.creditsNote")} to={`/wallet/movements?from=${home.history.from}`} />
      </CardGrid>

      {home.earnings ? <EarningsCard earnings={home.earnings} /> : null}

      {nothingYet ? <FirstSteps /> : null}

      {home.pending.length > 0 ? (
        <Card title={t("home.pending")} padded={false}>
          <PendingList items={home.pending} />
        </Card>
      ) : null}

      {shape ? (
        <div className="grid items-start gap-6 md:grid-cols-[2fr_1fr]">
          <Card title={t("home.balance")} action={<More to="/wallet/history" label={t("home.longer")} show />}>
            <BalanceChart history={home.history} shape={shape} />
          </Card>
          <CreditsCard bars={bars} currency={currency} />
        </div>
      ) : null}

      <Card title={t("home.active")} action={<More to="/investments" label={t("home.allInvestments")} show={home.active_investments.length > 0} />} padded={false}>
        {home.active_investments.length > 0 ? (
          <InvestmentList investments={home.active_investments} />
        ) : (
          <EmptyState title={t("home.noInvestments.title")} action={<LinkButton to="/invest" look="secondary">{t("home.noInvestments.action")}</LinkButton>}>
            {t("home.noInvestments.text")}
          </EmptyState>
        )}
      </Card>

      <div className="grid items-start gap-6 md:grid-cols-[2fr_1fr]">
        <Card title={t("home.recent")} action={<More to="/wallet/movements" label={t("home.allMovements")} show={home.recent.length > 0} />} padded={false}>
          <MovementTable caption={t("home.recent")} movements={home.recent} empty={<EmptyState title={t("movements.empty.title")}>{t("movements.empty.text")}</EmptyState>} />
        </Card>
        <div className="flex min-w-0 flex-col gap-6">
          <CoverageCard coverage={home.coverage} />
          <Card title={t("home.referral.title")} action={<Link to="/referrals" className="link">{t("home.referral.open", { count: home.referral.count })}</Link>}>
            <p className="mb-3 text-sm text-quiet">{t("home.referral.text")}</p>
            <CopyValue value={referralLink} label={t("home.referral.link")} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** Said only when the two differ: a balance that is partly held. */
function BalanceNote({ wallet }: { wallet: { balance: string; available: string; currency: string } | undefined }) {
  const { t } = useTranslation("member");
  if (!wallet || wallet.balance === wallet.available) return <>{t("home.allAvailable")}</>;
  return (
    <>
      {t("home.ofBalance")} <Money amount={wallet.balance} currency={wallet.currency} />
    </>
  );
}

function More({ to, label, show }: { to: string; label: string; show: boolean }) {
  if (!show) return null;
  return (
    <Link to={to} className="link inline-flex min-h-6 items-center">
      {label}
    </Link>
  );
}
