/** One milestone: how far, the claim with what it says, and afterwards where the claim stands. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { milestoneState } from "~/components/member/milestone-list";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, DateText, DescriptionList, LinkButton, Money, Notice, Page, PageHeader, Progress, StateBadge, Tracker } from "~/components/ui";
import { memberMilestone, memberMilestoneClaim } from "~/db/milestone.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { formatCount } from "~/money/format";

export const handle: MemberHandle = { title: (loaded) => (loaded as { milestone?: { name: string } } | undefined)?.milestone?.name ?? "member:milestone.title", place: "network" };

const schema = () => z.object({ key: requestKey() });

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberMilestone(token, params.id ?? "")), key: newRequestKey() }));
}

export function action({ request, params }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    const id = params.id ?? "";
    try {
      await memberMilestoneClaim(token, id, submission.value.key);
      return redirect(`/milestones/${id}?new=1`);
    } catch (error) {
      return refuseProblem(submission, error, { fields: [] });
    }
  });
}

export default function Milestone() {
  const { t, i18n } = useTranslation("member");
  const { milestone, active, claim, tracker, movement, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const count = (value: number) => formatCount(String(value), i18n.language);
  const claimable = milestone.state === "open" && active >= milestone.needed && (claim === null || claim.state === "rejected");
  return (
    <Page width="form">
      <PageHeader
        title={milestone.name}
        crumbs={[{ label: t("referrals.title"), to: "/referrals" }, { label: milestone.name }]}
        aside={<StateBadge state={milestoneState({ claim, state: milestone.state })} />}
      />
      {claim && search.has("new") ? (
        <Receipt title={t("milestone.claimed")} reference={claim.reference}>
          {t("milestone.claimedText")}
        </Receipt>
      ) : null}
      <Card title={t("milestone.reward")}>
        <div className="flex flex-col gap-4">
          <p className="text-xl font-strong">
            <Money amount={milestone.reward} currency={milestone.currency} />
          </p>
          {claim && claim.state !== "rejected" ? null : (
            <Progress value={Math.min(active, milestone.needed)} max={milestone.needed} label={milestone.name}>
              {t("milestone.progress", { active: count(Math.min(active, milestone.needed)), needed: count(milestone.needed) })}
            </Progress>
          )}
          <DescriptionList
            items={[
              { term: t("milestone.counts"), value: t("milestone.countsText") },
              { term: t("milestone.when"), value: <><DateText value={milestone.starts_on} /> – {milestone.ends_on ? <DateText value={milestone.ends_on} /> : t("milestone.noEnd")}</> },
              claim ? { term: t("milestone.counted"), value: <span className="numeral">{count(claim.counted)}</span> } : null,
            ]}
          />
        </div>
      </Card>
      {claim && tracker ? (
        <Card title={t("milestone.claim")}>
          <div className="flex flex-col gap-4">
            {claim.state === "rejected" && claim.reason ? <Notice tone="danger" title={t("milestone.rejected")}>{claim.reason}</Notice> : null}
            {claim.payment === "awaiting" ? <Notice tone="info">{t("milestone.awaiting")}</Notice> : null}
            <Tracker steps={tracker} />
            {movement ? <LinkButton to={`/wallet/movements/${movement}`} look="secondary">{t("milestone.movement")}</LinkButton> : null}
          </div>
        </Card>
      ) : null}
      {claimable ? (
        <Card title={claim ? t("milestone.again") : t("milestone.ready")}>
          <DescriptionList
            items={[
              { term: t("milestone.reward"), value: <Money amount={milestone.reward} currency={milestone.currency} /> },
              { term: t("milestone.active"), value: <span className="numeral">{count(active)}</span> },
              { term: t("milestone.into"), value: t("milestone.earnings") },
            ]}
          />
          <p className="mt-5 text-sm font-strong">{t("check.next")}</p>
          <ol className="mt-1 mb-5 flex list-decimal flex-col gap-1 pl-5 text-sm text-quiet">
            <li>{t("milestone.next.review")}</li>
            <li>{t("milestone.next.paid")}</li>
          </ol>
          <Form answer={answer}>
            <RequestKey value={key} />
            <SubmitButton>{t("milestone.confirm")}</SubmitButton>
          </Form>
        </Card>
      ) : null}
      {!claimable && !claim ? <Notice tone="info">{t(milestone.state === "open" ? "milestone.notYet" : milestone.state === "soon" ? "milestone.soon" : "milestone.over")}</Notice> : null}
    </Page>
  );
}
