import { z } from "zod";

import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, maybe, member } from "./fact-schemas";
import { defineMail } from "./mail-kind";

/** What proves this person has changed; members are told until when their withdrawals pause. */
export const securityChanged = defineMail({
  facts: member.extend({ what: z.enum(["authenticator_added", "authenticator_replaced", "authenticator_removed", "recovery_codes", "passkey_added", "passkey_removed", "deactivated", "reopened"]), at: instant, withdrawals_from: maybe(instant) }),
  subject: ({ what }, { t }) => t(`security_changed.${what}.subject`),
  Mail: ({ facts, words }) => {
    const { t, time } = words;
    return (
      <Layout words={words} preview={t("security_changed.preview")} heading={t(`security_changed.${facts.what}.heading`)} to={facts.first_name}>
        <Paragraph>{t(`security_changed.${facts.what}.text`)}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.when"), value: time(facts.at) },
            facts.withdrawals_from ? { label: t("fact.withdrawalsFrom"), value: time(facts.withdrawals_from) } : null,
          ]}
        />
        <Note>{t("security_changed.notYou")}</Note>
      </Layout>
    );
  },
});
