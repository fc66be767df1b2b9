import { useTranslation } from "react-i18next";

import { useStatementWords } from "~/components/member/names";
import { Card, Count, DataTable, DateText, Money } from "~/components/ui";
import type { Statement, StatementLine, StatementSection } from "~/db/ledger-statement.server";

/** Each wallet with its four figures, and those of its movements that this page has. */
export function StatementSections({ statement: { sections, items } }: { statement: Statement }) {
  const { wallet } = useStatementWords();
  return (
    <>
      {sections.map((section) => {
        const name = `${wallet(section.wallet)} · ${section.currency}`;
        const lines = items.filter((line) => line.wallet === section.wallet && line.currency === section.currency);
        return (
          <Card key={name} title={name} padded={false}>
            <Figures section={section} />
            {lines.length > 0 ? <Lines name={name} lines={lines} /> : null}
            {section.kinds.length > 0 ? <ByKind name={name} section={section} /> : null}
          </Card>
        );
      })}
    </>
  );
}

function Figures({ section }: { section: StatementSection }) {
  const { t } = useTranslation("member");
  const { currency } = section;
  const figures = [
    ["opening", section.opening],
    ["moneyIn", section.money_in],
    ["moneyOut", section.money_out],
    ["closing", section.closing],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 px-4 py-4 sm:px-5 md:grid-cols-4">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm font-normal text-quiet">{t(`statement.${name}`)}</dt>
          <dd className="font-strong">
            <Money amount={value} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ name, lines }: { name: string; lines: StatementLine[] }) {
  const { t } = useTranslation("member");
  const words = useStatementWords();
  return (
    <div className="border-t border-line">
      <DataTable
        caption={t("statement.movementsOf", { name })}
        rows={lines}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/wallet/movements/${id}`}
        columns={[
          { key: "what", label: t("movements.what"), kind: "title", cell: ({ kind }) => words.kind(kind) },
          {
            key: "about",
            label: t("csv.about"),
            cell: (line) => (
              <span className="min-w-0">
                {words.sentence(line)}
                {line.reference ? <span className="block text-xs text-quiet">{line.reference}</span> : null}
              </span>
            ),
          },
          { key: "on", label: t("movements.on"), cell: ({ value_on }) => <DateText value={value_on} /> },
          {
            key: "seal",
            label: t("csv.seal"),
            cell: ({ id, seal }) =>
              seal ? (
                <a href={`/resources/proof/${id}`} download className="link inline-block min-h-6 tabular-nums">
                  {seal}
                  <span className="sr-only"> {t("movement.proofDownload")}</span>
                </a>
              ) : (
                <span className="text-quiet">{t("statement.notSealed")}</span>
              ),
          },
          { key: "amount", label: t("movements.amount"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} signed /> },
          { key: "balance", label: t("csv.balance"), kind: "number", cell: ({ balance, currency }) => <Money amount={balance} currency={currency} /> },
        ]}
      />
    </div>
  );
}

function ByKind({ name, section: { kinds, currency } }: { name: string; section: StatementSection }) {
  const { t } = useTranslation("member");
  const words = useStatementWords();
  return (
    <details className="border-t border-line">
      <summary className="flex min-h-11 items-center px-4 text-sm text-accent underline underline-offset-4 sm:px-5">{t("statement.byKind")}</summary>
      <DataTable
        caption={t("statement.byKindOf", { name })}
        rows={kinds}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "kind", label: t("movements.kind"), kind: "title", cell: ({ kind }) => words.kind(kind) },
          { key: "lines", label: t("statement.lines"), kind: "number", cell: ({ lines }) => <Count value={lines} /> },
          { key: "in", label: t("csv.in"), kind: "number", cell: ({ money_in }) => <Money amount={money_in} currency={currency} /> },
          { key: "out", label: t("csv.out"), kind: "number", cell: ({ money_out }) => <Money amount={money_out} currency={currency} /> },
        ]}
      />
    </details>
  );
}
