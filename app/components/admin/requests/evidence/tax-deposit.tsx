import { useTranslation } from "react-i18next";

import { Card, DateText, DescriptionList, LinkButton, Money } from "~/components/ui";
import { quarterOf } from "~/tax/quarter";
import { FormName } from "../../tax/deposits";
import type { Evidence } from "../evidence.server";

type Props = { evidence: Extract<Evidence, { kind: "tax_deposit" }>; currency: string };

/** A payment to the tax authority beside what was withheld in its quarter: whoever approves compares the reference with the receipt. */
export function TaxDepositEvidence({ evidence, currency }: Props) {
  const { t } = useTranslation("admin");
  const { from_on, until_on, regime, form, code, method, note } = evidence;
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const quarter = quarterOf(from_on);
  return (
    <Card title={t("tax.depositEvidence")} action={<LinkButton to={`/admin/tax?quarter=${quarter}`} look="secondary">{t("tax.register")}</LinkButton>}>
      <DescriptionList
        items={[
          { term: t("tax.reference"), value: evidence.reference },
          { term: t("tax.paidOn"), value: <DateText value={evidence.paid_on} /> },
          { term: t("tax.paidFrom"), value: method.name, note: <>{t("evidence.holdsNow")} {money(method.balance)}</> },
          { term: t("tax.quarter"), value: quarter, note: <><DateText value={from_on} /> – <DateText value={until_on} /></> },
          { term: t("tax.form"), value: <FormName form={form} code={code} />, note: t(`tax.regimes.${regime}`) },
          { term: t("tax.withheld"), value: money(evidence.withheld) },
          { term: t("tax.deposited"), value: money(evidence.deposited) },
          { term: t("tax.left"), value: money(evidence.left) },
          note ? { term: t("treasury.note"), value: note } : null,
        ]}
      />
    </Card>
  );
}
