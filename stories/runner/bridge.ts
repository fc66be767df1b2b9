/** What stories use of the application: the bridge, as the pages do, and nothing else of it. */
export { closeDatabase, useDatabase } from "../../app/db/db.server";
export { isProblem, Problem, toProblem } from "../../app/db/db-error.server";
export { staffCancelRequest, staffDecide } from "../../app/db/approval.server";
export { memberDepositCancel, memberDepositSubmit, memberDestinationAdd, memberDestinationCheck, memberWithdraw, memberWithdrawalCancel, staffMethodSave } from "../../app/db/funding.server";
export {
  memberBook, memberBooking, memberBookingCancel, memberBookingKeep, memberBookingPay, memberBookings, staffBookingRefunded, staffVehicleSave,
} from "../../app/db/ev.server";
export { importKinds, staffImportBegin, staffImportFile, staffImportSubmit, type ImportKind } from "../../app/db/import.server";
export { authBegin, authSignUp, authStaffVerify, authStepUpBegin, authVerify, type StepUpPurpose } from "../../app/db/identity.server";
export { memberInvest, memberInvestment, memberQuote, staffPlanCreate } from "../../app/db/invest.server";
export { memberWallets } from "../../app/db/ledger.server";
export { publicCoverage, publicQuote, publicSite } from "../../app/db/public.server";
export { memberPayout, memberPayoutCancel, memberPayoutRequest, staffBankFileMake, staffPayoutPaid, staffPayoutReturned, staffPayoutReverse } from "../../app/db/payout.server";
export { staffNodePlace } from "../../app/db/network.server";
export { staffTreasuryFund } from "../../app/db/treasury.server";
