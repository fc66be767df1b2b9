import { z } from "zod";

import { Action } from "./components/action";
import { Facts } from "./components/facts";
import { Layout } from "./components/layout";
import { Paragraph } from "./components/paragraph";
import { amount, currency, id, line, maybe } from "./fact-schemas";
import { links } from "./links";
import { defineMail } from "./mail-kind";

/** To staff who may decide. The amount waits at the door: who decides opens the request and sees the evidence. */
export const adminRequest = defineMail({
  facts: z.object({
    request: id,
    reference: line,
    kind: z.enum(["deposit", "withdrawal", "payout", "plan_activation", "treasury_funding", "treasury_return", "bank_transfer", "reconciliation", "milestone", "kyc", "recovery", "claim", "booking_payment", "booking_cancel", "compensation_activation", "manual_journal", "journal_reversal", "company_import", "staff_role", "setting", "suspension", "tax_deposit"]),
    amount: maybe(amount),
    currency: maybe(currency),
    member: maybe(line),
  }),
  subject: ({ kind, reference }, { t }) => t("admin_request.subject", { kind: t(`admin_request.kind.${kind}`), reference }),
  Mail: ({ facts, words }) => {
    const { t, money, url } = words;
    const kind = t(`admin_request.kind.${facts.kind}`);
    return (
      <Layout words={words} preview={t("admin_request.preview", { kind })} heading={t("admin_request.heading")}>
        <Paragraph>{t("admin_request.text")}</Paragraph>
        <Facts
          rows={[
            { label: t("fact.reference"), value: facts.reference, exact: true },
            { label: t("fact.kind"), value: kind },
            facts.amount && facts.currency ? { label: t("fact.amount"), value: money(facts.amount, facts.currency) } : null,
            facts.member ? { label: t("fact.member"), value: facts.member } : null,
            { label: t("fact.expected"), value: t("expected.promised") },
          ]}
        />
        <Action href={url(links.request(facts.request))}>{t("action.request")}</Action>
        <Paragraph quiet>{t("admin_request.rules")}</Paragraph>
      </Layout>
    );
  },
});
