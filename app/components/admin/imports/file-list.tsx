import { useTranslation } from "react-i18next";

import { Card, Count, DataTable, EmptyState, TimeText } from "~/components/ui";
import type { ImportLine } from "~/db/import.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";

type FileListProps = { files: ImportLine["files"]; draft: boolean; keyValue: string };

/** The files of an import; those of a draft can be taken out again, each by its own button. */
export function FileList({ files, draft, keyValue }: FileListProps) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("imports.files")} padded={false}>
      <DataTable
        caption={t("imports.files")}
        rows={files}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "kind", label: t("imports.kind"), kind: "title", cell: ({ kind }) => t(`imports.kinds.${kind}`) },
          { key: "name", label: t("imports.name"), cell: ({ name }) => <span className="[overflow-wrap:anywhere]">{name}</span> },
          { key: "rows", label: t("imports.rows"), kind: "number", cell: ({ rows }) => <Count value={rows} /> },
          { key: "at", label: t("imports.uploaded"), cell: ({ uploaded_at }) => <TimeText value={uploaded_at} /> },
          ...(draft
            ? [
                {
                  key: "remove",
                  label: <span className="sr-only">{t("imports.remove")}</span>,
                  phoneLabel: t("imports.remove"),
                  cell: ({ kind }: ImportLine["files"][number]) => (
                    <Form id={`remove-${kind}`}>
                      <Hidden name="intent" value="remove" />
                      <Hidden name="kind" value={kind} />
                      <RequestKey value={keyValue} />
                      <SubmitButton look="secondary" compact>{t("imports.removeOne", { file: t(`imports.kinds.${kind}`) })}</SubmitButton>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={t("imports.noFiles")}>{t("imports.noFilesText")}</EmptyState>}
      />
    </Card>
  );
}
