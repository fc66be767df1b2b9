/** One milestone: its terms, who claimed it, and its end. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Disclosure } from "~/components/admin/disclosure";
import { ClaimTable } from "~/components/admin/milestones/milestone-table";
import { paramId } from "~/components/admin/param-id.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Card, DateText, DescriptionList, Money, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { staffMilestone, staffMilestoneEnd } from "~/db/milestone.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { formatCount } from "~/money/format";

const schema = () => z.object({ key: requestKey() });

export const handle = { title: (loaded: { milestone: { name: string } } | undefined) => loaded?.milestone.name ?? "admin:milestones.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffMilestone(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const milestone = paramId(params);
    try {
      await staffMilestoneEnd(token, milestone, submission.value.key);
      return redirect(saidPath(`/admin/milestones/${milestone}`, "ended"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: [] });
    }
  });
}

export default function Milestone() {
  const { t, i18n } = useTranslation("admin");
  const may = useMay();
  const { milestone, created_by, created_at, claims, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title={milestone.name} crumbs={[{ label: t("milestones.title"), to: "/admin/milestones" }, { label: milestone.name }]} aside={<StateBadge state={milestone.state} />} />
      <SaidNotice />
      <Card title={t("milestones.terms")}>
        <DescriptionList
          items={[
            { term: t("milestones.reward"), value: <Money amount={milestone.reward} currency={milestone.currency} /> },
            { term: t("milestones.needed"), value: <span className="numeral">{formatCount(String(milestone.needed), i18n.language)}</span>, note: t("milestones.neededHint") },
            { term: t("milestones.from"), value: <DateText value={milestone.starts_on} /> },
            { term: t("milestones.until"), value: milestone.ends_on ? <DateText value={milestone.ends_on} /> : t("milestones.noEnd") },
            milestone.ended_at ? { term: t("milestones.endedAt"), value: <TimeText value={milestone.ended_at} /> } : null,
            { term: t("milestones.offeredBy"), value: created_by, note: <TimeText value={created_at} /> },
          ]}
        />
      </Card>
      <Card title={t("milestones.claims")} padded={false}>
        <ClaimTable claims={claims} />
      </Card>
      {may("milestones.write") && milestone.ended_at === null ? (
        <Disclosure summary={t("milestones.end")}>
          <p className="mb-4 text-sm">{t("milestones.endText")}</p>
          <Form answer={answer}>
            <RequestKey value={key} />
            <SubmitButton look="danger">{t("milestones.endConfirm")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
