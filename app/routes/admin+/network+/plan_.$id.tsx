/** What a draft of the compensation plan would have done: required reading for whoever approves it. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useFigureItems } from "~/components/admin/compensation/figures";
import { WhatIfMembers } from "~/components/admin/compensation/what-if-members";
import { WhatIfProgress } from "~/components/admin/compensation/what-if-progress";
import { WhatIfMonths, WhatIfSums } from "~/components/admin/compensation/what-if-sums";
import { paramId } from "~/components/admin/param-id.server";
import { readQuery } from "~/components/admin/query.server";
import { SaidNotice } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { WhatIfAgain } from "~/components/admin/what-if/again";
import { sideOf, whatIfAction } from "~/components/admin/what-if/page.server";
import { ReadCard } from "~/components/admin/what-if/read-card";
import { Card, DescriptionList, LinkButton, Notice, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffWhatIf } from "~/db/compensation.server";
import { newRequestKey } from "~/forms/request-key.server";
import { formatTime } from "~/money/dates";

export const handle = { title: "admin:whatIf.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const { side, after } = sideOf(readQuery(request));
  return withSession(request, async () => data({ detail: await staffWhatIf(token, paramId(params), side, after), side, key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return whatIfAction(args, "/admin/network/plan", async (token, version) => (await staffWhatIf(token, version, "lose", null)).request);
}

export default function WhatIfPage() {
  const { t, i18n } = useTranslation("admin");
  const may = useMay();
  const figures = useFigureItems();
  const { detail, side, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { version, before, what_if: run, request, read, treasury, months } = detail;
  const here = `/admin/network/plan/${version.id}`;
  const draft = version.state === "draft";
  return (
    <Page>
      <PageHeader
        title={t("whatIf.of", { version: version.version })}
        lead={t("whatIf.lead")}
        crumbs={[{ label: t("tree.title"), to: "/admin/network" }, { label: t("compensation.title"), to: "/admin/network/plan" }, { label: t("compensation.version", { version: version.version }) }]}
        aside={<StateBadge state={version.state} />}
        actions={request ? <LinkButton to={`/admin/requests/${request}`} look="secondary">{t("compensation.request")}</LinkButton> : null}
      />
      <SaidNotice />
      {run === null ? <Notice tone="info" title={t("whatIf.none")}>{t("whatIf.noneText")}</Notice> : null}
      {run && run.result === null ? <WhatIfProgress run={run} here={here} /> : null}
      {run?.result ? (
        <>
          <Notice tone="info" title={t("whatIf.reading")}>
            {t("whatIf.readingText", { time: formatTime(run.as_of ?? run.asked_at, i18n.language) })}
          </Notice>
          <WhatIfSums result={run.result} currency={version.currency} treasury={treasury} />
          <WhatIfMonths months={months} currency={version.currency} />
          <WhatIfMembers detail={detail} side={side} here={here} />
          {draft && may("requests.decide") ? <ReadCard run={run.id} read={read} answer={answer} requestKey={key} /> : null}
        </>
      ) : null}
      <Card title={t("compensation.figures")}>
        <DescriptionList items={figures(version, before)} />
      </Card>
      {draft && may("plans.write") && run?.result !== null ? <WhatIfAgain answer={answer} requestKey={key} /> : null}
    </Page>
  );
}
