/** What the member has said about themself, to be seen and corrected. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { countryOptions } from "~/components/member/countries";
import type { MemberHandle } from "~/components/member/place";
import { ProfileForm } from "~/components/member/profile-form";
import { draftOf, profileSchema, valuesOf } from "~/components/member/profile-form.server";
import { Avatar, Card, Notice, Page, PageHeader } from "~/components/ui";
import { memberProfile, memberProfileSave } from "~/db/compliance.server";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { keepLanguage } from "~/i18n/language-cookie.server";

export const handle: MemberHandle = { title: "member:profile.title", place: "more" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { profile, name_locked, photo } = await memberProfile(token);
    return data({ email: profile.email, name: `${profile.first_name} ${profile.last_name}`, photo, values: valuesOf(profile), name_locked, countries: countryOptions(languageOf(request)) });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, profileSchema());
    if (submission.status !== "success") return refuse(submission);
    try {
      await memberProfileSave(token, draftOf(submission.value));
      return redirect("/profile?saved=1", { headers: { "Set-Cookie": keepLanguage(submission.value.language) } });
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function ProfilePage() {
  const { t } = useTranslation("member");
  const { email, name, photo, values, name_locked, countries } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const aboutPhoto = (["saved", "removed"] as const).find((word) => word === search.get("photo"));
  return (
    <Page width="form">
      <PageHeader title={t("profile.title")} lead={<span className="wrap-anywhere">{t("profile.lead", { email })}</span>} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("profile.title") }]} />
      {search.has("saved") && !answer ? <Notice tone="success" live>{t("profile.saved")}</Notice> : null}
      {aboutPhoto && !answer ? <Notice tone="success" live>{t(`photo.${aboutPhoto}`)}</Notice> : null}
      <Card>
        <div className="flex items-center gap-4">
          <Avatar src={photo ? `/resources/photo?of=${photo}` : null} name={name} />
          <div className="min-w-0">
            <p className="font-strong wrap-anywhere">{name}</p>
            <Link to="/profile/photo" className="link inline-flex min-h-6 items-center text-sm">
              {photo ? t("photo.change") : t("photo.add")}
            </Link>
          </div>
        </div>
      </Card>
      <Card>
        <ProfileForm values={values} nameLocked={name_locked} countries={countries} answer={answer} />
      </Card>
    </Page>
  );
}
