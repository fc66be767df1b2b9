import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To the address that is said to be lost: what staff were asked for, and the words that stop it. */
export const recoveryAsked = defineMail({
  facts: member.extend({ code: z.string().regex(/^[A-Za-z0-9_-]{43}$/), reference: line, new_email: line }),
  subject: (_, { t, company }) => t("recovery_asked.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("recovery_asked.preview")} heading={t("recovery_asked.heading")} to={facts.first_name}>
        <Paragraph>{t("recovery_asked.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t("fact.newEmail"), value: facts.new_email, exact: true },
          ]}
        />
        <Note>{t("recovery_asked.notYou")}</Note>
        <Action href={url(links.emailUndo(facts.code))}>{t("action.recoveryStop")}</Action>
      </Layout>
    );
  },
});
