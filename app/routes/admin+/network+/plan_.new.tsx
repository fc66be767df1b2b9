/** A new version of the compensation plan: its figures, a look at what differs, and then it is tried and waits for a second person. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { DraftFields } from "~/components/admin/compensation/draft-fields";
import { amountFields, draftSchema, figuresOf, nextFirst } from "~/components/admin/compensation/draft-form.server";
import { useFigureItems } from "~/components/admin/compensation/figures";
import { typedFigures } from "~/components/admin/compensation/typed-figures";
import { isNoAmountIn } from "~/components/admin/currencies";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { Page, PageHeader } from "~/components/ui";
import { staffCompensationDraft } from "~/db/compensation.server";
import { Problem } from "~/db/db-error.server";
import { staffCompensation, type Compensation } from "~/db/network.server";
import { newRequestKey } from "~/forms/request-key.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:compensationNew.title" };

/** The approved version that begins last: a draft starts from its figures. */
async function latest(token: string): Promise<{ plan: Compensation; today: string }> {
  const { versions, today } = await staffCompensation(token);
  const [plan] = versions.filter(({ state }) => state === "active").sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
  if (!plan || today === null) throw new Problem("not_found");
  return { plan, today };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const [, { plan, today }] = await Promise.all([requirePermission(token, "plans.write"), latest(token)]);
    const after = plan.from !== null && plan.from > today ? plan.from : today;
    return data({ plan, from: nextFirst(after), key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, draftSchema(languageOf(request)), {
    look: async (draft, token) => {
      const { plan, today } = await latest(token);
      const field = amountFields.find((name) => isNoAmountIn(draft[name], plan.currency));
      if (field) return { field, code: "invalid_amount" };
      return draft.from_on <= today ? { field: "from_on", code: "not_first_of_month" } : null;
    },
    confirm: async (draft, token) => saidPath(`/admin/network/plan/${(await staffCompensationDraft(token, figuresOf(draft))).version}`, "asked"),
    refusal: refuseReason,
  });
}

export default function NewCompensation() {
  const { t } = useTranslation("admin");
  const { plan, from, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const figures = useFigureItems();
  return (
    <Page width="form">
      <PageHeader
        title={t("compensationNew.title")}
        lead={t("compensationNew.lead")}
        crumbs={[{ label: t("tree.title"), to: "/admin/network" }, { label: t("compensation.title"), to: "/admin/network/plan" }, { label: t("compensationNew.title") }]}
      />
      <CheckedForm
        answer={answer}
        requestKey={key}
        defaults={{
          from_on: from, pair_value: plan.pair_value, first_full_pairs: String(plan.first_full_pairs), emi_percent: plan.emi_percent, monthly_pair_cap: String(plan.monthly_pair_cap), over_cap: plan.over_cap,
          reserve_percent: plan.reserve_percent, count_on: plan.count_on, qualify_amount: plan.qualify_amount, cooling_off_days: String(plan.cooling_off_days), placement: plan.placement, active_buyer_amount: plan.active_buyer_amount,
        }}
        items={(values) => figures(typedFigures(values, plan), plan)}
        next={t("compensationNew.next")}
        confirm={t("planNew.confirm")}
      >
        <DraftFields currency={plan.currency} />
      </CheckedForm>
    </Page>
  );
}
