import { useTranslation } from "react-i18next";

import { useDocumentItems } from "~/components/admin/kyc/document-items";
import { Card, DescriptionList, Notice, TimeText } from "~/components/ui";
import type { Evidence } from "../evidence.server";

/** Who is to be let back in, with which address, and what proves that it is them. */
export function RecoveryEvidence({ evidence: { recovery, kyc, profile } }: { evidence: Extract<Evidence, { kind: "recovery" }> }) {
  const { t } = useTranslation("admin");
  const items = useDocumentItems();
  const moves = recovery.new_email !== recovery.old_email;
  return (
    <>
      {recovery.proven_at ? null : <Notice tone="warning" title={t("recovery.unproven")}>{t("recovery.unprovenText")}</Notice>}
      <Card title={t("recovery.asked")}>
        <DescriptionList
          items={[
            { term: t("kyc.name"), value: `${profile.first_name} ${profile.last_name}` },
            { term: moves ? t("recovery.old") : t("members.email"), value: <span className="break-all">{recovery.old_email}</span> },
            moves ? { term: t("recovery.new"), value: <span className="break-all">{recovery.new_email}</span> } : null,
            { term: t("recovery.authenticator"), value: recovery.drop_authenticator ? t("recovery.dropped") : t("recovery.stays") },
            { term: t("recovery.note"), value: recovery.note },
            { term: t("evidence.submitted"), value: <TimeText value={recovery.asked_at} /> },
            recovery.proven_at ? { term: t("recovery.provenAt"), value: <TimeText value={recovery.proven_at} /> } : null,
          ]}
        />
      </Card>
      {kyc.documents.map((document) => (
        <Card key={document.id} title={t(`kyc.kind.${document.kind}`)}>
          <DescriptionList items={items(document)} />
        </Card>
      ))}
    </>
  );
}
