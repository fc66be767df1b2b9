import { z } from "zod";

import { placeOf } from "~/auth/network-place";
import { deviceOf } from "~/components/member/device";
import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Note } from "./components/note";
import { Paragraph } from "./components/paragraph";
import { instant, member } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** Somebody signed in with a browser that this person has not used before. */
export const newDevice = defineMail({
  facts: member.extend({ user_agent: z.string(), ip: z.string(), at: instant }),
  subject: (_, { t, company }) => t("new_device.subject", { company }),
  Mail: ({ facts, words }) => {
    const { t, common, time, url } = words;
    const { browser, system } = deviceOf(facts.user_agent);
    const { kind, prefix } = placeOf(facts.ip);
    return (
      <Layout words={words} preview={t("new_device.preview")} heading={t("new_device.heading")} to={facts.first_name}>
        <Paragraph>{t("new_device.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.device"), value: [browser, system].filter(Boolean).join(", ") || t("new_device.unknown") },
            { label: t("fact.place"), value: common(`place.${kind}`, { prefix }) },
            { label: t("fact.when"), value: time(facts.at) },
          ]}
        />
        <Note>{t("new_device.notYou")}</Note>
        <Action href={url(links.sessions)}>{t("action.sessions")}</Action>
      </Layout>
    );
  },
});
