/** One document of a member's: masked, and its whole number for a reason that is written down before it is shown. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { line } from "~/components/admin/fields.server";
import { useDocumentItems } from "~/components/admin/kyc/document-items";
import { paramId } from "~/components/admin/param-id.server";
import { Card, DescriptionList, Notice, Page, PageHeader } from "~/components/ui";
import { staffKycDocument, staffKycReveal } from "~/db/compliance.server";
import { isProblem } from "~/db/db-error.server";
import { openNumber } from "~/files/kyc-documents.server";
import { Form, SubmitButton, TextareaField } from "~/forms";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";

export const handle = { title: "admin:kyc.document" };

const schema = () => z.object({ reason: line("note_required", 1000) });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffKycDocument(token, paramId(params))));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const { document, sealed } = await staffKycReveal(token, paramId(params), submission.value.reason);
      return data({ number: openNumber(document, sealed) });
    } catch (error) {
      // Too long since the second step: the guard leads there and back.
      if (isProblem(error) && error.code === "step_up_required") throw error;
      return refuseProblem(submission, error, { fields: ["reason"] });
    }
  });
}

export default function KycDocumentPage() {
  const { t } = useTranslation("admin");
  const { document, member, may_reveal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const items = useDocumentItems();
  const shown = answer && "number" in answer ? answer.number : null;
  return (
    <Page width="form">
      <PageHeader
        title={t(`kyc.kind.${document.kind}`)}
        lead={
          <>
            {t("requests.of")}{" "}
            <Link to={`/admin/members/${member.id}`} className="link">
              {member.name}
            </Link>
          </>
        }
        crumbs={[{ label: t("requests.title"), to: "/admin/requests?kind=kyc" }, { label: t("kyc.document") }]}
      />
      {shown ? (
        <Notice tone="warning" live title={<span className="font-mono break-all">{shown}</span>}>
          {t("kyc.shown")}
        </Notice>
      ) : null}
      <Card title={t("kyc.document")}>
        <DescriptionList items={items(document)} />
      </Card>
      {may_reveal && !shown ? (
        <Card title={t("kyc.reveal")}>
          <Form answer={answer}>
            <p className="text-sm text-quiet">{t("kyc.revealText")}</p>
            <TextareaField name="reason" label={t("kyc.reason")} hint={t("kyc.reasonHint")} rows={2} maxLength={1000} />
            <SubmitButton>{t("kyc.revealButton")}</SubmitButton>
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}
