import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, DescriptionList, Money } from "~/components/ui";
import type { Wallet } from "~/db/ledger.server";
import { useWalletName } from "./names";

/** One wallet: what can be used now stands large, because it is what people ask for. Beside wallets of another currency its name says which it is. */
export function WalletCard({ wallet, among }: { wallet: Wallet; among: string[] }) {
  const { t, i18n } = useTranslation("member");
  const { kind, currency, balance, held, available } = wallet;
  const walletName = useWalletName()(kind);
  const name = among.length > 1 ? `${walletName}, ${currency}` : walletName;
  const explained = i18n.exists(`wallet.about.${kind}`, { ns: "member" });
  const locked = kind === "INVESTED";
  return (
    <div id={among[0] === currency ? kind : undefined} className="flex scroll-mt-20 *:grow">
      <Card
        title={name}
        action={
          <Link to={locked ? "/investments?state=active" : `/wallet/movements?wallet=${kind}&currency=${currency}`} className="link inline-flex min-h-6 items-center">
            {locked ? t("wallet.seeInvestments") : t("wallet.seeMovements")}
            <span className="sr-only">: {name}</span>
          </Link>
        }
      >
        <p className="text-sm text-quiet">{locked ? t("wallet.locked") : t("wallet.available")}</p>
        <p className="text-xl font-strong tracking-tight">
          <Money amount={locked ? balance : available} currency={currency} />
        </p>
        <p className="mt-1 mb-4 text-sm text-quiet">{explained ? t(`wallet.about.${kind}` as "wallet.about.DEPOSIT") : null}</p>
        {locked ? null : (
          <DescriptionList
            items={[
              { term: t("wallet.balance"), value: <Money amount={balance} currency={currency} /> },
              { term: t("wallet.held"), value: <Money amount={held} currency={currency} /> },
            ]}
          />
        )}
      </Card>
    </div>
  );
}
