/** Mails that wait, were sent or set aside. One that was set aside can be sent once more, one that waits can be stopped. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { JobsTabs } from "~/components/admin/jobs-tabs";
import { readQuery } from "~/components/admin/query.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, DataTable, EmptyState, FilterBar, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { mailStates, staffMailDecide, staffMails } from "~/db/job.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ mail: z.uuid({ error: "invalid_input" }), verb: z.enum(["retry", "park"], { error: "invalid_input" }), key: requestKey() });
const tones = { queued: "warning", parked: "danger", sent: "success" } as const;
const stateKeys = { queued: "mails.queued", parked: "mails.parked", sent: "mails.sent" } as const;

export const handle = { title: "admin:mails.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => data({ ...(await staffMails(token, { state: query.oneOf("state", mailStates), search: query.text("search", 254) }, { cursor: query.cursor() })), states: mailStates, key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const { state } = await staffMailDecide(token, submission.value);
      return redirect(saidPath("/admin/jobs/mails", state === "queued" ? "mailRetried" : "mailParked"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function MailsPage() {
  const { t } = useTranslation(["admin", "common"]);
  const may = useMay();
  const { items, next, states, key } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("admin:mails.title")} lead={t("admin:mails.lead")} />
      <JobsTabs />
      <SaidNotice />
      <FilterBar
        filters={[
          { name: "state", label: t("admin:mails.state"), type: "select", options: states.map((value) => ({ value, label: t(`admin:${stateKeys[value]}`) })) },
          { name: "search", label: t("common:search"), type: "search", placeholder: t("admin:mails.searchHint") },
        ]}
      />
      <Card padded={false}>
        <DataTable
          caption={t("admin:mails.title")}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: "to", label: t("admin:mails.to"), kind: "title", cell: ({ to }) => <span className="break-all">{to}</span> },
            { key: "template", label: t("admin:mails.template"), cell: ({ template }) => <code className="font-mono text-xs break-all">{template}</code> },
            { key: "state", label: t("admin:mails.state"), cell: ({ state }) => <Badge tone={tones[state]}>{t(`admin:${stateKeys[state]}`)}</Badge> },
            { key: "created", label: t("admin:mails.created"), cell: ({ created_at }) => <TimeText value={created_at} /> },
            { key: "error", label: t("admin:jobs.error"), cell: ({ error }) => error === null ? null : <span className="text-sm break-words">{error}</span> },
            {
              key: "act",
              label: <span className="sr-only">{t("admin:mails.act")}</span>,
              cell: ({ id, state, to }) =>
                may("jobs.write") && state !== "sent" ? (
                  <Form id={`mail-${id}`}>
                    <Hidden name="mail" value={id} />
                    <Hidden name="verb" value={state === "parked" ? "retry" : "park"} />
                    <RequestKey value={key} />
                    <SubmitButton look="secondary">
                      {t(state === "parked" ? "admin:mails.retry" : "admin:mails.park")} <span className="sr-only">{to}</span>
                    </SubmitButton>
                  </Form>
                ) : null,
            },
          ]}
          empty={<EmptyState title={t("admin:mails.nothing")}>{t("admin:mails.nothingText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
