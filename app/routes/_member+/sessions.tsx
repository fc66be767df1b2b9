/** Where the member is signed in, and how to end it. Ending one works at once: every request asks the database. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import type { MemberHandle } from "~/components/member/place";
import { SessionRow } from "~/components/member/session-row";
import { Card, Notice, Page, PageHeader } from "~/components/ui";
import { memberSessionRevoke, memberSessions, memberSessionsRevokeOthers } from "~/db/identity.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:sessions.title", place: "more" };

const schema = () =>
  z.discriminatedUnion("intent", [z.object({ intent: z.literal("one"), session: z.uuid() }), z.object({ intent: z.literal("others") })]);

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberSessions(token)));
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    try {
      if (submission.value.intent === "one") await memberSessionRevoke(token, submission.value.session);
      else await memberSessionsRevokeOthers(token);
      return redirect("/sessions?ended=1");
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function Sessions() {
  const { t } = useTranslation("member");
  const { sessions } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const others = sessions.filter(({ current }) => !current);
  return (
    <Page width="form">
      <PageHeader title={t("sessions.title")} lead={t("sessions.lead")} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("sessions.title") }]} />
      {search.has("ended") ? <Notice tone="success" live>{t("sessions.ended")}</Notice> : null}
      <Card padded={false}>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Card>
      {others.length > 0 ? (
        <Form>
          <Hidden name="intent" value="others" />
          <SubmitButton look="danger">{t("sessions.endOthers", { count: others.length })}</SubmitButton>
        </Form>
      ) : (
        <p className="text-sm text-quiet">{t("sessions.onlyThis")}</p>
      )}
    </Page>
  );
}
