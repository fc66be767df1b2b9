import { payoutMail } from "./components/payout-mail";

export const payoutReversed = payoutMail("payout_reversed", "immediate");
