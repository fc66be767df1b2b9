/** Offers a reward for so many active referrals: fill in, check, confirm. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { currencies, isNoAmountIn } from "~/components/admin/currencies";
import { CurrencyChoice } from "~/components/admin/currency-choice";
import { milestoneSchema } from "~/components/admin/milestones/milestone-form.server";
import { readQuery } from "~/components/admin/query.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { DateText, Money, Page, PageHeader } from "~/components/ui";
import { staffMilestoneOffer } from "~/db/milestone.server";
import { AmountField, Field, Hidden } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { languageOf } from "~/i18n/i18n.server";
import { formatCount } from "~/money/format";

export const handle = { title: "admin:milestoneNew.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => {
    await requirePermission(token, "milestones.write");
    return data({ key: newRequestKey(), currency: query.oneOf("currency", currencies) ?? currencies[0] });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, milestoneSchema(languageOf(request)), {
    may: "milestones.write",
    look: ({ reward, currency }) => (isNoAmountIn(reward, currency) ? { field: "reward", code: "invalid_amount" } : null),
    confirm: async ({ starts_on: startsOn, ends_on: endsOn, ...offer }, token) => saidPath(`/admin/milestones/${(await staffMilestoneOffer(token, { ...offer, startsOn, endsOn })).milestone}`, "offered"),
  });
}

export default function NewMilestone() {
  const { t, i18n } = useTranslation("admin");
  const { key, currency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("milestoneNew.title")} lead={t("milestoneNew.lead")} crumbs={[{ label: t("milestones.title"), to: "/admin/milestones" }, { label: t("milestoneNew.title") }]} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        above={<CurrencyChoice currencies={[...currencies]} chosen={currency} />}
        items={(values) => [
          { term: t("milestones.name"), value: values.name ?? "" },
          { term: t("milestones.needed"), value: <span className="numeral">{formatCount(values.needed ?? "", i18n.language)}</span> },
          { term: t("milestones.reward"), value: <Money amount={values.reward ?? ""} currency={values.currency ?? ""} /> },
          { term: t("milestones.from"), value: <DateText value={values.starts_on ?? ""} /> },
          { term: t("milestones.until"), value: values.ends_on ? <DateText value={values.ends_on} /> : t("milestones.noEnd") },
        ]}
        next={t("milestoneNew.next")}
        confirm={t("milestoneNew.offer")}
      >
        <Hidden name="currency" value={currency} />
        <Field name="name" label={t("milestones.name")} hint={t("milestoneNew.nameHint")} maxLength={80} />
        <Field name="needed" label={t("milestones.needed")} hint={t("milestones.neededHint")} inputMode="numeric" className="max-w-32" />
        <AmountField name="reward" label={t("milestones.reward")} currency={currency} hint={t("milestoneNew.rewardHint")} />
        <Field name="starts_on" type="date" label={t("milestones.from")} className="max-w-48" />
        <Field name="ends_on" type="date" label={t("milestones.until")} hint={t("milestoneNew.endHint")} optional className="max-w-48" />
      </CheckedForm>
    </Page>
  );
}
