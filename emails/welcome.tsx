import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, line, maybe, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const welcome = defineMail({
  facts: member.extend({ referral_code: line, bonus: maybe(z.object({ amount, currency })) }),
  subject: (_, { t, company }) => t("welcome.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, money, url, company } = words;
    return (
      <Layout words={words} preview={t("welcome.preview")} heading={t("welcome.heading", { company })} to={facts.first_name}>
        <Paragraph>{t("welcome.text", { company })}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.referralCode"), value: facts.referral_code, exact: true },
            { label: t("fact.referralLink"), value: url(links.invitation(facts.referral_code)), exact: true },
            facts.bonus ? { label: t("fact.bonus"), value: money(facts.bonus.amount, facts.bonus.currency) } : null,
          ]}
        />
        {facts.bonus && <Paragraph>{t("welcome.bonus")}</Paragraph>}
        <Paragraph>{t("welcome.next")}</Paragraph>
        <Action href={url(links.home)}>{t("welcome.action")}</Action>
        <Paragraph quiet>{t("welcome.login")}</Paragraph>
      </Layout>
    );
  },
});
