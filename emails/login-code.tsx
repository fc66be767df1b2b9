import { z } from "zod";

import { Code } from "./components/code";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { defineMail } from "./mail-kind";

/** The same mail for known and unknown addresses: it never says whether there is an account. */
export const loginCode = defineMail({
  facts: z.object({ code: z.string().regex(/^\d{6}$/), minutes: z.int().positive() }),
  subject: (_, { t, company }) => t("login_code.subject", { company }),
  Mail: ({ facts, words }) => (
    <Layout words={words} preview={words.t("login_code.preview", { minutes: facts.minutes })} heading={words.t("login_code.heading")}>
      <Paragraph>{words.t("login_code.text", { minutes: facts.minutes })}</Paragraph>
      <Code>{facts.code}</Code>
      <Paragraph quiet>{words.t("code.never")}</Paragraph>
      <Paragraph quiet>{words.t("login_code.notYou")}</Paragraph>
    </Layout>
  ),
});
