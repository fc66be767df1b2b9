import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Money } from "~/components/ui";
import type { Evidence } from "../evidence.server";

type Props = { evidence: Extract<Evidence, { kind: "sweep" }>; currency: string };

/** Own money that is to leave the client account, each part beside what of it is there now. */
export function SweepEvidence({ evidence, currency }: Props) {
  const { t } = useTranslation("admin");
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  return (
    <Card title={t("sweep.evidence")}>
      <DescriptionList
        items={[
          { term: t("sweep.held"), value: money(evidence.held), note: <>{t("sweep.now")} {money(evidence.held_now)}</> },
          { term: t("sweep.own"), value: money(evidence.own), note: <>{t("sweep.now")} {money(evidence.own_now)}</> },
          { term: t("sweep.method"), value: evidence.method.name, note: <>{t("evidence.holdsNow")} {money(evidence.method.balance)}</> },
          evidence.note ? { term: t("treasury.note"), value: evidence.note } : null,
        ]}
      />
    </Card>
  );
}
