import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, LinkButton, Money, StateBadge } from "~/components/ui";
import type { MemberHome } from "~/db/ledger.server";
import { isZero } from "~/money/format";

/** What can be paid out of earnings, and how the last payout stands. */
export function EarningsCard({ earnings: { wallets, last_payout: last } }: { earnings: NonNullable<MemberHome["earnings"]> }) {
  const { t } = useTranslation("payout");
  return (
    <Card title={t("home.title")} action={<Link to="/payouts" className="link">{t("list.title")}</Link>}>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <p className="text-sm text-quiet">{t("home.available")}</p>
          {wallets.map(({ currency, available, balance }) => (
            <div key={currency}>
              <p className="text-xl font-strong"><Money amount={available} currency={currency} /></p>
              {balance === available ? null : <p className="text-sm text-quiet">{t("home.ofBalance")} <Money amount={balance} currency={currency} /></p>}
            </div>
          ))}
        </div>
        {last ? (
          <div>
            <p className="text-sm text-quiet">{t("home.last")}</p>
            <p className="flex flex-wrap items-center gap-2">
              <Link to={`/payouts/${last.id}`} className="link inline-flex min-h-6 items-center"><Money amount={last.gross} currency={last.currency} /></Link>
              <StateBadge state={last.state} />
            </p>
          </div>
        ) : null}
        {wallets.every(({ available }) => isZero(available)) ? null : <LinkButton to="/payouts/new" look="secondary">{t("list.new")}</LinkButton>}
      </div>
    </Card>
  );
}
