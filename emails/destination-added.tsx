import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, line, maybe, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** With the words that cancel it while it cools, opened like a code on the way to the mail server; without them where it can be used at once. */
export const destinationAdded = defineMail({
  facts: member.extend({ label: line, destination: line, usable_at: instant, code: maybe(z.string().regex(/^[A-Za-z0-9_-]{43}$/)) }),
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
        <Note>{facts.code ? t("destination_added.notYouLink") : t("destination_added.notYou")}</Note>
        {facts.code ? <Action href={url(links.destinationCancel(facts.code))}>{t("action.destinationCancel")}</Action> : <Action href={url(links.destinations)}>{t("action.destinations")}</Action>}
      </Layout>
    );
  },
});
