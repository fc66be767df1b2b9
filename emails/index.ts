/** Every mail by the name its outbox row carries. */
import { accountClosed } from "./account-closed";
import { accountRestored } from "./account-restored";
import { accountSuspended } from "./account-suspended";
import { adminMessage } from "./admin-message";
import { adminRequest } from "./admin-request";
import { alertBooks } from "./alert-books";
import { alertGrievance } from "./alert-grievance";
import { alertOutflow } from "./alert-outflow";
import { alertPaper } from "./alert-paper";
import { awaitingFunding } from "./awaiting-funding";
import { bookingCancelled } from "./booking-cancelled";
import { bookingPaid } from "./booking-paid";
import { bookingRefunded } from "./booking-refunded";
import { bookingUnpaid } from "./booking-unpaid";
import { claimEnded } from "./claim-ended";
import { claimOpened } from "./claim-opened";
import { depositApproved } from "./deposit-approved";
import { depositPending } from "./deposit-pending";
import { depositRejected } from "./deposit-rejected";
import { destinationAdded } from "./destination-added";
import { destinationCancelled } from "./destination-cancelled";
import { emailChanged } from "./email-changed";
import { emailRestored } from "./email-restored";
import { emailSet } from "./email-set";
import { grievanceAcknowledged } from "./grievance-acknowledged";
import { grievanceReceived } from "./grievance-received";
import { grievanceResolved } from "./grievance-resolved";
import { instalmentDue } from "./instalment-due";
import { instalmentLate } from "./instalment-late";
import { investmentConfirmed } from "./investment-confirmed";
import { investmentMatured } from "./investment-matured";
import { investmentRenewed } from "./investment-renewed";
import { kycApproved } from "./kyc-approved";
import { kycEnding } from "./kyc-ending";
import { kycExpired } from "./kyc-expired";
import { kycRejected } from "./kyc-rejected";
import { loginCode } from "./login-code";
import { newDevice } from "./new-device";
import { messageReceived } from "./message-received";
import { milestoneApproved } from "./milestone-approved";
import { milestoneRejected } from "./milestone-rejected";
import { payoutApproved } from "./payout-approved";
import { payoutPaid } from "./payout-paid";
import { payoutPending } from "./payout-pending";
import { payoutRejected } from "./payout-rejected";
import { payoutReturned } from "./payout-returned";
import { payoutReversed } from "./payout-reversed";
import { recoveryAsked } from "./recovery-asked";
import { recoveryConfirm } from "./recovery-confirm";
import { referralEarned } from "./referral-earned";
import { securityChanged } from "./security-changed";
import { staffChanged } from "./staff-changed";
import { staffInvited } from "./staff-invited";
import { stepUpCode } from "./step-up-code";
import { welcome } from "./welcome";
import { withdrawalApproved } from "./withdrawal-approved";
import { withdrawalPending } from "./withdrawal-pending";
import { withdrawalRejected } from "./withdrawal-rejected";
import { withdrawalReturned } from "./withdrawal-returned";
import { withdrawalSent } from "./withdrawal-sent";

export const mails = {
  login_code: loginCode,
  step_up_code: stepUpCode,
  welcome,
  new_device: newDevice,
  security_changed: securityChanged,
  email_changed: emailChanged,
  email_set: emailSet,
  recovery_asked: recoveryAsked,
  recovery_confirm: recoveryConfirm,
  claim_opened: claimOpened,
  claim_ended: claimEnded,
  email_restored: emailRestored,
  deposit_pending: depositPending,
  booking_paid: bookingPaid,
  booking_unpaid: bookingUnpaid,
  booking_cancelled: bookingCancelled,
  booking_refunded: bookingRefunded,
  instalment_due: instalmentDue,
  instalment_late: instalmentLate,
  deposit_approved: depositApproved,
  deposit_rejected: depositRejected,
  withdrawal_pending: withdrawalPending,
  withdrawal_approved: withdrawalApproved,
  withdrawal_sent: withdrawalSent,
  withdrawal_rejected: withdrawalRejected,
  withdrawal_returned: withdrawalReturned,
  payout_pending: payoutPending,
  payout_approved: payoutApproved,
  payout_paid: payoutPaid,
  payout_rejected: payoutRejected,
  payout_returned: payoutReturned,
  payout_reversed: payoutReversed,
  destination_added: destinationAdded,
  destination_cancelled: destinationCancelled,
  investment_confirmed: investmentConfirmed,
  investment_matured: investmentMatured,
  investment_renewed: investmentRenewed,
  awaiting_funding: awaitingFunding,
  referral_earned: referralEarned,
  milestone_approved: milestoneApproved,
  milestone_rejected: milestoneRejected,
  kyc_approved: kycApproved,
  kyc_rejected: kycRejected,
  kyc_ending: kycEnding,
  kyc_expired: kycExpired,
  account_closed: accountClosed,
  account_suspended: accountSuspended,
  account_restored: accountRestored,
  message_received: messageReceived,
  grievance_received: grievanceReceived,
  grievance_acknowledged: grievanceAcknowledged,
  grievance_resolved: grievanceResolved,
  staff_invited: staffInvited,
  staff_changed: staffChanged,
  admin_message: adminMessage,
  admin_request: adminRequest,
  alert_books: alertBooks,
  alert_paper: alertPaper,
  alert_outflow: alertOutflow,
  alert_grievance: alertGrievance,
} as const;

export type MailName = keyof typeof mails;

export function isMailName(name: string): name is MailName {
  return Object.hasOwn(mails, name);
}
