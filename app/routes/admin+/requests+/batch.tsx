/** Many requests of one kind approved together: their sums first, then one call, and every refusal by name. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { Age } from "~/components/admin/age";
import { readQuery } from "~/components/admin/query.server";
import { batchKinds } from "~/components/admin/request-kinds";
import { BatchResult } from "~/components/admin/requests/batch-result";
import { useLabel } from "~/components/admin/use-label";
import { useSubject } from "~/components/admin/use-subject";
import { Card, Count, DataTable, EmptyState, FilterBar, Money, Notice, Page, PageHeader, RowKeys } from "~/components/ui";
import { staffBatch, staffDecideBatch } from "~/db/approval.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const chosen = /^[0-9a-f-]{36}_[0-9a-f]{64}$/;
const schema = () =>
  z.object({
    request: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().regex(chosen, { error: "invalid_input" })).min(1, { error: "nothing_chosen" }).max(500)),
    key: requestKey(),
  });

export const handle = { title: "admin:batch.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  const kind = query.oneOf("kind", batchKinds);
  return withSession(request, async () => {
    const batch = await staffBatch(token, { kind: kind ?? "deposit", search: query.text("search"), only: query.ids("only") });
    // The address says what is shown; who asks has been found out.
    return kind === null ? redirect("/admin/requests/batch?kind=deposit") : data({ ...batch, kind, key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { request: many, key } = submission.value;
  return withSession(request, async () => {
    try {
      return data({ done: await staffDecideBatch(token, { requests: many.map((one) => ({ request: one.slice(0, 36), hash: one.slice(37) })), key }) });
    } catch (error) {
      return refuseProblem(submission, error, { rename: { requests: "request" } });
    }
  });
}

export default function BatchPage() {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const subjectOf = useSubject();
  const { items, totals, more, others, kind, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer && "done" in answer ? answer.done : null;
  return (
    <Page>
      <PageHeader title={t("admin:batch.title")} lead={t("admin:batch.lead")} crumbs={[{ label: t("admin:requests.title"), to: "/admin/requests" }, { label: t("admin:batch.title") }]} />
      {done ? <BatchResult done={done} /> : null}
      <FilterBar
        filters={[
          { name: "kind", label: t("admin:requests.kind"), type: "select", options: batchKinds.map((value) => ({ value, label: label("kind", value) })) },
          { name: "search", label: t("common:search"), type: "search", placeholder: t("admin:requests.searchHint") },
        ]}
      />
      {items.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("admin:batch.nothing")}>{others > 0 ? t("admin:batch.others", { count: others }) : t("admin:batch.nothingText")}</EmptyState>
        </Card>
      ) : (
        <Form answer={done ? undefined : answer}>
          <Card title={t("admin:batch.totals", { kind: label("kind", kind) })}>
            <ul className="flex flex-col gap-1">
              {totals.map((total) => (
                <li key={total.currency} className="flex flex-wrap justify-between gap-3">
                  <span>{t("admin:batch.requests", { count: total.count })}</span>
                  <span className="font-strong"><Money amount={total.amount} currency={total.currency} /></span>
                </li>
              ))}
            </ul>
            <p className="mt-3 text-sm text-quiet">{t("admin:batch.note")}</p>
            {more > 0 ? <p className="text-sm text-quiet">{t("admin:batch.more", { count: more })}</p> : null}
            {others > 0 ? <p className="text-sm text-quiet">{t("admin:batch.others", { count: others })}</p> : null}
          </Card>
          <Card padded={false}>
            <RowKeys chooses>
              <DataTable
                caption={t("admin:batch.title")}
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "choose",
                    label: <span className="sr-only">{t("admin:batch.choose")}</span>,
                    cell: ({ id, payload_hash, reference }) => (
                      <label className="inline-flex min-h-11 min-w-11 items-center justify-center">
                        <input type="checkbox" name="request" value={`${id}_${payload_hash}`} defaultChecked className="size-5" />
                        <span className="sr-only">{reference}</span>
                      </label>
                    ),
                  },
                  { key: "amount", label: t("admin:requests.amount"), kind: "amount", cell: ({ amount, currency }) => (amount && currency ? <Money amount={amount} currency={currency} /> : null) },
                  {
                    key: "subject",
                    label: t("admin:requests.subject"),
                    kind: "title",
                    cell: (request) => (
                      <span className="min-w-0">
                        <Link to={`/admin/requests/${request.id}`} className="link inline-block py-1">
                          {subjectOf(request)}
                        </Link>
                        <span className="block text-xs text-quiet">{request.reference}</span>
                      </span>
                    ),
                  },
                  { key: "standing", label: t("admin:batch.people"), cell: ({ given, needed }) => t("admin:batch.given", { given, needed }) },
                  { key: "age", label: t("admin:requests.since"), cell: (request) => <Age since={request.created_at} /> },
                ]}
              />
            </RowKeys>
          </Card>
          <Notice tone="info">
            {t("admin:batch.confirmText")} <Count value={items.length} />
          </Notice>
          <RequestKey value={key} />
          <SubmitButton>{t("admin:batch.approve")}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
