import { Action } from "./components/action";
import { Layout } from "./components/layout";
import { MilestoneFacts } from "./components/milestone-facts";
import { Paragraph } from "./components/paragraph";
import { milestone } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

export const milestoneApproved = defineMail({
  facts: milestone,
  subject: ({ name }, { t }) => t("milestone_approved.subject", { name }),
  Mail: ({ facts, words }) => {
    const { t, money, url, wallet } = words;
    const reward = money(facts.amount, facts.currency);
    return (
      <Layout words={words} preview={t("milestone_approved.preview", { amount: reward })} heading={t("milestone_approved.heading")} to={facts.first_name}>
        <Paragraph>{t("milestone_approved.text", { amount: reward, wallet: wallet("EARNINGS") })}</Paragraph>
        <MilestoneFacts facts={facts} words={words} expected={t("expected.commission")} />
        <Action href={url(links.milestone(facts.milestone))}>{t("action.milestone")}</Action>
      </Layout>
    );
  },
});
