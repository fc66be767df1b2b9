/** Where this member of staff is signed in; any of it can be ended at once. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { deviceOf } from "~/components/member/device";
import { NetworkPlace } from "~/components/security/network-place";
import { Badge, Card, DataTable, Page, PageHeader, TimeText } from "~/components/ui";
import { staffSessionRevoke, staffSessions } from "~/db/identity.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";

const schema = () => z.object({ session: z.uuid() });

export const handle = { title: "admin:sessions.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffSessions(token)));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      await staffSessionRevoke(token, submission.value.session);
      return redirect(saidPath("/admin/sessions", "revoked"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: [] });
    }
  });
}

export default function Sessions() {
  const { t } = useTranslation("admin");
  const { sessions } = useLoaderData<typeof loader>();
  const deviceName = (userAgent: string) => {
    const { browser, system } = deviceOf(userAgent);
    return browser && system ? t("sessions.device", { browser, system }) : (browser ?? system ?? t("sessions.unknown"));
  };
  return (
    <Page>
      <PageHeader title={t("sessions.title")} lead={t("sessions.lead")} />
      <SaidNotice />
      <Card padded={false}>
        <DataTable
          caption={t("sessions.title")}
          rows={sessions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "where",
              label: t("sessions.where"),
              kind: "title",
              cell: (session) => (
                <span className="flex min-w-0 flex-wrap items-center gap-2">
                  <span className="min-w-0 break-words">{deviceName(session.user_agent)}</span>
                  {session.current ? <Badge tone="accent">{t("sessions.this")}</Badge> : null}
                </span>
              ),
            },
            { key: "ip", label: t("sessions.address"), cell: (session) => <NetworkPlace address={session.ip} /> },
            { key: "since", label: t("sessions.since"), cell: (session) => <TimeText value={session.created_at} /> },
            { key: "seen", label: t("sessions.seen"), cell: (session) => <TimeText value={session.seen_at} /> },
            {
              key: "end",
              label: <span className="sr-only">{t("sessions.end")}</span>,
              phoneLabel: "",
              cell: (session) =>
                session.current ? null : (
                  <Form id={`end-${session.id}`} className="gap-0">
                    <Hidden name="session" value={session.id} />
                    <SubmitButton look="secondary" compact>
                      {t("sessions.end")}
                    </SubmitButton>
                  </Form>
                ),
            },
          ]}
        />
      </Card>
      <p className="text-sm text-quiet">{t("sessions.text")}</p>
    </Page>
  );
}
