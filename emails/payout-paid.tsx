import { payoutMail } from "./components/payout-mail";

export const payoutPaid = payoutMail("payout_paid");
