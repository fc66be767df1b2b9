import { useTranslation } from "react-i18next";

import type { ApprovalRequest } from "~/db/approval.server";
import { useLabel } from "./use-label";

/** What or whom a request is about, in words: a member, a treasury, two methods, a plan. */
export function useSubject(): (request: ApprovalRequest) => string {
  const { t } = useTranslation("admin");
  const label = useLabel();
  return ({ member, kind, subject_label }) => {
    if (member) return member.name;
    if (kind === "manual_journal") return label("journal", subject_label ?? "");
    if (kind === "journal_reversal") return t("journals.name", { number: subject_label ?? "" });
    if (kind === "setting") return label("settingName", subject_label ?? "");
    const treasury = kind.startsWith("treasury_") ? /^(\w+) (\w+)$/.exec(subject_label ?? "") : null;
    if (treasury?.[1] && treasury[2]) return t("requests.treasury", { treasury: label("treasury", treasury[1]), currency: treasury[2] });
    return subject_label ?? "";
  };
}
