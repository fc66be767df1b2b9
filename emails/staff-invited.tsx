import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { member, staffRole } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To somebody who begins to work here. There is no password to send: they sign in with a code mailed to this address. */
export const staffInvited = defineMail({
  facts: member.extend({ role: staffRole }),
  subject: (_, { t, company }) => t("staff_invited.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, url, company } = words;
    return (
      <Layout words={words} preview={t("staff_invited.preview")} heading={t("staff_invited.heading", { company })} to={facts.first_name}>
        <Paragraph>{t("staff_invited.text")}</Paragraph>
        <Facts rows={[{ label: t("fact.role"), value: t(`role.${facts.role}`) }]} />
        <Action href={url(links.signIn)}>{t("action.signIn")}</Action>
        <Note>{t("staff_invited.notYou")}</Note>
      </Layout>
    );
  },
});
