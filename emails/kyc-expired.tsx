import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { day, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const kycExpired = defineMail({
  facts: member.extend({ reference: line, expires_on: day }),
  subject: ({ reference }, { t }) => t("kyc_expired.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("kyc_expired.preview")} heading={t("kyc_expired.heading")} to={facts.first_name}>
        <Paragraph>{t("kyc_expired.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }, { label: t("fact.endedOn"), value: date(facts.expires_on) }]} />
        <Action href={url(links.kyc)}>{t("action.kyc")}</Action>
      </Layout>
    );
  },
});
