import { payoutMail } from "./components/payout-mail";

export const payoutReturned = payoutMail("payout_returned", "immediate");
