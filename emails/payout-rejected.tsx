import { payoutMail } from "./components/payout-mail";

export const payoutRejected = payoutMail("payout_rejected");
