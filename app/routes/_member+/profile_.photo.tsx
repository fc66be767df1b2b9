/** The member's photo: another one, or none. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { Avatar, Card, Page, PageHeader } from "~/components/ui";
import { memberProfile } from "~/db/compliance.server";
import { dropPhoto, keepPhoto } from "~/files/photo.server";
import { readUpload } from "~/files/read-upload.server";
import { FileField, Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:photo.title", place: "more" };

const schema = () => z.object({ intent: z.enum(["save", "remove"]).default("save") });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { profile, photo } = await memberProfile(token);
    return data({ name: `${profile.first_name} ${profile.last_name}`, photo });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const { form, upload, refused } = await readUpload(request, "file");
    const submission = await readForm(form, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      if (submission.value.intent === "remove") {
        await dropPhoto(token);
        return redirect("/profile?photo=removed");
      }
      if (refused) return refuseWith(submission, "file", refused);
      if (upload === null) return refuseWith(submission, "file", "photo_missing");
      if (upload.type === "application/pdf") return refuseWith(submission, "file", "photo_kind");
      if ((await keepPhoto(token, upload)) !== "kept") return refuseWith(submission, "file", "file_damaged");
      return redirect("/profile?photo=saved");
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["file"] });
    }
  });
}

export default function Photo() {
  const { t } = useTranslation("member");
  const { name, photo } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("photo.title")} lead={t("photo.lead")} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("profile.title"), to: "/profile" }, { label: t("photo.title") }]} />
      <Card>
        <div className="mb-5 flex items-center gap-4">
          <Avatar large src={photo ? `/resources/photo?of=${photo}` : null} name={name} />
          <p className="font-strong wrap-anywhere">{name}</p>
        </div>
        <Form answer={answer} encType="multipart/form-data">
          <FileField name="file" label={t("photo.file")} hint={t("photo.hint")} accept="image/png,image/jpeg" />
          <SubmitButton>{t("photo.save")}</SubmitButton>
        </Form>
      </Card>
      {photo ? (
        <Form id="remove">
          <Hidden name="intent" value="remove" />
          <SubmitButton look="secondary">{t("photo.remove")}</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
