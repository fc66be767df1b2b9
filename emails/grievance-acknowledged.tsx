import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { ThreadFacts } from "./components/thread-facts";
import { thread } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** Somebody has looked at the grievance; what remains is the second clock. */
export const grievanceAcknowledged = defineMail({
  facts: thread,
  subject: ({ reference }, { t }) => t("grievance_acknowledged.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("grievance_acknowledged.preview")} heading={t("grievance_acknowledged.heading")} to={facts.first_name}>
        <Paragraph>{t("grievance_acknowledged.text")}</Paragraph>
        <ThreadFacts facts={facts} words={words} clocks />
        <Action href={url(links.thread(facts.thread))}>{t("action.thread")}</Action>
      </Layout>
    );
  },
});
