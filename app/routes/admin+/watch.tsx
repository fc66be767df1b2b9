/** Faults found in the books: what waits for a person, what it means, and a person's note that ends the pause of payouts. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { line } from "~/components/admin/fields.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { ClearedFindings } from "~/components/admin/watch/cleared-findings";
import { OpenFinding } from "~/components/admin/watch/open-finding";
import { Card, DescriptionList, EmptyState, Page, PageHeader, TimeText } from "~/components/ui";
import { staffFindingClear, staffWatch } from "~/db/watch.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ finding: z.uuid(), note: line("finding_note_missing", 1000), key: requestKey() });

export const handle = { title: "admin:watch.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const { searchParams } = new URL(request.url);
  return withSession(request, async () => data({ ...(await staffWatch(token, { cursor: searchParams.get("cursor") })), key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const { paused } = await staffFindingClear(token, submission.value);
      return redirect(saidPath("/admin/watch", paused ? "cleared" : "clearedLast"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["note"] });
    }
  });
}

export default function Watch() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { open, items, next, changes_at, everything, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page>
      <PageHeader title={t("watch.title")} lead={t("watch.lead")} />
      <SaidNotice />
      {open.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("watch.nothing")}>{t("watch.nothingText")}</EmptyState>
        </Card>
      ) : (
        open.map((finding) => <OpenFinding key={finding.id} finding={finding} answer={answer} requestKey={key} />)
      )}
      <Card title={t("watch.looks")}>
        <DescriptionList
          items={[
            { term: t("watch.changes"), value: changes_at ? <TimeText value={changes_at} /> : t("watch.never") },
            ...everything.map(({ domain, at }) => ({ term: t("watch.everything", { domain: label("domain", domain) }), value: <TimeText value={at} /> })),
          ]}
        />
      </Card>
      <ClearedFindings findings={items} next={next} />
    </Page>
  );
}
