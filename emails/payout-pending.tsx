import { payoutMail } from "./components/payout-mail";

export const payoutPending = payoutMail("payout_pending", "decision");
