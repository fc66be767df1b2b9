import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, CopyValue, DescriptionList, Money, StateBadge, TimeText } from "~/components/ui";
import { isZero } from "~/money/format";
import { useLabel } from "../../use-label";
import type { Evidence } from "../evidence.server";
import { MemberMoney } from "./member-money";

/** Money that wants to leave: how much, from which wallet, where to, and how old that destination is. */
export function WithdrawalEvidence({ evidence: { withdrawal, destination, wallets, last_24h } }: { evidence: Extract<Evidence, { kind: "withdrawal" }> }) {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const { currency } = withdrawal;
  const copy = (term: string, value: string | null) => (value ? { term, value: <CopyValue value={value} label={term} /> } : null);
  return (
    <>
      <Card
        title={t("admin:evidence.withdrawal")}
        action={
          <Link to={`/admin/withdrawals/${withdrawal.id}`} className="link">
            {withdrawal.reference}
          </Link>
        }
      >
        <DescriptionList
          items={[
            { term: t("admin:requests.amount"), value: <Money amount={withdrawal.amount} currency={currency} /> },
            isZero(withdrawal.fee) ? null : { term: t("admin:withdrawals.fee"), value: <Money amount={withdrawal.fee} currency={currency} /> },
            { term: t("admin:withdrawals.wallet"), value: t(`common:wallet.${withdrawal.wallet}`) },
            { term: t("admin:evidence.withdrawalState"), value: <StateBadge state={withdrawal.state} /> },
            { term: t("admin:destination.type"), value: label("methodType", destination.type) },
            { term: t("admin:destination.label"), value: destination.label },
            copy(t("admin:method.address"), destination.address),
            copy(t("admin:method.accountName"), destination.account_name),
            copy(t("admin:method.accountNumber"), destination.account_number),
            copy(t("admin:method.ifsc"), destination.ifsc),
            { term: t("admin:evidence.destinationAdded"), value: <TimeText value={destination.created_at} /> },
          ]}
        />
      </Card>
      <MemberMoney wallets={wallets} facts={[{ term: t("admin:evidence.last24h"), value: <Money amount={last_24h} currency={currency} /> }]} />
    </>
  );
}
