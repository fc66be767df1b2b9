import { useTranslation } from "react-i18next";

import { useMovementName } from "~/components/member/names";
import { Card, Count, DataTable, EmptyState, Money } from "~/components/ui";
import type { CreditBar } from "./credit-bars.server";

/** What was credited, or that nothing was. */
export function CreditsCard({ bars, currency }: { bars: CreditBar[]; currency: string }) {
  const { t } = useTranslation("member");
  return (
    <Card title={t("history.credits")} padded={bars.length > 0}>
      {bars.length > 0 ? <CreditsChart bars={bars} currency={currency} /> : <EmptyState title={t("history.noCredits.title")}>{t("history.noCredits.text")}</EmptyState>}
    </Card>
  );
}

/** A bar for each kind with its name and amount, the longest first. */
function CreditsChart({ bars, currency }: { bars: CreditBar[]; currency: string }) {
  const { t } = useTranslation("member");
  const name = useMovementName();
  return (
    <figure>
      <figcaption className="sr-only">{t("history.creditsAlt", { currency })}</figcaption>
      <ul aria-hidden="true" className="flex flex-col gap-3 text-sm">
        {bars.map(({ kind, amount, width }) => (
          <li key={kind}>
            <span className="flex flex-wrap justify-between gap-x-4">
              <span>{name(kind)}</span>
              <span className="font-strong">
                <Money amount={amount} currency={currency} />
              </span>
            </span>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" className="mt-1 block h-3 w-full rounded-full bg-sunken">
              <rect width={width} height="1" className="fill-accent" />
            </svg>
          </li>
        ))}
      </ul>
      <details className="mt-3">
        <summary className="inline-flex min-h-9 items-center text-sm text-accent underline underline-offset-4">{t("history.asTable")}</summary>
        <DataTable
          caption={t("history.creditsAlt", { currency })}
          rows={bars}
          rowKey={({ kind }) => kind}
          columns={[
            { key: "kind", label: t("movements.kind"), kind: "title", cell: ({ kind }) => name(kind) },
            { key: "lines", label: t("history.times"), kind: "number", cell: ({ lines }) => <Count value={lines} /> },
            { key: "amount", label: t("movements.amount"), kind: "amount", cell: ({ amount }) => <Money amount={amount} currency={currency} /> },
          ]}
        />
      </details>
    </figure>
  );
}
