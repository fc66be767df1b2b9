import { useTranslation } from "react-i18next";

import { useWalletName } from "~/components/member/names";
import { Card, Count, DataTable, DateText, DescriptionList, EmptyState, Money } from "~/components/ui";
import type { ExitCurrency } from "~/db/ledger-statement.server";
import { isZero } from "~/money/format";

/** One currency: the parts that add up to its balances, the contracts with their end dates, and what is free by when. */
export function ExitCurrencyCards({ exit }: { exit: ExitCurrency }) {
  const { t } = useTranslation("member");
  const { currency, contracts, releases, waiting } = exit;
  const walletName = useWalletName();
  const parts = (["held", "locked", "payout", "instalments"] as const).filter((part) => part === "held" || part === "locked" || !isZero(exit[part]));
  return (
    <section aria-label={t("wallet.inCurrency", { currency })} className="grid items-start gap-6 md:grid-cols-[1fr_2fr]">
      <Card title={t("exit.ready", { currency })}>
        <p className="text-2xl font-strong tracking-tight">
          <Money amount={exit.ready} currency={currency} />
        </p>
        <div className="mt-4">
          <DescriptionList
            items={[
              ...exit.sources.filter(({ wallet }) => wallet !== "EARNINGS").map(({ wallet, amount }) => ({ term: walletName(wallet), value: <Money amount={amount} currency={currency} /> })),
              ...parts.map((part) => ({ term: t(`exit.${part}`), value: <Money amount={exit[part]} currency={currency} />, note: t(`exit.${part}Note`) })),
              { term: <b>{t("exit.total")}</b>, value: <b><Money amount={exit.total} currency={currency} /></b>, note: t("exit.totalNote") },
            ]}
          />
        </div>
        {waiting.items > 0 ? (
          <div className="mt-4 border-t border-line pt-4 text-sm">
            <p>
              {t("exit.waiting", { count: waiting.items })} <Money amount={waiting.amount} currency={currency} />
            </p>
            <p className="text-quiet">
              {t("exit.waitingNote")} {waiting.oldest_on ? <DateText value={waiting.oldest_on} /> : null}
            </p>
          </div>
        ) : null}
      </Card>
      <Card title={t("exit.lockedTitle", { currency })} padded={false}>
        <DataTable
          caption={t("exit.lockedTitle", { currency })}
          rows={contracts}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/investments/${id}`}
          empty={<EmptyState title={t("exit.nothingLocked.title")}>{t("exit.nothingLocked.text")}</EmptyState>}
          columns={[
            { key: "plan", label: t("movements.what"), kind: "title", cell: ({ plan_name, reference }) => <>{plan_name}<span className="font-normal text-quiet"> · {reference}</span></> },
            { key: "end", label: t("exit.until"), cell: ({ end_on, renews }) => <><DateText value={end_on} />{renews ? <span className="text-quiet">, {t("exit.renews")}</span> : null}</> },
            { key: "come", label: t("exit.toCome"), kind: "number", cell: ({ to_come }) => <Money amount={to_come} currency={currency} /> },
            { key: "amount", label: t("exit.principal"), kind: "amount", cell: ({ amount }) => <Money amount={amount} currency={currency} /> },
          ]}
        />
        {releases.length > 0 ? (
          <details className="border-t border-line" open={releases.length <= 6}>
            <summary className="flex min-h-11 items-center px-4 text-sm text-accent underline underline-offset-4 sm:px-5">
              <span>
                {t("exit.byWhen")} (<Count value={releases.length} />)
              </span>
            </summary>
            <DataTable
              caption={t("exit.byWhen")}
              rows={releases}
              rowKey={({ on }) => on}
              columns={[
                { key: "on", label: t("exit.from"), kind: "title", cell: ({ on }) => <DateText value={on} /> },
                { key: "amount", label: t("exit.comesFree"), kind: "number", cell: ({ amount }) => <Money amount={amount} currency={currency} /> },
                { key: "by", label: t("exit.byThen"), kind: "amount", cell: ({ by_then }) => <Money amount={by_then} currency={currency} /> },
              ]}
            />
          </details>
        ) : null}
      </Card>
    </section>
  );
}
