import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { MilestoneFacts } from "./components/milestone-facts";
import { Paragraph } from "./components/paragraph";
import { line, milestone } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const milestoneRejected = defineMail({
  facts: milestone.extend({ reason: line }),
  subject: ({ name }, { t }) => t("milestone_rejected.subject", { name }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("milestone_rejected.preview")} heading={t("milestone_rejected.heading")} to={facts.first_name}>
        <Paragraph>{t("milestone_rejected.text")}</Paragraph>
        <MilestoneFacts facts={facts} words={words} reason={facts.reason} />
        <Paragraph>{t("milestone_rejected.next")}</Paragraph>
        <Action href={url(links.milestone(facts.milestone))}>{t("action.milestone")}</Action>
      </Layout>
    );
  },
});
