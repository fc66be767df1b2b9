import { useTranslation } from "react-i18next";

import { Card, DataTable, EmptyState, Pager, TimeText } from "~/components/ui";
import type { Finding } from "~/db/watch.server";

/** What was found and settled before: kept for ever, with who settled it and how. */
export function ClearedFindings({ findings, next }: { findings: Finding[]; next: string | null }) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("watch.cleared")} padded={false}>
      <DataTable
        caption={t("watch.cleared")}
        rows={findings}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("watch.noneCleared")} />}
        columns={[
          { key: "object", label: t("watch.where"), kind: "title", cell: ({ object, law }) => <span className="break-words">{object}<span className="block text-quiet">{law}</span></span> },
          { key: "figures", label: t("watch.figures"), cell: ({ expected, found }) => <span className="break-words tabular-nums">{t("watch.insteadOf", { expected, found })}</span> },
          { key: "raised", label: t("watch.raised"), cell: ({ raised_at }) => <TimeText value={raised_at} /> },
          { key: "cleared", label: t("watch.clearedAt"), cell: ({ cleared_at, cleared_by }) => <>{cleared_at ? <TimeText value={cleared_at} /> : null}<span className="block text-quiet">{cleared_by}</span></> },
          { key: "note", label: t("watch.note"), cell: ({ note }) => <span className="break-words whitespace-pre-line">{note}</span> },
        ]}
      />
      <Pager next={next} />
    </Card>
  );
}
