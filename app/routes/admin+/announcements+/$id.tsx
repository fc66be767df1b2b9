/** One announcement: what members see, every text it has had, publishing and withdrawing. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { AnnouncementFields } from "~/components/admin/announcements/announcement-fields";
import { announcementAction, announcementFields, savedAs } from "~/components/admin/announcements/announcement-form.server";
import { Disclosure } from "~/components/admin/disclosure";
import { paramId } from "~/components/admin/param-id.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { AnnouncementBody } from "~/components/announcements/announcement-body";
import { Card, Count, DataTable, DateText, DescriptionList, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { staffAnnouncement, staffAnnouncementPublish, staffAnnouncementSave, staffAnnouncementWithdraw } from "~/db/announcement.server";
import { CheckField, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { answerFor } from "~/forms/answer";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";

export const handle = { title: (loaded: { announcement: { texts: { en: { title: string } } } } | undefined) => loaded?.announcement.texts.en.title ?? "admin:announcements.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffAnnouncement(token, paramId(params))), key: newRequestKey() }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, announcementAction());
  if (submission.status !== "success") return refuse(submission);
  const typed = submission.value;
  return withSession(request, async () => {
    const one = paramId(params);
    try {
      if (typed.intent === "save") await staffAnnouncementSave(token, savedAs(one, typed));
      else if (typed.intent === "publish") await staffAnnouncementPublish(token, one, typed.version, typed.notify === "on");
      else await staffAnnouncementWithdraw(token, one);
      return redirect(saidPath(`/admin/announcements/${one}`, ({ save: "saved", publish: "published", withdraw: "withdrawn" } as const)[typed.intent]));
    } catch (error) {
      return refuseReason(submission, error, { fields: announcementFields });
    }
  });
}

export default function AnnouncementPage() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { announcement, versions, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { texts, standing } = announcement;
  const writes = may("announcements.write") && standing !== "withdrawn";
  const languages = (["en", "es", "hi"] as const).filter((language) => texts[language] !== undefined);
  const typed = Object.fromEntries(languages.flatMap((language) => [[`title_${language}`, texts[language]?.title ?? ""], [`body_${language}`, texts[language]?.body ?? ""]]));
  return (
    <Page>
      <PageHeader title={<span lang="en">{texts.en.title}</span>} crumbs={[{ label: t("announcements.title"), to: "/admin/announcements" }, { label: texts.en.title }]} aside={<StateBadge state={standing} />} />
      <SaidNotice />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          {languages.map((language) => (
            <Card key={language} title={<span lang={language} className="break-words">{texts[language]?.title}</span>} action={<span className="text-quiet">{t(`announcements.languages.${language}`)}</span>}>
              <div lang={language}>
                <AnnouncementBody body={texts[language]?.body ?? ""} />
              </div>
            </Card>
          ))}
          <Card title={t("announcements.versions")} padded={false}>
            <DataTable
              caption={t("announcements.versions")}
              rows={versions}
              rowKey={({ version }) => String(version)}
              columns={[
                { key: "no", label: t("announcements.version"), kind: "title", cell: ({ version }) => <Count value={version} /> },
                {
                  key: "text",
                  label: t("announcements.text"),
                  cell: (version) => (
                    <details className="min-w-0">
                      <summary lang="en" className="min-h-6 cursor-pointer break-words">{version.texts.en.title}</summary>
                      <div lang="en" className="mt-2"><AnnouncementBody body={version.texts.en.body} /></div>
                    </details>
                  ),
                },
                { key: "by", label: t("announcements.writtenBy"), cell: ({ by, at }) => <>{by}, <TimeText value={at} /></> },
              ]}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("announcements.about")}>
            <DescriptionList
              items={[
                { term: t("announcements.audience"), value: t(`announcements.audiences.${announcement.audience}`) },
                { term: t("announcements.from"), value: <DateText value={announcement.from_on} /> },
                { term: t("announcements.until"), value: announcement.until_on ? <DateText value={announcement.until_on} /> : t("announcements.noEnd") },
                announcement.published_at ? { term: t("announcements.published"), value: <>{announcement.published_by}, <TimeText value={announcement.published_at} /></> } : null,
                announcement.notify && !announcement.withdrawn_at ? { term: t("announcements.notified"), value: announcement.told_at ? <TimeText value={announcement.told_at} /> : t("announcements.notYet") } : null,
                announcement.withdrawn_at ? { term: t("announcements.withdrawn"), value: <>{announcement.withdrawn_by}, <TimeText value={announcement.withdrawn_at} /></> } : null,
                announcement.published_at ? { term: t("announcements.dismissed"), value: <Count value={announcement.dismissed} /> } : null,
              ]}
            />
          </Card>
          {writes && standing === "draft" ? (
            <Card title={t("announcements.publish")}>
              <p className="mb-4 text-sm">{t("announcements.publishText")}</p>
              <Form id="publish" answer={answerFor(answer, "publish")}>
                <Hidden name="intent" value="publish" />
                <Hidden name="version" value={String(announcement.version)} />
                <CheckField name="notify" label={t("announcements.notify")} hint={t("announcements.notifyText")} />
                <SubmitButton>{t("announcements.publish")}</SubmitButton>
              </Form>
            </Card>
          ) : null}
          {writes ? (
            <>
              <Disclosure summary={t("announcements.edit")} open={answerFor(answer, "save") !== undefined}>
                <Form id="save" answer={answerFor(answer, "save")} defaults={{ ...typed, audience: announcement.audience, from_on: announcement.from_on, until_on: announcement.until_on ?? "" }}>
                  <Hidden name="intent" value="save" />
                  <AnnouncementFields />
                  <RequestKey value={key} />
                  <SubmitButton>{t("announcements.save")}</SubmitButton>
                </Form>
              </Disclosure>
              {standing === "draft" ? null : (
                <Disclosure summary={t("announcements.withdraw")}>
                  <p className="mb-4 text-sm">{t("announcements.withdrawText")}</p>
                  <Form id="withdraw" answer={answerFor(answer, "withdraw")}>
                    <Hidden name="intent" value="withdraw" />
                    <SubmitButton look="danger">{t("announcements.withdraw")}</SubmitButton>
                  </Form>
                </Disclosure>
              )}
            </>
          ) : null}
        </div>
      </div>
    </Page>
  );
}
