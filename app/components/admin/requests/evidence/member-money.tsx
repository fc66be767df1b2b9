import { useTranslation } from "react-i18next";

import { Card, DescriptionList, type Description } from "~/components/ui";
import type { Wallet } from "~/db/shapes.server";
import { WalletTable } from "../../member/money-tables";

/** What the member has at the moment, beside a request that changes it. */
export function MemberMoney({ wallets, facts }: { wallets: Wallet[]; facts: Description[] }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("evidence.member")} padded={false}>
      <WalletTable wallets={wallets} />
      <div className="border-t border-line px-4 py-4 sm:px-5">
        <DescriptionList items={facts} />
      </div>
    </Card>
  );
}
