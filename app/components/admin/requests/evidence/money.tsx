import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Money } from "~/components/ui";
import type { ApprovalRequest } from "~/db/approval.server";
import { useLabel } from "../../use-label";
import type { Evidence } from "../evidence.server";

type MoneyKind = Extract<Evidence, { kind: "treasury_funding" | "treasury_return" | "bank_transfer" }>;

/** Operator money on the move: from where, to where, and what stands there at the moment. */
export function MoneyEvidence({ evidence, request }: { evidence: MoneyKind; request: ApprovalRequest }) {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const holds = (found: { balance: string; currency: string } | undefined) => (found ? <>{t("evidence.holdsNow")} <Money amount={found.balance} currency={found.currency} /></> : undefined);
  const method = (id: string) => evidence.methods.find((one) => one.id === id);
  const sides =
    evidence.kind === "bank_transfer"
      ? [
          { term: t("move.from"), value: method(evidence.from)?.name, note: holds(method(evidence.from)) },
          { term: t("move.to"), value: method(evidence.to)?.name, note: holds(method(evidence.to)) },
        ]
      : [
          { term: t("home.treasury"), value: label("treasury", evidence.treasury), note: holds(evidence.treasuries.find(({ name }) => name === evidence.treasury)) },
          { term: t(evidence.kind === "treasury_funding" ? "fund.method" : "return.method"), value: method(evidence.method)?.name, note: holds(method(evidence.method)) },
        ];
  return (
    <Card title={t("evidence.money")}>
      <DescriptionList
        items={[
          request.amount && request.currency ? { term: t("requests.amount"), value: <Money amount={request.amount} currency={request.currency} /> } : null,
          ...sides,
          evidence.note ? { term: t("treasury.note"), value: evidence.note } : null,
        ]}
      />
    </Card>
  );
}
