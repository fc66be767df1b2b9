import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, CopyValue, DescriptionList, Money, StateBadge, TimeText } from "~/components/ui";
import { isZero } from "~/money/format";
import type { Evidence } from "../evidence.server";
import { MemberMoney } from "./member-money";

/** Earnings that want to leave: what is withheld, what pays instalments, and where the rest goes. */
export function PayoutEvidence({ evidence: { payout, parts, destination, wallets } }: { evidence: Extract<Evidence, { kind: "payout" }> }) {
  const { t } = useTranslation("admin");
  const money = (amount: string) => <Money amount={amount} currency={payout.currency} />;
  const copy = (term: string, value: string | null) => (value ? { term, value: <CopyValue value={value} label={term} /> } : null);
  return (
    <>
      <Card
        title={t("payout.title")}
        action={
          <Link to={`/admin/payouts/${payout.id}`} className="link">
            {payout.reference}
          </Link>
        }
      >
        <DescriptionList
          items={[
            { term: t("payout.gross"), value: money(payout.gross) },
            { term: t("payout.tax"), value: money(payout.tax) },
            ...parts.map(({ reference, amount }) => ({ term: t("payout.emi", { reference }), value: money(amount) })),
            { term: t("payout.bank"), value: isZero(payout.bank) ? t("payout.nothing") : money(payout.bank) },
            { term: t("requests.state"), value: <StateBadge state={payout.state} /> },
            { term: t("destination.label"), value: destination.label },
            copy(t("method.accountName"), destination.account_name),
            copy(t("method.accountNumber"), destination.account_number),
            copy(t("method.ifsc"), destination.ifsc),
            { term: t("evidence.destinationAdded"), value: <TimeText value={destination.created_at} /> },
          ]}
        />
      </Card>
      <MemberMoney wallets={wallets} facts={[]} />
    </>
  );
}
