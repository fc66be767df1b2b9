import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { ThreadFacts } from "./components/thread-facts";
import { thread } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** The words themselves stay in the portal: a mailbox is read by more people than a portal. */
export const messageReceived = defineMail({
  facts: thread,
  subject: ({ subject }, { t }) => t("message_received.subject", { subject }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("message_received.preview")} heading={t("message_received.heading")} to={facts.first_name}>
        <Paragraph>{t("message_received.text")}</Paragraph>
        <ThreadFacts facts={facts} words={words} />
        <Action href={url(links.thread(facts.thread))}>{t("action.thread")}</Action>
      </Layout>
    );
  },
});
