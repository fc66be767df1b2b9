import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { day, line, maybe, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const kycApproved = defineMail({
  facts: member.extend({ reference: line, expires_on: maybe(day) }),
  subject: ({ reference }, { t }) => t("kyc_approved.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("kyc_approved.preview")} heading={t("kyc_approved.heading")} to={facts.first_name}>
        <Paragraph>{t("kyc_approved.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }, facts.expires_on === null ? null : { label: t("fact.validUntil"), value: date(facts.expires_on) }]} />
        <Action href={url(links.kyc)}>{t("action.kyc")}</Action>
      </Layout>
    );
  },
});
