import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { day, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** Thirty and seven days before an approved check ends with one of its documents. */
export const kycEnding = defineMail({
  facts: member.extend({ reference: line, expires_on: day }),
  subject: ({ reference, expires_on }, { t, date }) => t("kyc_ending.subject", { reference, date: date(expires_on) }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("kyc_ending.preview")} heading={t("kyc_ending.heading")} to={facts.first_name}>
        <Paragraph>{t("kyc_ending.text", { date: date(facts.expires_on) })}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }, { label: t("fact.validUntil"), value: date(facts.expires_on) }]} />
        <Action href={url(links.kyc)}>{t("action.kyc")}</Action>
        <Paragraph quiet>{t("kyc_ending.after")}</Paragraph>
      </Layout>
    );
  },
});
