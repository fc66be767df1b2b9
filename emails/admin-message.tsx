import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { id, line } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To staff who answer members. The words themselves stay in the portal. */
export const adminMessage = defineMail({
  facts: z.object({ thread: id, reference: line, subject: line, grievance: z.boolean(), member: line }),
  subject: ({ grievance, reference }, { t }) => t(grievance ? "admin_message.subjectGrievance" : "admin_message.subject", { reference }),
  Mail: ({ facts, words }) => {
    const { t, url } = words;
    return (
      <Layout words={words} preview={t("admin_message.preview")} heading={t(facts.grievance ? "admin_message.headingGrievance" : "admin_message.heading")}>
        <Paragraph>{t(facts.grievance ? "admin_message.textGrievance" : "admin_message.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t("fact.subject"), value: facts.subject },
            { label: t("fact.member"), value: facts.member },
          ]}
        />
        <Action href={url(links.staffThread(facts.thread))}>{t("action.staffThread")}</Action>
      </Layout>
    );
  },
});
