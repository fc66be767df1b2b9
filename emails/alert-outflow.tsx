import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, instant } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To those who may change the limit, once a day and currency: members ask for more than may leave. */
export const alertOutflow = defineMail({
  facts: z.object({ asked: amount, most: amount, currency, at: instant }),
  subject: (_, { t }) => t("alert_outflow.subject"),
  Mail: ({ facts, words }) => {
    const { t, money, time, url } = words;
    return (
      <Layout words={words} preview={t("alert_outflow.preview")} heading={t("alert_outflow.heading")}>
        <Paragraph>{t("alert_outflow.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("alert_outflow.asked"), value: money(facts.asked, facts.currency) },
            { label: t("alert_outflow.most"), value: money(facts.most, facts.currency) },
            { label: t("alert_outflow.at"), value: time(facts.at) },
          ]}
        />
        <Paragraph quiet>{t("alert_outflow.next")}</Paragraph>
        <Action href={url(links.requests)}>{t("action.requests")}</Action>
      </Layout>
    );
  },
});
