import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { day, line, maybe, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const kycRejected = defineMail({
  facts: member.extend({ reference: line, reason: line, expires_on: maybe(day) }),
  subject: ({ reference }, { t }) => t("kyc_rejected.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, date, url } = words;
    return (
      <Layout words={words} preview={t("kyc_rejected.preview")} heading={t("kyc_rejected.heading")} to={facts.first_name}>
        <Paragraph>{t("kyc_rejected.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }, { label: t("fact.reason"), value: facts.reason }]} />
        {facts.expires_on === null ? null : <Paragraph>{t("kyc_rejected.stands", { date: date(facts.expires_on) })}</Paragraph>}
        <Action href={url(links.kyc)}>{t("action.kyc")}</Action>
      </Layout>
    );
  },
});
