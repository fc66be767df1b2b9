import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { ThreadFacts } from "./components/thread-facts";
import { thread } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** The receipt for a grievance, with both of its clocks. */
export const grievanceReceived = defineMail({
  facts: thread,
  subject: ({ reference }, { t }) => t("grievance_received.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("grievance_received.preview")} heading={t("grievance_received.heading")} to={facts.first_name}>
        <Paragraph>{t("grievance_received.text")}</Paragraph>
        <ThreadFacts facts={facts} words={words} clocks />
        <Action href={url(links.thread(facts.thread))}>{t("action.thread")}</Action>
      </Layout>
    );
  },
});
