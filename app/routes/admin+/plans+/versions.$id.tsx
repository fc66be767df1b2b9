/** What another rate of an investment plan would have done: required reading for whoever approves it. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { WhatIfProgress } from "~/components/admin/compensation/what-if-progress";
import { paramId } from "~/components/admin/param-id.server";
import { useTermsItems } from "~/components/admin/plans/terms-list";
import { readQuery } from "~/components/admin/query.server";
import { SaidNotice } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { WhatIfAgain } from "~/components/admin/what-if/again";
import { sideOf, whatIfAction } from "~/components/admin/what-if/page.server";
import { RateMembers, RateNeeds, RateSums } from "~/components/admin/what-if/rates";
import { ReadCard } from "~/components/admin/what-if/read-card";
import { Card, DescriptionList, LinkButton, Notice, Page, PageHeader, Percent } from "~/components/ui";
import { staffRateWhatIf } from "~/db/compensation.server";
import { newRequestKey } from "~/forms/request-key.server";
import { formatTime } from "~/money/dates";

export const handle = { title: "admin:whatIf.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const { side, after } = sideOf(readQuery(request));
  return withSession(request, async () => data({ detail: await staffRateWhatIf(token, paramId(params), side, after), side, key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return whatIfAction(args, "/admin/plans/versions", async (token, version) => (await staffRateWhatIf(token, version, "lose", null)).request);
}

export default function RateWhatIfPage() {
  const { t, i18n } = useTranslation("admin");
  const may = useMay();
  const termsItems = useTermsItems();
  const { detail, side, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { plan, differs, before, what_if: run, request, read, treasury } = detail;
  const here = `/admin/plans/versions/${plan.version_id}`;
  const draft = plan.version_state === "draft";
  return (
    <Page>
      <PageHeader
        title={t("rateWhatIf.of", { name: plan.name, version: plan.version })}
        lead={t("rateWhatIf.lead")}
        crumbs={[{ label: t("plans.title"), to: "/admin/plans" }, { label: plan.name, to: `/admin/plans/${plan.id}` }, { label: t("whatIf.title") }]}
        actions={request ? <LinkButton to={`/admin/requests/${request}`} look="secondary">{t("compensation.request")}</LinkButton> : null}
      />
      <SaidNotice />
      {run === null ? <Notice tone="info" title={t("whatIf.none")}>{differs ? t("rateWhatIf.noneText") : t("rateWhatIf.sameText")}</Notice> : null}
      {run && run.result === null ? <WhatIfProgress run={run} here={here} /> : null}
      {run?.result ? (
        <>
          <Notice tone="info" title={t("whatIf.reading")}>{t("rateWhatIf.readingText", { time: formatTime(run.as_of ?? run.asked_at, i18n.language) })}</Notice>
          <RateSums result={run.result} currency={plan.currency} treasury={treasury} />
          <RateNeeds detail={detail} />
          <RateMembers detail={detail} side={side} here={here} />
          {draft && may("requests.decide") ? <ReadCard run={run.id} read={read} answer={answer} requestKey={key} /> : null}
        </>
      ) : null}
      <Card title={t("evidence.plan", { name: plan.name, version: plan.version })}>
        <DescriptionList items={[before && draft ? { term: t("rateWhatIf.now"), value: <Percent rate={before.daily_rate} /> } : null, ...termsItems(plan, plan.currency)]} />
      </Card>
      {draft && may("plans.write") && run?.result !== null ? <WhatIfAgain answer={answer} requestKey={key} /> : null}
    </Page>
  );
}
