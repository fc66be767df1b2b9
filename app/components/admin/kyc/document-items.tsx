import { useTranslation } from "react-i18next";

import { Badge, DateText, TimeText, type Description } from "~/components/ui";
import type { KycDocument } from "~/db/compliance.server";
import { useMay } from "../use-staff";

/** A document as staff see it: masked, with its file to be saved. */
export function useDocumentItems(): (document: KycDocument) => (Description | null)[] {
  const { t } = useTranslation("admin");
  const reads = useMay()("kyc.read");
  return (document) => [
    { term: t("kyc.number"), value: <span className="numeral">…{document.last4}</span> },
    document.ifsc ? { term: t("kyc.ifsc"), value: document.ifsc } : null,
    document.expires_on
      ? {
          term: t("kyc.validUntil"),
          value: (
            <span className="inline-flex flex-wrap items-center justify-end gap-2">
              <DateText value={document.expires_on} />
              {document.expired ? <Badge tone="danger">{t("kyc.ended")}</Badge> : null}
            </span>
          ),
        }
      : null,
    { term: t("kyc.added"), value: <TimeText value={document.added_at} /> },
    {
      term: t("kyc.file"),
      value: reads ? (
        <a href={`/admin/kyc/files/${document.id}`} className="link wrap-anywhere" download>
          {document.file_name}
        </a>
      ) : (
        document.file_name
      ),
    },
  ];
}
