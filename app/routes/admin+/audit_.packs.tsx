/** Packs for outside auditors: asking for one, how far those are that are being made, and those that can be had. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { ExportList } from "~/components/exports/export-list";
import { Card, DateText, TimeText } from "~/components/ui";
import { staffPackAsk, staffPacks } from "~/db/pack.server";
import { Field, Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

export const handle = { title: "admin:packs.title" };

const schema = () => {
  const day = z.iso.date().optional().transform((value) => value ?? null);
  return z.object({ from: day, until: day, key: requestKey() });
};

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data({ ...(await staffPacks(token, readQuery(request).cursor())), key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      await staffPackAsk(token, submission.value);
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["from", "until"] });
    }
    return redirect("/admin/audit/packs?asked=1");
  });
}

export default function Packs() {
  const { t } = useTranslation("admin");
  const { items, next, key } = useLoaderData<typeof loader>();
  return (
    <ExportList
      title={t("packs.title")}
      lead={t("packs.lead")}
      crumbs={[{ label: t("audit.title"), to: "/admin/audit" }]}
      at="/admin/audit/packs"
      items={items}
      next={next}
      columns={[
        { key: "days", label: t("packs.days"), kind: "title", cell: ({ from, until }) => (from && until ? <span><DateText value={from} /> – <DateText value={until} /></span> : t("packs.all")) },
        { key: "asked", label: t("packs.askedBy"), cell: ({ asked_by, asked_at }) => <span>{asked_by}<span className="block text-xs text-quiet"><TimeText value={asked_at} /></span></span> },
        { key: "sha256", label: "SHA-256", cell: ({ sha256 }) => (sha256 ? <code className="font-mono text-xs break-all select-all">{sha256}</code> : "–") },
      ]}
      state={t("packs.state")}
      asked={t("packs.asked")}
      none={t("packs.none")}
      noneText={t("packs.noneText")}
    >
      <Card title={t("packs.make")}>
        <Form answer={useActionData<typeof action>()} id="pack">
          <p className="text-sm text-quiet">{t("packs.about")}</p>
          <div className="flex flex-wrap items-start gap-4">
            <Field name="from" type="date" label={t("period.from")} optional />
            <Field name="until" type="date" label={t("period.until")} optional />
          </div>
          <RequestKey value={key} />
          <SubmitButton>{t("packs.ask")}</SubmitButton>
        </Form>
      </Card>
    </ExportList>
  );
}
