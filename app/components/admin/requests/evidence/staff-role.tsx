import { useTranslation } from "react-i18next";

import { Card, Count, DescriptionList, Notice, TimeText } from "~/components/ui";
import type { Evidence } from "../evidence.server";

/** Who is to become what: as it is, as it would be, and why. */
export function StaffRoleEvidence({ evidence: { person, before, after, before_member, after_member, reason, approvers, stale } }: { evidence: Extract<Evidence, { kind: "staff_role" }> }) {
  const { t } = useTranslation(["admin", "common"]);
  const changed = (now: string, was: string) => (now === was ? now : t("admin:staff.was", { now, before: was }));
  const work = (active: boolean) => (active ? t("admin:staff.works") : t("admin:staff.worksNot"));
  const none = t("admin:staff.none");
  return (
    <>
      {stale ? <Notice tone="warning" title={t("admin:staff.stale")}>{t("admin:staff.staleText")}</Notice> : null}
      <Card title={t("admin:staff.one")}>
        <DescriptionList
          items={[
            { term: t("admin:staff.name"), value: person.name },
            { term: t("admin:staff.email"), value: <span className="break-all">{person.email}</span> },
            { term: t("admin:staff.role"), value: changed(t(`common:role.${after.role}`), t(`common:role.${before.role}`)) },
            { term: t("admin:staff.work"), value: changed(work(after.active), work(before.active)) },
            { term: t("admin:staff.member"), value: changed(after_member?.name ?? none, before_member?.name ?? none) },
            { term: t("admin:staff.reason"), value: <span className="break-words">{reason}</span> },
            { term: t("admin:staff.signedIn"), value: person.signed_in_at ? <TimeText value={person.signed_in_at} /> : t("admin:staff.never") },
            { term: t("admin:staff.mayApprove"), value: <Count value={approvers} /> },
          ]}
        />
      </Card>
    </>
  );
}
