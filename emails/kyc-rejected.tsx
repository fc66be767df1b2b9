import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const kycRejected = defineMail({
  facts: member.extend({ reference: line, reason: line }),
  subject: ({ reference }, { t }) => t("kyc_rejected.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("kyc_rejected.preview")} heading={t("kyc_rejected.heading")} to={facts.first_name}>
        <Paragraph>{t("kyc_rejected.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }, { label: t("fact.reason"), value: facts.reason }]} />
        <Action href={url(links.kyc)}>{t("action.kyc")}</Action>
      </Layout>
    );
  },
});
