import { useTranslation } from "react-i18next";

import { Money } from "~/components/ui";
import type { Wallet } from "~/db/shapes.server";
import { addAmounts } from "~/money/decimal";
import { isZero } from "~/money/format";

/** What a member owns in each currency, all wallets together; nothing is said about empty currencies. */
export function WalletSums({ wallets }: { wallets: Wallet[] }) {
  const { t } = useTranslation("admin");
  const sums = [...new Set(wallets.map(({ currency }) => currency))]
    .map((currency) => ({ currency, amount: addAmounts(...wallets.filter((wallet) => wallet.currency === currency).map(({ balance }) => balance)) }))
    .filter(({ amount }) => !isZero(amount));
  if (sums.length === 0) return <span className="text-quiet">{t("members.noMoney")}</span>;
  return (
    <span className="flex flex-col sm:items-end">
      {sums.map(({ currency, amount }) => (
        <Money key={currency} amount={amount} currency={currency} />
      ))}
    </span>
  );
}
