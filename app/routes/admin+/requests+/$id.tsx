/** One request: what it would do, what speaks for it, who has decided, and the decision. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { paramId } from "~/components/admin/param-id.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { DecideCard } from "~/components/admin/requests/decide-card";
import { decideSchema } from "~/components/admin/requests/decide-form.server";
import { Decisions } from "~/components/admin/requests/decisions";
import { Evidence } from "~/components/admin/requests/evidence";
import { readEvidence } from "~/components/admin/requests/evidence.server";
import { ReviewCard } from "~/components/admin/requests/review-card";
import { Payload } from "~/components/admin/requests/payload";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { useSubject } from "~/components/admin/use-subject";
import { useMay } from "~/components/admin/use-staff";
import { Card, Money, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffCancelRequest, staffDecide, staffRequest } from "~/db/approval.server";
import { staffKycReview } from "~/db/compliance.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: (loaded: { detail: { request: { reference: string } } } | undefined) => loaded?.detail.request.reference ?? "admin:requests.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const detail = await staffRequest(token, paramId(params));
    return data({ detail, evidence: readEvidence(detail), key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, decideSchema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  const asked = submission.value;
  return withSession(request, async () => {
    const id = paramId(params);
    const here = `/admin/requests/${id}`;
    try {
      if (asked.decision === "cancel") {
        await staffCancelRequest(token, id, asked.key);
        return redirect(saidPath(here, "cancelled"));
      }
      if (asked.decision === "review") {
        await staffKycReview(token, asked.kyc, asked.key);
        return redirect(saidPath(here, "inReview"));
      }
      const note = asked.decision === "approve" ? asked.approve_note || null : asked.reject_note;
      const received = asked.decision === "approve" ? (asked.received ?? null) : null;
      const { state } = await staffDecide(token, { request: id, decision: asked.decision, note, payloadHash: asked.payload_hash, received, key: asked.key });
      return redirect(saidPath(here, state === "due" ? "importDue" : state === "pending" ? "counted" : state === "rejected" ? "rejected" : "approved"));
    } catch (error) {
      return refuseReason(submission, error, { rename: { note: asked.decision === "approve" ? "approve_note" : "reject_note" } });
    }
  });
}

export default function RequestPage() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const subjectOf = useSubject();
  const { detail, evidence, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { request } = detail;
  const what = label("kindOne", request.kind);
  return (
    <Page>
      <PageHeader
        title={request.amount && request.currency ? <>{what}: <Money amount={request.amount} currency={request.currency} /></> : `${what}: ${subjectOf(request)}`}
        crumbs={[{ label: t("requests.title"), to: "/admin/requests" }, { label: request.reference }]}
        aside={<StateBadge state={request.state} />}
        lead={
          request.member ? (
            <>
              {t("requests.of")}{" "}
              {may("members.read") ? (
                <Link to={`/admin/members/${request.member.id}`} className="link">
                  {request.member.name}
                </Link>
              ) : (
                request.member.name
              )}
            </>
          ) : request.amount ? (
            <>
              {t("requests.of")} {subjectOf(request)}
            </>
          ) : null
        }
      />
      <SaidNotice />
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Evidence evidence={evidence} request={request} />
          <Payload payload={request.payload} hash={request.payload_hash} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {evidence?.kind === "kyc" && evidence.kyc.id && (evidence.kyc.renewal?.state ?? evidence.kyc.state) === "submitted" && may("kyc.review") ? <ReviewCard kyc={evidence.kyc.id} answer={answer} requestKey={key} /> : null}
          <DecideCard request={request} evidence={evidence} answer={answer} requestKey={key} />
          <Card title={t("decisions.title")}>
            <Decisions detail={detail} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
