/** A claim after a member's death: reported, paid by shares in one or more payments, settled or taken back. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { actOnClaim, claimAction, payeeFault } from "~/components/admin/claim/claim-actions.server";
import { ClaimFacts, ClaimNominees, ClaimPayments } from "~/components/admin/claim/claim-facts";
import { OpenForm } from "~/components/admin/claim/open-form";
import { StandForms } from "~/components/admin/claim/stand-forms";
import { paramId } from "~/components/admin/param-id.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { answerFor } from "~/forms/answer";
import { Page, PageHeader, StateBadge } from "~/components/ui";
import { staffClaim } from "~/db/claim.server";
import { readUpload } from "~/files/read-upload.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle = { title: "admin:claim.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const loaded = await staffClaim(token, paramId(params));
    return data({ ...loaded, keys: { open: newRequestKey(), file: newRequestKey(), pay: newRequestKey(), cancel: newRequestKey(), settle: newRequestKey() } });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, upload, refused } = await readUpload(request, "file");
  const submission = await readForm(form, claimAction());
  if (submission.status !== "success") return refuse(submission);
  const { intent } = submission.value;
  if (refused) return refuseWith(submission, "file", refused);
  if ((intent === "open" || intent === "file") && upload === null) return refuseWith(submission, "file", "file_missing");
  return withSession(request, async () => {
    const member = paramId(params);
    await requirePermission(token, "claims.write");
    try {
      const { said, request: asked } = await actOnClaim(token, member, submission.value, upload);
      return redirect(saidPath(asked ? `/admin/requests/${asked}` : `/admin/members/${member}/claim`, said));
    } catch (error) {
      const payee = payeeFault(error);
      if (payee) return refuseWith(submission, payee.field, payee.code);
      return refuseProblem(submission, error, { fields: ["died_on", "reported_by", "note", "file", "reason"] });
    }
  });
}

export default function Claim() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { member, claim, keys } = loaded;
  const stands = claim !== null && (claim.state === "open" || claim.state === "paying");
  const open = member.status === "active" || member.status === "suspended";
  return (
    <Page>
      <PageHeader
        title={t("claim.title")}
        lead={t("claim.lead", { name: member.name })}
        crumbs={[{ label: t("members.title"), to: "/admin/members" }, { label: member.name, to: `/admin/members/${member.id}` }, { label: t("claim.title") }]}
        aside={claim ? <StateBadge state={claim.state === "open" ? "pending" : claim.state} /> : undefined}
      />
      <SaidNotice />
      {claim ? (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="flex min-w-0 flex-col gap-6">
            <ClaimNominees claim={claim} />
            <ClaimPayments claim={claim} />
            {stands && may("claims.write") ? <StandForms claim={claim} loaded={loaded} answer={answer} keys={keys} /> : null}
          </div>
          <ClaimFacts claim={claim} />
        </div>
      ) : null}
      {open && may("claims.write") ? (
        <div className="flex max-w-[36rem] flex-col gap-6">
          <OpenForm loaded={loaded} answer={answerFor(answer, "open")} requestKey={keys.open} />
        </div>
      ) : null}
    </Page>
  );
}
