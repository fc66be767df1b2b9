import { payoutMail } from "./components/payout-mail";

export const payoutApproved = payoutMail("payout_approved", "sending");
