/** A new plan: its terms, a look at them, and then it waits in the queue like everything else. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { currencies } from "~/components/admin/currencies";
import { CurrencyChoice } from "~/components/admin/currency-choice";
import { annualRate, faultyLimit, figuresOf, planSchema, timeZones } from "~/components/admin/plans/plan-form.server";
import { TermsFields } from "~/components/admin/plans/terms-fields";
import { useTermsItems } from "~/components/admin/plans/terms-list";
import { typedTerms } from "~/components/admin/plans/typed-terms";
import { readQuery } from "~/components/admin/query.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { Page, PageHeader } from "~/components/ui";
import { staffPlanCreate } from "~/db/invest.server";
import { Field, Hidden, SelectField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:planNew.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const currency = readQuery(request).oneOf("currency", currencies) ?? currencies[0];
  return withSession(request, async () => {
    await requirePermission(token, "plans.write");
    return data({ key: newRequestKey(), currency, zones: timeZones() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, planSchema(languageOf(request)), {
    may: "plans.write",
    look: (plan) => faultyLimit(plan, plan.currency),
    aside: ({ daily_rate }) => ({ annual: annualRate(daily_rate) }),
    confirm: async ({ name, currency, timezone, ...terms }, token) => {
      const created = await staffPlanCreate(token, { name, currency, timezone, ...figuresOf(terms) });
      return saidPath(created.request ? `/admin/requests/${created.request}` : `/admin/plans/${created.plan}`, "asked");
    },
    refusal: refuseReason,
  });
}

export default function NewPlan() {
  const { t } = useTranslation("admin");
  const { key, currency, zones } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const termsItems = useTermsItems();
  return (
    <Page width="form">
      <PageHeader title={t("planNew.title")} lead={t("planNew.lead")} crumbs={[{ label: t("plans.title"), to: "/admin/plans" }, { label: t("planNew.title") }]} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        above={
          <div className="flex flex-col gap-2">
            <p className="text-sm text-quiet">{t("planNew.currency")}</p>
            <CurrencyChoice currencies={[...currencies]} chosen={currency} />
          </div>
        }
        defaults={{ unit: "DAYS", timezone: "UTC", referral_rate: "3.00", risk_text: t("plan.riskTextStart") }}
        items={(values, aside) => [
          { term: t("plans.name"), value: values.name },
          { term: t("plan.zone"), value: values.timezone },
          ...termsItems({ ...typedTerms(values), annual_rate: aside.annual ?? null }, currency),
        ]}
        next={t("planNew.next")}
        confirm={t("planNew.confirm")}
      >
        <Field name="name" label={t("plans.name")} autoComplete="off" maxLength={255} />
        <Hidden name="currency" value={currency} />
        <SelectField name="timezone" label={t("plan.zone")} hint={t("plan.zoneHint")} options={zones.map((zone) => ({ value: zone, label: zone }))} />
        <TermsFields currency={currency} />
      </CheckedForm>
    </Page>
  );
}
