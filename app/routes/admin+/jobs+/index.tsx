/** What the workers do: who is there, what waits, what has failed and can be started afresh. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { JobsTabs } from "~/components/admin/jobs-tabs";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, Count, DataTable, EmptyState, Page, PageHeader, Stat, TimeText } from "~/components/ui";
import { staffJobRetry, staffJobs } from "~/db/job.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ job: z.string().regex(/^\d{1,18}$/, { error: "invalid_input" }), key: requestKey() });

export const handle = { title: "admin:jobs.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffJobs(token)), key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      await staffJobRetry(token, submission.value);
      return redirect(saidPath("/admin/jobs", "retried"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function JobsPage() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { workers, to_hand, waiting, failed, mails, key } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("jobs.title")} lead={t("jobs.lead")} />
      <JobsTabs />
      <SaidNotice />
      <Card>
        <div className="grid gap-4 sm:grid-cols-3">
          <Stat label={t("jobs.toHand")} value={<Count value={to_hand} />} />
          <Stat label={t("jobs.mailsQueued")} value={<Count value={mails.queued} />} />
          <Stat label={t("jobs.mailsParked")} value={<Count value={mails.parked} />} />
        </div>
      </Card>
      <Card title={t("jobs.failed")} padded={false}>
        <DataTable
          caption={t("jobs.failed")}
          rows={failed}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "task",
              label: t("jobs.task"),
              kind: "title",
              cell: ({ task, given_up }) => (
                <span className="flex flex-wrap items-center gap-2">
                  <code className="font-mono text-xs break-all">{task}</code>
                  {given_up ? <Badge tone="danger">{t("jobs.givenUp")}</Badge> : <Badge tone="warning">{t("jobs.triedAgain")}</Badge>}
                </span>
              ),
            },
            { key: "attempts", label: t("jobs.attempts"), kind: "number", cell: ({ attempts, most }) => t("jobs.attemptsOf", { attempts, most }) },
            { key: "next", label: t("jobs.next"), cell: ({ next_at, given_up }) => (given_up ? "–" : <TimeText value={next_at} />) },
            { key: "error", label: t("jobs.error"), cell: ({ error }) => error === null ? null : <span className="text-sm break-words">{error}</span> },
            {
              key: "retry",
              label: <span className="sr-only">{t("jobs.retry")}</span>,
              cell: ({ id, task }) =>
                may("jobs.write") ? (
                  <Form id={`job-${id}`}>
                    <Hidden name="job" value={id} />
                    <RequestKey value={key} />
                    <SubmitButton look="secondary">
                      {t("jobs.retry")} <span className="sr-only">{task}</span>
                    </SubmitButton>
                  </Form>
                ) : null,
            },
          ]}
          empty={<EmptyState title={t("jobs.noneFailed")}>{t("jobs.noneFailedText")}</EmptyState>}
        />
      </Card>
      <Card title={t("jobs.waiting")} padded={false}>
        <DataTable
          caption={t("jobs.waiting")}
          rows={waiting}
          rowKey={({ task }) => task}
          columns={[
            { key: "task", label: t("jobs.task"), kind: "title", cell: ({ task }) => <code className="font-mono text-xs break-all">{task}</code> },
            { key: "count", label: t("jobs.count"), kind: "number", cell: ({ count }) => <Count value={count} /> },
            { key: "running", label: t("jobs.running"), kind: "number", cell: ({ running }) => <Count value={running} /> },
            { key: "next", label: t("jobs.next"), cell: ({ next_at }) => <TimeText value={next_at} /> },
          ]}
          empty={<EmptyState title={t("jobs.noneWaits")}>{t("jobs.noneWaitsText")}</EmptyState>}
        />
      </Card>
      <Card title={t("jobs.workers")} padded={false}>
        <DataTable
          caption={t("jobs.workers")}
          rows={workers}
          rowKey={({ name }) => name}
          columns={[
            { key: "name", label: t("jobs.worker"), kind: "title", cell: ({ name }) => <code className="font-mono text-xs break-all">{name}</code> },
            { key: "seen", label: t("jobs.seen"), cell: ({ seen_at }) => <TimeText value={seen_at} /> },
          ]}
          empty={<EmptyState title={t("jobs.noWorker")}>{t("jobs.noWorkerText")}</EmptyState>}
        />
      </Card>
    </Page>
  );
}
