/** A new version of a plan: contracts that were sold keep theirs, new ones get this from its date on. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { paramId } from "~/components/admin/param-id.server";
import { annualRate, faultyLimit, figuresOf, versionSchema } from "~/components/admin/plans/plan-form.server";
import { TermsFields } from "~/components/admin/plans/terms-fields";
import { useTermsItems } from "~/components/admin/plans/terms-list";
import { typedTerms } from "~/components/admin/plans/typed-terms";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { DateText, Page, PageHeader } from "~/components/ui";
import { staffPlan, staffPlanVersionAdd } from "~/db/invest.server";
import { Field } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:planVersion.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const [, { plan }] = await Promise.all([requirePermission(token, "plans.write"), staffPlan(token, paramId(params))]);
    return data({ plan, key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return checkedForm(request, versionSchema(languageOf(request)), {
    look: async (terms, token) => faultyLimit(terms, (await staffPlan(token, paramId(params))).plan.currency),
    aside: ({ daily_rate }) => ({ annual: annualRate(daily_rate) }),
    confirm: async ({ effective_from, ...terms }, token) => {
      const plan = paramId(params);
      const added = await staffPlanVersionAdd(token, { plan, effectiveFrom: effective_from || null, ...figuresOf(terms) });
      return saidPath(added.request ? `/admin/requests/${added.request}` : `/admin/plans/${plan}`, "asked");
    },
    refusal: refuseReason,
  });
}

export default function NewVersion() {
  const { t } = useTranslation("admin");
  const { plan, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const termsItems = useTermsItems();
  const crumbs = [{ label: t("plans.title"), to: "/admin/plans" }, { label: plan.name, to: `/admin/plans/${plan.id}` }, { label: t("planVersion.title") }];
  return (
    <Page width="form">
      <PageHeader title={t("planVersion.title")} lead={t("planVersion.lead")} crumbs={crumbs} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        defaults={typedTerms({ ...plan, duration: String(plan.duration) })}
        items={(values, aside) => [
          { term: t("plans.name"), value: plan.name },
          { term: t("planVersion.from"), value: values.effective_from ? <DateText value={values.effective_from} /> : t("planVersion.atOnce") },
          ...termsItems({ ...typedTerms(values), annual_rate: aside.annual ?? null }, plan.currency),
        ]}
        next={t("planVersion.next")}
        confirm={t("planNew.confirm")}
      >
        <TermsFields currency={plan.currency} />
        <Field name="effective_from" type="date" label={t("planVersion.from")} hint={t("planVersion.fromHint")} optional className="max-w-[14rem]" />
      </CheckedForm>
    </Page>
  );
}
