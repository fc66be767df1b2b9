import { useTranslation } from "react-i18next";

import { Card, DataTable } from "~/components/ui";
import type { ImportFault } from "~/db/import.server";

/** Everything that does not fit, by file and line, with the column as it is called in the file. */
export function FaultTable({ faults, count }: { faults: ImportFault[]; count: number }) {
  const { t, i18n } = useTranslation("admin");
  // Kinds of faults are data of the database, so the typed catalogue cannot know the keys.
  const translate = t as unknown as (key: string, params: Record<string, string>) => string;
  const say = ({ fault, params }: ImportFault) => (i18n.exists(`importFault.${fault}`, { ns: "admin" }) ? translate(`importFault.${fault}`, params) : fault.replaceAll("_", " "));
  return (
    <Card title={t("imports.faults", { count })} padded={false}>
      <DataTable
        caption={t("imports.faults", { count })}
        rows={faults.map((fault, n) => ({ ...fault, n }))}
        rowKey={({ n }) => String(n)}
        columns={[
          { key: "say", label: t("imports.fault"), kind: "title", cell: (fault) => say(fault) },
          { key: "file", label: t("imports.file"), cell: ({ file }) => (file === "import" ? t("imports.whole") : `${file}.csv`) },
          { key: "line", label: t("imports.line"), kind: "number", cell: ({ line }) => line ?? "–" },
          { key: "column", label: t("imports.column"), cell: ({ column }) => <code className="text-xs [overflow-wrap:anywhere]">{column}</code> },
        ]}
      />
      {count > faults.length ? <p className="px-4 py-3 text-sm text-quiet sm:px-5">{t("imports.moreFaults", { count: count - faults.length })}</p> : null}
    </Card>
  );
}
