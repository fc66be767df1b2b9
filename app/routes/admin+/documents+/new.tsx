/** A new document of the operator, with its first file. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { FactFields, VersionFields } from "~/components/admin/documents/paper-fields";
import { factsOf, newPaper, validityOf } from "~/components/admin/documents/paper-form.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { Card, Page, PageHeader } from "~/components/ui";
import { staffPaperAdd } from "~/db/vault.server";
import { attachUpload } from "~/files/attach-upload.server";
import { readUpload } from "~/files/read-upload.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle = { title: "admin:documents.new" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "documents.write");
    return data({ key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const { form, upload, refused } = await readUpload(request, "file");
  const submission = await readForm(form, newPaper());
  if (refused) return refuseWith(submission, "file", refused);
  if (submission.status !== "success") return refuse(submission);
  if (upload === null) return refuseWith(submission, "file", "file_missing");
  const typed = submission.value;
  return withSession(request, async () => {
    try {
      const { paper } = await attachUpload(upload, (file) => staffPaperAdd(token, factsOf(typed), validityOf(typed), file, typed.key));
      return redirect(saidPath(`/admin/documents/${paper}`, "saved"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["kind", "title", "issuer", "valid_from", "valid_until", "file"] });
    }
  });
}

export default function NewDocument() {
  const { t } = useTranslation("admin");
  const { key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("documents.new")} crumbs={[{ label: t("documents.title"), to: "/admin/documents" }, { label: t("documents.new") }]} />
      <Card>
        <Form answer={useActionData<typeof action>()} encType="multipart/form-data">
          <FactFields />
          <VersionFields />
          <RequestKey value={key} />
          <SubmitButton>{t("documents.save")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
