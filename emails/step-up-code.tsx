import { z } from "zod";

import { Code } from "./components/code";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, line, maybe, wallet } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** States what the code will do, so that a code asked for by somebody else is recognised before it is passed on. */
export const stepUpCode = defineMail({
  facts: z.object({
    code: z.string().regex(/^\d{6}$/),
    minutes: z.int().positive(),
    purpose: z.enum(["staff_login", "withdrawal", "destination", "authenticator", "email_change", "email_confirm", "passkey", "passkey_removal", "reopening"]),
    wallet: maybe(wallet),
    amount: maybe(amount),
    currency: maybe(currency),
    destination: maybe(line),
    email: maybe(line),
  }),
  subject: ({ purpose }, { t, company }) => t(`step_up_code.${purpose}.subject`, { company }),
  Mail: ({ facts, words }) => {
    const { t, common, money } = words;
    const { purpose, minutes } = facts;
    return (
      <Layout words={words} preview={t(`step_up_code.${purpose}.preview`, { minutes })} heading={t(`step_up_code.${purpose}.heading`)}>
        <Paragraph>{t(`step_up_code.${purpose}.text`, { minutes })}</Paragraph>
        <Code>{facts.code}</Code>
        {(purpose === "withdrawal" || purpose === "destination" || purpose === "email_change") && (
          <Facts
            rows={[
              facts.amount && facts.currency ? { label: t("fact.amount"), value: money(facts.amount, facts.currency) } : null,
              facts.wallet ? { label: t("fact.wallet"), value: common(`wallet.${facts.wallet}`) } : null,
              facts.destination ? { label: t("fact.destination"), value: facts.destination, exact: true } : null,
              facts.email ? { label: t("fact.newEmail"), value: facts.email, exact: true } : null,
            ]}
          />
        )}
        <Paragraph quiet>{t("code.never")}</Paragraph>
        <Paragraph quiet>{t(`step_up_code.${purpose}.notYou`)}</Paragraph>
      </Layout>
    );
  },
});
