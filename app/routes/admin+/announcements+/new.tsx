/** A new announcement: a draft, read before it is published. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { AnnouncementFields } from "~/components/admin/announcements/announcement-fields";
import { announcementFields, newAnnouncement, savedAs } from "~/components/admin/announcements/announcement-form.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { Card, Page, PageHeader } from "~/components/ui";
import { staffAnnouncementSave } from "~/db/announcement.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";

export const handle = { title: "admin:announcements.new" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "announcements.write");
    return data({ key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, newAnnouncement());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const { announcement } = await staffAnnouncementSave(token, savedAs(null, submission.value));
      return redirect(saidPath(`/admin/announcements/${announcement}`, "saved"));
    } catch (error) {
      return refuseReason(submission, error, { fields: announcementFields });
    }
  });
}

export default function NewAnnouncement() {
  const { t } = useTranslation("admin");
  const { key } = useLoaderData<typeof loader>();
  return (
    <Page width="form">
      <PageHeader title={t("announcements.new")} lead={t("announcements.newLead")} crumbs={[{ label: t("announcements.title"), to: "/admin/announcements" }, { label: t("announcements.new") }]} />
      <Card>
        <Form answer={useActionData<typeof action>()}>
          <AnnouncementFields />
          <RequestKey value={key} />
          <SubmitButton>{t("announcements.save")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
