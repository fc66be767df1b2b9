import { useTranslation } from "react-i18next";

import { Card, Count, DataTable, DateText, DescriptionList } from "~/components/ui";
import { PostingState } from "../../imports/run-state";
import { TotalsCard } from "../../imports/totals-card";
import type { Evidence } from "../evidence.server";

/** The import that would be posted: of when, against which account, from which files, and what it adds up to. */
export function ImportEvidence({ evidence, here }: { evidence: Extract<Evidence, { kind: "company_import" }>; here: string }) {
  const { t } = useTranslation("admin");
  const { import: one, totals, hash, posting } = evidence;
  return (
    <>
      <PostingState run={posting} here={here} />
      <Card title={t("imports.titleOf", { reference: one.reference })}>
        <DescriptionList
          items={[
            { term: t("imports.cutover"), value: <DateText value={one.cutover_on} /> },
            { term: t("imports.method"), value: one.method },
            { term: t("imports.made"), value: one.made_by },
            { term: t("imports.hash"), value: <code className="text-xs break-all">{hash}</code> },
          ]}
        />
      </Card>
      <TotalsCard totals={totals} currency={one.currency} />
      <Card title={t("imports.files")} padded={false}>
        <DataTable
          caption={t("imports.files")}
          rows={one.files}
          rowKey={({ kind }) => kind}
          columns={[
            { key: "kind", label: t("imports.kind"), kind: "title", cell: ({ kind }) => t(`imports.kinds.${kind}`) },
            { key: "name", label: t("imports.name"), cell: ({ name }) => <span className="[overflow-wrap:anywhere]">{name}</span> },
            { key: "rows", label: t("imports.rows"), kind: "number", cell: ({ rows }) => <Count value={rows} /> },
          ]}
        />
      </Card>
    </>
  );
}
