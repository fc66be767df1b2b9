import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, line, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const destinationAdded = defineMail({
  facts: member.extend({ label: line, destination: line, usable_at: instant }),
  subject: (_, { t, company }) => t("destination_added.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, time, url } = words;
    return (
      <Layout words={words} preview={t("destination_added.preview")} heading={t("destination_added.heading")} to={facts.first_name}>
        <Paragraph>{t("destination_added.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.label"), value: facts.label },
            { label: t("fact.destination"), value: facts.destination, exact: true },
            { label: t("fact.usableAt"), value: time(facts.usable_at) },
          ]}
        />
        <Note>{t("destination_added.notYou")}</Note>
        <Action href={url(links.destinations)}>{t("action.destinations")}</Action>
      </Layout>
    );
  },
});
