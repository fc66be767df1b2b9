import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { line, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** The link in the mail about a new destination was used. */
export const destinationCancelled = defineMail({
  facts: member.extend({ label: line, destination: line }),
  subject: (_, { t, company }) => t("destination_cancelled.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t } = words;
    return (
      <Layout words={words} preview={t("destination_cancelled.preview")} heading={t("destination_cancelled.heading")} to={facts.first_name}>
        <Paragraph>{t("destination_cancelled.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.label"), value: facts.label },
            { label: t("fact.destination"), value: facts.destination, exact: true },
          ]}
        />
        <Note>{t("destination_cancelled.next")}</Note>
      </Layout>
    );
  },
});
