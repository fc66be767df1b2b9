import { useId } from "react";
import { useTranslation } from "react-i18next";

import { DataTable, DateText, Money } from "~/components/ui";
import type { History } from "~/db/ledger.server";
import { formatMoney } from "~/money/format";
import type { BalanceShape } from "./balance-shape.server";

/** Balance at the end of each day; what is invested stands as a darker part at the bottom. Names stand at what they name, the figures in a table behind. */
export function BalanceChart({ history, shape }: { history: History; shape: BalanceShape }) {
  const { t, i18n } = useTranslation("member");
  const id = useId();
  const { currency, days } = history;
  const axis = (amount: string) => formatMoney(amount, currency, i18n.language);
  const last = days.at(-1);
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="sr-only">
        {t("history.balanceAlt", { currency })}
      </figcaption>
      <div aria-hidden="true" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-2 text-xs text-quiet">
        <div className="flex flex-col justify-between text-right tabular-nums">
          <span className="-mt-2">{axis(shape.top)}</span>
          <span>{axis(shape.middle)}</span>
          <span className="-mb-2">0</span>
        </div>
        <div className="relative h-48 min-w-0 sm:h-64">
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" className="absolute inset-0 size-full">
            <path d={shape.total} className="fill-accent-soft" />
            <path d={shape.invested} className="fill-accent opacity-60" />
            <path d="M0 0H100M0 50H100M0 100H100" className="stroke-line" vectorEffect="non-scaling-stroke" fill="none" />
            <path d={shape.edge} className="stroke-accent" strokeWidth="2" vectorEffect="non-scaling-stroke" fill="none" />
          </svg>
          {last ? (
            // Unstretched, above the drawing; heights are attributes, because pages carry no styles of their own.
            <svg className="absolute inset-0 size-full">
              <Label at={shape.labels.total}>{`${t("history.all")} ${axis(last.total)} ${currency}`}</Label>
              {shape.labels.invested === null ? null : <Label at={shape.labels.invested}>{`${t("history.invested")} ${axis(last.invested)} ${currency}`}</Label>}
            </svg>
          ) : null}
        </div>
        <span />
        <div className="flex justify-between gap-2">
          {shape.days.map((day, at) => (
            // Three do not fit a phone.
            <span key={at} className={at === 1 ? "hidden sm:inline" : undefined}>
              <DateText value={day} />
            </span>
          ))}
        </div>
      </div>
      <details className="mt-3">
        <summary className="inline-flex min-h-9 items-center text-sm text-accent underline underline-offset-4">{t("history.asTable")}</summary>
        <DataTable
          caption={t("history.balanceAlt", { currency })}
          rows={[...days].reverse()}
          rowKey={({ on }) => on}
          columns={[
            { key: "on", label: t("movements.on"), kind: "title", cell: ({ on }) => <DateText value={on} /> },
            { key: "invested", label: t("history.invested"), kind: "number", cell: ({ invested }) => <Money amount={invested} currency={currency} /> },
            { key: "total", label: t("history.all"), kind: "amount", cell: ({ total }) => <Money amount={total} currency={currency} /> },
          ]}
        />
      </details>
    </figure>
  );
}

/** With a seam in the colour of the card, so that it reads on any ground. */
function Label({ at, children }: { at: number; children: string }) {
  return (
    <text x="100%" dx="-6" y={`${at}%`} textAnchor="end" dominantBaseline="middle" strokeWidth="4" paintOrder="stroke" strokeLinejoin="round" className="fill-ink stroke-surface text-xs">
      {children}
    </text>
  );
}
