import { useTranslation } from "react-i18next";

import type { Standing } from "~/db/staff.server";

/** What a request changes, in words: only what differs. */
export function StandingChange({ before, after }: { before: Standing; after: Standing }) {
  const { t } = useTranslation(["admin", "common"]);
  const changes = [
    before.active === after.active ? null : after.active ? t("admin:staff.change.begins") : t("admin:staff.change.stops"),
    before.role === after.role ? null : t("admin:staff.change.role", { before: t(`common:role.${before.role}`), after: t(`common:role.${after.role}`) }),
    before.member === after.member ? null : after.member === null ? t("admin:staff.change.unlinked") : t("admin:staff.change.linked"),
  ].filter((change) => change !== null);
  return (
    <ul className="flex flex-col gap-0.5">
      {changes.map((change) => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  );
}
