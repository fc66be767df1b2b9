import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To the mailbox a member is to come back with: the words that prove somebody reads it. */
export const recoveryConfirm = defineMail({
  facts: member.extend({ code: z.string().regex(/^[A-Za-z0-9_-]{43}$/), reference: line }),
  subject: (_, { t, company }) => t("recovery_confirm.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("recovery_confirm.preview")} heading={t("recovery_confirm.heading")} to={facts.first_name}>
        <Paragraph>{t("recovery_confirm.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.reference"), value: facts.reference, exact: true }]} />
        <Note>{t("recovery_confirm.notYou")}</Note>
        <Action href={url(links.recovery(facts.code))}>{t("action.recoveryConfirm")}</Action>
      </Layout>
    );
  },
});
