import { useTranslation } from "react-i18next";

import type { ApprovalRequest } from "~/db/approval.server";
import { formatDate } from "~/money/dates";
import { formatMoney } from "~/money/format";
import { useLabel } from "../use-label";
import type { Evidence } from "./evidence.server";

/** What will happen at once when the last person approves, in one sentence: nobody should approve a form they cannot picture. */
export function Consequence({ request, evidence }: { request: ApprovalRequest; evidence: Evidence | null }) {
  const { t, i18n } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const money = { amount: request.amount === null ? "" : formatMoney(request.amount, request.currency ?? "", i18n.language), currency: request.currency ?? "", name: request.member?.name ?? "" };
  const sentence = () => {
    switch (evidence?.kind) {
      case "deposit":
        return t("admin:consequence.deposit", money);
      case "withdrawal":
        return t("admin:consequence.withdrawal", { ...money, wallet: t(`common:wallet.${evidence.withdrawal.wallet}`) });
      case "payout":
        return t("admin:consequence.payout", money);
      case "tax_deposit":
        return t("admin:consequence.tax_deposit", money);
      case "plan_activation":
        return t("admin:consequence.plan_activation", { name: evidence.plan.name });
      case "compensation_activation":
        return t("admin:consequence.compensation_activation", { number: evidence.version.version, date: formatDate(evidence.version.from ?? "", i18n.language) });
      case "treasury_funding":
        return t("admin:consequence.treasury_funding", { ...money, treasury: label("treasury", evidence.treasury) });
      case "treasury_return":
        return t("admin:consequence.treasury_return", { ...money, treasury: label("treasury", evidence.treasury) });
      case "bank_transfer":
        return t("admin:consequence.bank_transfer", money);
      case "sweep":
        return t("admin:consequence.sweep", money);
      case "milestone":
        return t("admin:consequence.milestone", { ...money, milestone: evidence.milestone.name });
      case "reconciliation":
        return t("admin:consequence.reconciliation", { name: evidence.method.name, date: formatDate(evidence.on, i18n.language) });
      case "kyc":
        return t("admin:consequence.kyc", { name: money.name });
      case "recovery":
        return t("admin:consequence.recovery", { name: money.name, email: evidence.recovery.new_email });
      case "staff_role":
        return evidence.after.active ? t("admin:consequence.staff_role", { name: evidence.person.name, role: t(`common:role.${evidence.after.role}`) }) : t("admin:consequence.staff_stops", { name: evidence.person.name });
      case "setting":
        return t("admin:consequence.setting", { name: label("settingName", evidence.setting.key) });
      case "suspension":
        return evidence.suspend ? t("admin:consequence.suspension", { name: money.name }) : t("admin:consequence.suspension_lifted", { name: money.name });
      case "claim":
        return t("admin:consequence.claim", { name: money.name });
      case "booking_payment":
        return t("admin:consequence.booking_payment", money);
      case "manual_journal":
        return t("admin:consequence.manual_journal", money);
      case "company_import":
        return t(evidence.large ? "admin:consequence.company_import_large" : "admin:consequence.company_import", { reference: evidence.import.reference });
      case "journal_reversal":
        return t("admin:consequence.journal_reversal", { number: evidence.journal.number });
      case "booking_cancel":
        return t("admin:consequence.booking_cancel", { name: money.name });
      default:
        return "";
    }
  };
  const last = request.given + 1 >= request.needed;
  return (
    <div className="flex flex-col gap-1 text-sm">
      <p>{last ? sentence() : t("admin:consequence.first")}</p>
      {last && evidence?.kind === "withdrawal" ? <p className="text-quiet">{t("admin:consequence.withdrawalThen")}</p> : null}
      {last ? null : <p className="text-quiet">{sentence()}</p>}
    </div>
  );
}
