import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Money } from "~/components/ui";
import type { ImportTotals } from "~/db/import.server";

/** What an import adds up to: what comes, what is owed for it, and where that money must lie. */
export function TotalsCard({ totals, currency }: { totals: ImportTotals; currency: string }) {
  const { t } = useTranslation(["admin", "common"]);
  const money = (amount: string) => <Money amount={amount} currency={currency} />;
  const some = (count: string) => count !== "0";
  return (
    <Card title={t("admin:imports.totals")}>
      <DescriptionList
        items={[
          { term: t("admin:imports.members"), value: <span className="numeral">{totals.members}</span> },
          ...totals.wallets.map(({ wallet, amount, members }) => ({ term: t(`common:wallet.${wallet}`), value: money(amount), note: t("admin:imports.inWallets", { wallets: members }) })),
          some(totals.investments) && { term: t("admin:imports.principal"), value: money(totals.principal), note: t("admin:imports.inContracts", { contracts: totals.investments }) },
          some(totals.investments) && { term: t("admin:imports.accrued"), value: money(totals.accrued), note: t("admin:imports.accruedNote") },
          some(totals.nodes) && { term: t("admin:imports.nodes"), value: <span className="numeral">{totals.nodes}</span>, note: t("admin:imports.depth", { depth: totals.depth }) },
          some(totals.nodes) && { term: t("admin:imports.pairs"), value: <span className="numeral">{totals.pairs}</span>, note: t("admin:imports.pairsNote", { units: totals.units, backlog: totals.backlog }) },
          some(totals.bookings) && { term: t("admin:imports.booked"), value: money(totals.booked), note: t("admin:imports.bookedNote", { bookings: totals.bookings }) },
          { term: t("admin:imports.owed"), value: <span className="font-strong">{money(totals.owed)}</span>, note: t("admin:imports.owedNote") },
          { term: t("admin:imports.bank"), value: money(totals.bank), note: t("admin:imports.bankNote") },
          { term: t("admin:imports.atWork"), value: money(totals.deployed) },
        ]}
      />
    </Card>
  );
}
