/** One journal: every line, what caused it, its seal; and its reversal, which two people agree to. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { JournalLines } from "~/components/admin/books/journal-lines";
import { line } from "~/components/admin/fields.server";
import { saidPath } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Card, DateText, DescriptionList, LinkButton, Page, PageHeader, TimeText } from "~/components/ui";
import { staffMethods } from "~/db/funding.server";
import { staffJournal, staffJournalReverse } from "~/db/journal.server";
import { Form, RequestKey, SubmitButton, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

const schema = () => z.object({ reason: line("reversal_reason_missing", 500), key: requestKey() });

export const handle = { title: "admin:journals.one" };

/** The journal's number in the address. What is none is 0, which no journal has: who asks is found out before anything is said. */
function numberOf(text: string | undefined): string {
  return text !== undefined && /^\d{1,18}$/.test(text) ? text : "0";
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const after = new URL(request.url).searchParams.get("after");
  return withSession(request, async () => {
    const [detail, { methods }] = await Promise.all([staffJournal(token, numberOf(params.number), after !== null && /^\d{1,8}$/.test(after) ? after : null), staffMethods(token)]);
    return data({ ...detail, methodNames: Object.fromEntries(methods.map(({ account, name }) => [account, name])), key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const { request: opened } = await staffJournalReverse(token, { number: numberOf(params.number), ...submission.value });
      return redirect(saidPath(`/admin/requests/${opened}`, "asked"));
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["reason"] });
    }
  });
}

export default function JournalPage() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const { journal, lines, next, seal, open_request, why_not, methodNames, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const name = t("journals.name", { number: journal.number });
  const link = (number: string) => (
    <Link to={`/admin/books/journals/${number}`} className="link inline-block py-1">
      {t("journals.name", { number })}
    </Link>
  );
  return (
    <Page>
      <PageHeader title={name} lead={label("journal", journal.kind)} crumbs={[{ label: t("books.title"), to: "/admin/books" }, { label: t("journals.title"), to: "/admin/books/journals" }, { label: name }]} />
      <Card title={t("journals.facts")}>
        <DescriptionList
          items={[
            { term: t("journals.kind"), value: label("journal", journal.kind) },
            { term: t("journals.valueOn"), value: <DateText value={journal.value_on} /> },
            { term: t("journals.postedAt"), value: <TimeText value={journal.posted_at} /> },
            { term: t("journals.actor"), value: journal.actor },
            journal.request
              ? {
                  term: t("journals.request"),
                  value: (
                    <Link to={`/admin/requests/${journal.request.id}`} className="link inline-block py-1">
                      {journal.request.reference}
                    </Link>
                  ),
                }
              : null,
            journal.cause ? { term: t("journals.cause"), value: <code className="font-mono text-xs break-all select-all">{journal.cause}</code> } : null,
            journal.reverses ? { term: t("journals.reverses"), value: link(journal.reverses) } : null,
            journal.reversed_by ? { term: t("journals.reversedBy"), value: link(journal.reversed_by) } : null,
            { term: t("journals.seal"), value: seal ? t("journals.sealName", { number: seal.number }) : t("journals.unsealed"), note: seal ? <code className="font-mono text-xs break-all select-all">{seal.root}</code> : undefined },
          ]}
        />
      </Card>
      <Card title={t("journals.lines")} padded={false}>
        <JournalLines lines={lines} methodNames={methodNames} />
        {next ? (
          <div className="border-t border-line p-4">
            <LinkButton to={`?after=${next}`} look="secondary">
              {t("journals.moreLines", { from: next + 1, of: journal.lines })}
            </LinkButton>
          </div>
        ) : null}
      </Card>
      {may("journals.write") && journal.kind !== "reversal" ? (
        <Card title={t("journals.reverse")}>
          {open_request ? (
            <p className="text-sm">
              {t("journals.reversalWaits")}{" "}
              <Link to={`/admin/requests/${open_request}`} className="link inline-block py-1">
                {t("journals.toRequest")}
              </Link>
            </p>
          ) : why_not ? (
            <p className="text-sm text-quiet">{t(`journals.whyNot.${why_not}`)}</p>
          ) : (
            <Form answer={answer}>
              <TextareaField name="reason" label={t("journals.reason")} hint={t("journals.reasonHint")} maxLength={500} rows={2} />
              <RequestKey value={key} />
              <SubmitButton look="secondary">{t("journals.askReversal")}</SubmitButton>
            </Form>
          )}
        </Card>
      ) : null}
    </Page>
  );
}
