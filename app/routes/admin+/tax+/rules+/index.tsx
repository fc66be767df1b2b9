/** The dated tax rules, which of them hold, and their last days. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { RuleCard } from "~/components/admin/tax/rule-card";
import { endSchema } from "~/components/admin/tax/rule-form.server";
import { TaxTabs } from "~/components/admin/tax/tax-tabs";
import { Card, EmptyState, LinkButton, Notice, Page, PageHeader } from "~/components/ui";
import { staffTaxRuleEnd, staffTaxRules, type TaxRuleRow } from "~/db/tax.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";

export const handle = { title: "admin:tax.rules" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffTaxRules(token)), key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, endSchema());
  if (submission.status !== "success") return refuse(submission);
  const { rule, until_on, key } = submission.value;
  return withSession(request, async () => {
    try {
      await staffTaxRuleEnd(token, rule, until_on, key);
      return redirect(saidPath("/admin/tax/rules", "ruleEnded"));
    } catch (error) {
      return refuseReason(submission, error, { fields: ["until_on"] });
    }
  });
}

/** Which rule a refused form was about. */
const ruleOf = (answer: unknown): string | undefined => (answer as { result?: { initialValue?: { rule?: string } | null } } | undefined)?.result?.initialValue?.rule;

export default function Rules() {
  const { t } = useTranslation("admin");
  const { regime, scope, today, rules, may_write, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const inForce = (rule: TaxRuleRow) => rule.regime === regime && (regime === "IN" || rule.scope === scope) && rule.from_on <= today && (rule.until_on === null || rule.until_on >= today);
  const about = ruleOf(answer);
  return (
    <Page>
      <PageHeader title={t("tax.rules")} lead={t("tax.rulesLead")} actions={may_write ? <LinkButton to="/admin/tax/rules/new">{t("tax.add")}</LinkButton> : null} />
      <TaxTabs />
      <SaidNotice />
      <Notice title={t(`tax.here.${regime}`)}>{t("tax.hereText")}</Notice>
      {rules.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("tax.noRules")}>{t("tax.noRulesText")}</EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-6 md:grid-cols-2">
          {[...rules.filter(inForce), ...rules.filter((rule) => !inForce(rule))].map((rule) => (
            <RuleCard key={rule.id} rule={rule} today={today} inForce={inForce(rule)} mayEnd={may_write} requestKey={key} answer={about === rule.id ? answer : undefined} />
          ))}
        </div>
      )}
    </Page>
  );
}
