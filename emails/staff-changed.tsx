import { z } from "zod";

import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, member, staffRole } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** To staff whose role or work was changed by two others: their sessions have ended with it. */
export const staffChanged = defineMail({
  facts: member.extend({ role: staffRole, active: z.boolean(), at: instant }),
  subject: (_, { t, company }) => t("staff_changed.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time } = words;
    return (
      <Layout words={words} preview={t("staff_changed.preview")} heading={t("staff_changed.heading")} to={facts.first_name}>
        <Paragraph>{facts.active ? t("staff_changed.text") : t("staff_changed.ended")}</Paragraph>
        <Facts rows={[facts.active ? { label: t("fact.role"), value: t(`role.${facts.role}`) } : null, { label: t("fact.when"), value: time(facts.at) }]} />
        <Note>{t("staff_changed.notYou")}</Note>
      </Layout>
    );
  },
});
