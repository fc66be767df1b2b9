/** The identity check: where it stands, its documents, and handing them in. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { documentKinds } from "~/components/member/kyc/document-kinds";
import { DocumentList } from "~/components/member/kyc/document-list";
import { KycStanding } from "~/components/member/kyc/standing";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, EmptyState, Notice, Page, PageHeader, StateBadge, Tracker } from "~/components/ui";
import { memberKyc, memberKycDocumentRemove, memberKycSubmit } from "~/db/compliance.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";

export const handle: MemberHandle = { title: "member:kyc.title", place: "more" };

const schema = () => z.discriminatedUnion("intent", [z.object({ intent: z.literal("submit"), key: requestKey() }), z.object({ intent: z.literal("remove"), document: z.uuid(), key: requestKey() })]);

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ kyc: await memberKyc(token), key: newRequestKey() }));
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    const asked = submission.value;
    try {
      if (asked.intent === "submit") await memberKycSubmit(token, asked.key);
      else await memberKycDocumentRemove(token, asked.document, asked.key);
      return redirect(asked.intent === "submit" ? "/kyc?submitted=1" : "/kyc?removed=1");
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function KycPage() {
  const { t } = useTranslation("member");
  const { kyc, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const editable = ["draft", "rejected", "expired"].includes(kyc.state) && kyc.renewal === null;
  return (
    <Page width="form">
      <PageHeader title={t("kyc.title")} lead={t(kyc.required ? "kyc.leadRequired" : "kyc.lead")} aside={<StateBadge state={kyc.state === "submitted" ? "pending" : kyc.state} />} crumbs={[{ label: t("more.title"), to: "/more" }, { label: t("kyc.title") }]} />
      {search.has("submitted") && kyc.state === "submitted" ? (
        <Receipt title={t("kyc.submitted")} reference={kyc.reference}>
          {t("kyc.submittedText")}
        </Receipt>
      ) : (
        <KycStanding kyc={kyc} />
      )}
      {search.has("added") && kyc.renewal ? <Notice tone="success" live>{t("kyc.renewal.sent")}</Notice> : null}
      {search.has("added") && editable ? <Notice tone="success" live>{t("kyc.added")}</Notice> : null}
      {search.has("removed") && editable ? <Notice tone="success" live>{t("kyc.removed")}</Notice> : null}
      {kyc.tracker.length > 0 ? (
        <Card title={t("kyc.progress")}>
          <Tracker steps={kyc.tracker} />
        </Card>
      ) : null}
      {kyc.renewal ? (
        <Card title={t("kyc.renewal.title")} padded={false}>
          <DocumentList documents={[kyc.renewal.document]} editable={false} requestKey={key} />
        </Card>
      ) : null}
      <Card title={t("kyc.documents")} padded={false}>
        {kyc.documents.length === 0 ? <EmptyState title={t("kyc.empty.title")}>{t("kyc.empty.text")}</EmptyState> : <DocumentList documents={kyc.documents} editable={editable} requestKey={key} />}
      </Card>
      {editable ? (
        <>
          <Card title={t("kyc.add")} padded={false}>
            <ul className="divide-y divide-line">
              {documentKinds.map((kind) => (
                <li key={kind} className="relative flex min-h-12 items-center gap-4 px-4 py-3 hover:bg-sunken sm:px-5">
                  <div className="min-w-0 grow">
                    <Link to={`/kyc/new?kind=${kind}`} className="underline decoration-line-strong underline-offset-4 after:absolute after:inset-0">
                      {t(`kyc.kind.${kind}`)}
                    </Link>
                    <p className="text-sm text-quiet">{kyc.documents.some((document) => document.kind === kind) ? t("kyc.replaces") : t(`kyc.about.${kind}`)}</p>
                  </div>
                  <ChevronRight aria-hidden="true" className="size-5 flex-none text-quiet" />
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t("kyc.handIn")}>
            <Form answer={answer} id="submit">
              <p className="text-sm text-quiet">{t("kyc.handInText")}</p>
              <Hidden name="intent" value="submit" />
              <RequestKey value={key} />
              <SubmitButton>{t("kyc.submit")}</SubmitButton>
            </Form>
          </Card>
        </>
      ) : null}
      <p className="text-sm text-quiet">{t("kyc.private")}</p>
    </Page>
  );
}
