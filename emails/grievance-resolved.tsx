import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { ThreadFacts } from "./components/thread-facts";
import { thread } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** How it was resolved stands in the portal. Who disagrees writes there, and it is open again. */
export const grievanceResolved = defineMail({
  facts: thread,
  subject: ({ reference }, { t }) => t("grievance_resolved.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("grievance_resolved.preview")} heading={t("grievance_resolved.heading")} to={facts.first_name}>
        <Paragraph>{t("grievance_resolved.text")}</Paragraph>
        <ThreadFacts facts={facts} words={words} />
        <Action href={url(links.thread(facts.thread))}>{t("action.thread")}</Action>
      </Layout>
    );
  },
});
