/** What a draft of the compensation plan would have done: required reading for whoever approves it. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { useFigureItems } from "~/components/admin/compensation/figures";
import { WhatIfMembers } from "~/components/admin/compensation/what-if-members";
import { WhatIfProgress } from "~/components/admin/compensation/what-if-progress";
import { WhatIfMonths, WhatIfSums } from "~/components/admin/compensation/what-if-sums";
import { Disclosure } from "~/components/admin/disclosure";
import { paramId } from "~/components/admin/param-id.server";
import { readQuery } from "~/components/admin/query.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Card, DescriptionList, LinkButton, Notice, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffWhatIf, staffWhatIfAsk, staffWhatIfRead } from "~/db/compensation.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, requestKey } from "~/forms/submission.server";
import { formatTime } from "~/money/dates";

export const handle = { title: "admin:whatIf.title" };

const schema = () => z.discriminatedUnion("act", [z.object({ act: z.literal("read"), what_if: z.uuid(), key: requestKey() }), z.object({ act: z.literal("again"), key: requestKey() })]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  const side = query.oneOf("side", ["lose", "gain"]) ?? "lose";
  const cursor = query.cursor() ?? "";
  return withSession(request, async () => data({ detail: await staffWhatIf(token, paramId(params), side, /^\d{1,9}$/.test(cursor) ? Number.parseInt(cursor, 10) : null), side, key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const asked = submission.value;
  return withSession(request, async () => {
    const version = paramId(params);
    const here = `/admin/network/plan/${version}`;
    try {
      if (asked.act === "again") {
        await staffWhatIfAsk(token, version, asked.key);
        return redirect(saidPath(here, "whatIfAsked"));
      }
      await staffWhatIfRead(token, asked.what_if, asked.key);
      const { request: waiting } = await staffWhatIf(token, version, "lose", null);
      return redirect(saidPath(waiting ? `/admin/requests/${waiting}` : here, "whatIfRead"));
    } catch (error) {
      return refuseReason(submission, error);
    }
  });
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
          {draft && may("requests.decide") ? (
            <Card title={t("whatIf.readTitle")}>
              {read ? (
                <p className="text-sm">{t("whatIf.readDone")}</p>
              ) : (
                <Form answer={answer} id="read">
                  <p className="text-sm">{t("whatIf.readText")}</p>
                  <Hidden name="act" value="read" />
                  <Hidden name="what_if" value={run.id} />
                  <RequestKey value={key} />
                  <SubmitButton>{t("whatIf.readIt")}</SubmitButton>
                </Form>
              )}
            </Card>
          ) : null}
        </>
      ) : null}
      <Card title={t("compensation.figures")}>
        <DescriptionList items={figures(version, before)} />
      </Card>
      {draft && may("plans.write") && run?.result !== null ? (
        <Disclosure summary={t("whatIf.again")}>
          <Form answer={answer} id="again">
            <p className="text-sm">{t("whatIf.againText")}</p>
            <Hidden name="act" value="again" />
            <RequestKey value={key} />
            <SubmitButton look="secondary">{t("whatIf.againDo")}</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
