import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To the old address: what it is now, and the words that take it back. They are opened like a code, on the way to the mail server. */
export const emailChanged = defineMail({
  facts: member.extend({ code: z.string().regex(/^[A-Za-z0-9_-]{43}$/), new_email: line, undo_until: instant, withdrawals_from: instant }),
  subject: (_, { t, company }) => t("email_changed.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time, url } = words;
    return (
      <Layout words={words} preview={t("email_changed.preview")} heading={t("email_changed.heading")} to={facts.first_name}>
        <Paragraph>{t("email_changed.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.newEmail"), value: facts.new_email, exact: true },
            { label: t("fact.undoUntil"), value: time(facts.undo_until) },
            { label: t("fact.withdrawalsFrom"), value: time(facts.withdrawals_from) },
          ]}
        />
        <Note>{t("email_changed.notYou")}</Note>
        <Action href={url(links.emailUndo(facts.code))}>{t("action.emailUndo")}</Action>
      </Layout>
    );
  },
});
