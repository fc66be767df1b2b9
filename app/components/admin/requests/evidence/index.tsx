import type { ApprovalRequest } from "~/db/approval.server";
import type { Evidence as EvidenceData } from "../evidence.server";
import { BookingEvidence } from "./booking";
import { ClaimEvidence } from "./claim";
import { CompensationEvidence } from "./compensation";
import { DepositEvidence } from "./deposit";
import { ImportEvidence } from "./import";
import { JournalEvidence } from "./journal";
import { MilestoneEvidence } from "./milestone";
import { KycEvidence } from "./kyc";
import { MoneyEvidence } from "./money";
import { PayoutEvidence } from "./payout";
import { PlanEvidence } from "./plan";
import { ReconciliationEvidence } from "./reconciliation";
import { RecoveryEvidence } from "./recovery";
import { SettingEvidence } from "./setting";
import { StaffRoleEvidence } from "./staff-role";
import { SuspensionEvidence } from "./suspension";
import { SweepEvidence } from "./sweep";
import { TaxDepositEvidence } from "./tax-deposit";
import { WithdrawalEvidence } from "./withdrawal";

/** What speaks for or against a request; each kind has its own. */
export function Evidence({ evidence, request }: { evidence: EvidenceData | null; request: ApprovalRequest }) {
  switch (evidence?.kind) {
    case "deposit":
      return <DepositEvidence evidence={evidence} />;
    case "withdrawal":
      return <WithdrawalEvidence evidence={evidence} />;
    case "payout":
      return <PayoutEvidence evidence={evidence} />;
    case "sweep":
      return <SweepEvidence evidence={evidence} currency={request.currency ?? ""} />;
    case "tax_deposit":
      return <TaxDepositEvidence evidence={evidence} currency={request.currency ?? ""} />;
    case "plan_activation":
      return <PlanEvidence evidence={evidence} />;
    case "compensation_activation":
      return <CompensationEvidence evidence={evidence} />;
    case "treasury_funding":
    case "treasury_return":
    case "bank_transfer":
      return <MoneyEvidence evidence={evidence} request={request} />;
    case "milestone":
      return <MilestoneEvidence evidence={evidence} />;
    case "reconciliation":
      return <ReconciliationEvidence evidence={evidence} currency={request.currency ?? ""} />;
    case "kyc":
      return <KycEvidence evidence={evidence} />;
    case "claim":
      return <ClaimEvidence evidence={evidence} />;
    case "booking_payment":
    case "booking_cancel":
      return <BookingEvidence evidence={evidence} />;
    case "company_import":
      return <ImportEvidence evidence={evidence} here={`/admin/requests/${request.id}`} />;
    case "manual_journal":
    case "journal_reversal":
      return <JournalEvidence evidence={evidence} />;
    case "recovery":
      return <RecoveryEvidence evidence={evidence} />;
    case "staff_role":
      return <StaffRoleEvidence evidence={evidence} />;
    case "setting":
      return <SettingEvidence evidence={evidence} />;
    case "suspension":
      return <SuspensionEvidence evidence={evidence} />;
    default:
      return null;
  }
}
