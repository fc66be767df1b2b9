import { useTranslation } from "react-i18next";

import { ClaimFacts, ClaimNominees } from "~/components/admin/claim/claim-facts";
import { Card, DescriptionList, Money, Notice } from "~/components/ui";
import type { Evidence } from "../evidence.server";

/** Who is paid which part, to which account, and what goes on or waits meanwhile. */
export function ClaimEvidence({ evidence: { claim, payment, contracts, waiting } }: { evidence: Extract<Evidence, { kind: "claim" }> }) {
  const { t } = useTranslation("admin");
  return (
    <>
      {waiting > 0 ? <Notice tone="warning">{t("claim.waitingWithdrawals", { count: waiting })}</Notice> : null}
      {contracts > 0 ? <Notice>{t("claim.contracts", { count: contracts })}</Notice> : null}
      {payment.map(({ currency, amount, parts }) => (
        <Card key={currency} title={t("claim.payment", { currency })}>
          <DescriptionList
            items={[
              ...parts.map((part) => ({ term: part.name, value: <Money amount={part.amount} currency={currency} /> })),
              { term: <span className="font-strong">{t("claim.together")}</span>, value: <Money amount={amount} currency={currency} /> },
            ]}
          />
        </Card>
      ))}
      <ClaimNominees claim={claim} />
      <ClaimFacts claim={claim} />
    </>
  );
}
