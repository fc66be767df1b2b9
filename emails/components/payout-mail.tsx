import { payout } from "../fact-schemas";
import { links } from "../links";
import { defineMail } from "../mail-kind";
import { Action } from "./action";
import { Layout } from "./layout";
import { Paragraph } from "./paragraph";
import { PayoutFacts } from "./payout-facts";

type Name = "payout_pending" | "payout_approved" | "payout_paid" | "payout_returned" | "payout_rejected" | "payout_reversed";

/** The mails about a payout differ in what they say; the figures and where they lead are the same. */
export function payoutMail(name: Name, expected?: "decision" | "sending" | "immediate") {
  return defineMail({
    facts: payout,
    subject: ({ reference }, { t }) => t(`${name}.subject`, { reference }),
    Mail: ({ facts, words }) => {
      const { t, url } = words;
      return (
        <Layout words={words} preview={t(`${name}.preview`)} heading={t(`${name}.heading`)} to={facts.first_name}>
          <Paragraph>{t(`${name}.text`)}</Paragraph>
          <PayoutFacts facts={facts} words={words} expected={expected && t(`expected.${expected}`)} />
          <Action href={url(links.payout(facts.payout))}>{t("action.payout")}</Action>
          <Paragraph quiet>{t(`${name}.next`)}</Paragraph>
        </Layout>
      );
    },
  });
}
