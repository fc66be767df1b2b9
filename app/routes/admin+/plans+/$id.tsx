/** One plan: what is sold today, every version there was, a new version, and the end of its sale. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Disclosure } from "~/components/admin/disclosure";
import { useTermsItems } from "~/components/admin/plans/terms-list";
import { soldOf } from "~/components/admin/plans/sold";
import { VersionTable } from "~/components/admin/plans/version-table";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, CardGrid, DescriptionList, LinkButton, Money, Notice, Page, PageHeader, Percent, Stat, StateBadge } from "~/components/ui";
import { staffPlan, staffPlanRetire } from "~/db/invest.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ key: requestKey() });

export const handle = { title: (loaded: { plan: { name: string } } | undefined) => loaded?.plan.name ?? "admin:plans.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const { plan, versions } = await staffPlan(token, paramId(params));
    return data({ plan, versions, sold: soldOf(versions), key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const plan = paramId(params);
    try {
      await staffPlanRetire(token, plan, submission.value.key);
      return redirect(saidPath(`/admin/plans/${plan}`, "retired"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: [] });
    }
  });
}

export default function Plan() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { plan, versions, sold, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const termsItems = useTermsItems();
  const writable = may("plans.write") && plan.state !== "retired";
  const retirable = writable && plan.state === "active";
  return (
    <Page>
      <PageHeader
        title={plan.name}
        crumbs={[{ label: t("plans.title"), to: "/admin/plans" }, { label: plan.name }]}
        aside={
          <span className="inline-flex gap-1.5">
            <StateBadge state={plan.state} />
            {plan.above_rail ? <Badge tone="danger">{t("plans.aboveRail")}</Badge> : null}
          </span>
        }
        actions={writable ? <LinkButton to={`/admin/plans/${plan.id}/version`}>{t("plans.newVersion")}</LinkButton> : null}
      />
      <SaidNotice />
      {sold.pending ? (
        <Notice tone="warning" title={t("plans.waits")}>
          <LinkButton to={`/admin/requests/${sold.pending}`} look="quiet" compact className="-ml-3">
            {t("plans.openRequest")}
          </LinkButton>
        </Notice>
      ) : null}
      <CardGrid>
        <Stat label={t("plans.sold")} value={<Money amount={sold.sum} currency={plan.currency} />} note={t("plans.contracts", { count: sold.count })} />
        <Stat label={t("plan.rate")} value={<Percent rate={plan.daily_rate} />} note={<>{t("plan.annual")} <Percent rate={plan.annual_rate} /></>} />
        <Stat label={t("plan.term")} value={t(`duration.${plan.unit}`, { count: plan.duration })} note={t("plan.zoneNote", { zone: plan.timezone })} />
      </CardGrid>
      <Card title={t("plans.terms")}>
        <DescriptionList items={[plan.version ? { term: t("plans.version"), value: plan.version } : null, ...termsItems(plan, plan.currency)]} />
      </Card>
      <Card title={t("plans.versions")} padded={false}>
        <VersionTable versions={versions} currency={plan.currency} />
      </Card>
      {retirable ? (
        <Disclosure summary={t("plans.retire")}>
          <p className="mb-4 text-sm">{t("plans.retireText")}</p>
          <Form answer={answer}>
            <RequestKey value={key} />
            <SubmitButton look="danger">{t("plans.retireConfirm")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
