/** One document of an identity check: its number and its file. The kind comes in the address, so each form asks only what it needs. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { DocumentForm } from "~/components/member/kyc/document-form";
import { readDocumentKind } from "~/components/member/kyc/document-kinds";
import { documentSchema, type TypedDocument } from "~/components/member/kyc/document-schema.server";
import type { MemberHandle } from "~/components/member/place";
import { Card, Notice, Page, PageHeader } from "~/components/ui";
import { memberKyc } from "~/db/compliance.server";
import { Problem } from "~/db/db-error.server";
import { keepDocument } from "~/files/kyc-documents.server";
import { readUpload } from "~/files/read-upload.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:kyc.newTitle", place: "more" };

const kindOf = (request: Request) => {
  const kind = readDocumentKind(new URL(request.url).searchParams.get("kind"));
  if (kind === null) throw new Problem("not_found");
  return kind;
};

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const kind = kindOf(request);
    const { state, renewal, renewable } = await memberKyc(token);
    const renews = renewable.includes(kind);
    const locked = ["submitted", "in_review", "approved"].includes(state) || renewal !== null;
    return locked && !renews ? redirect("/kyc") : data({ kind, renews, key: newRequestKey() });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const kind = kindOf(request);
    const { form, upload, refused } = await readUpload(request, "file");
    const submission = await readForm(form, documentSchema(kind));
    if (submission.status !== "success") return refuse(submission);
    if (refused) return refuseWith(submission, "file", refused);
    if (!upload) return refuseWith(submission, "file", "file_missing");
    const { number, ifsc, expires_on, key }: TypedDocument = submission.value;
    try {
      await keepDocument(token, { kind, number, ifsc: ifsc ?? null, expiresOn: expires_on ?? null, key }, upload);
      return redirect("/kyc?added=1");
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["number", "ifsc", "expires_on", "file"] });
    }
  });
}

export default function NewDocument() {
  const { t } = useTranslation("member");
  const { kind, renews, key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t(`kyc.kind.${kind}`)} lead={t(`kyc.about.${kind}`)} crumbs={[{ label: t("kyc.title"), to: "/kyc" }, { label: t(`kyc.kind.${kind}`) }]} />
      {renews ? <Notice>{t("kyc.renewal.formText")}</Notice> : null}
      <Card>
        <DocumentForm kind={kind} requestKey={key} answer={useActionData<typeof action>()} />
      </Card>
      <p className="text-sm text-quiet">{t("kyc.private")}</p>
    </Page>
  );
}
