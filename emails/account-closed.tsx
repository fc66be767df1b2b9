import { z } from "zod";

import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

export const accountClosed = defineMail({
  facts: member.extend({ retention_days: z.string().regex(/^\d+$/) }),
  subject: (_, { t, company }) => t("account_closed.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("account_closed.preview")} heading={t("account_closed.heading")} to={facts.first_name}>
        <Paragraph>{t("account_closed.text")}</Paragraph>
        <Paragraph>{t("account_closed.data", { count: Number.parseInt(facts.retention_days, 10) })}</Paragraph>
        <Note>{t("account_closed.notYou")}</Note>
      </Layout>
    );
  },
});
