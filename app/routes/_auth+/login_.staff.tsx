/** Staff prove the mailbox a second time at every login, bound to the session that the first code opened. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { codeFault } from "~/auth/code-fault";
import { CodeForm, NotSent, type CodeView } from "~/auth/code-form";
import { endedChallengeCookie, sessionCookie } from "~/auth/cookies.server";
import { readPendingChallenge, secondsToResend } from "~/auth/challenge.server";
import { withSession } from "~/auth/guard.server";
import { afterSignIn } from "~/auth/home-path";
import { notSentAgain, refuseWithRetry } from "~/auth/limits.server";
import { readCode } from "~/auth/read-code";
import { requireStaff } from "~/auth/session.server";
import { beginStaffLogin, checkStaffCode } from "~/auth/step-up.server";
import { Card, Page, PageHeader } from "~/components/ui";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { localPath } from "~/http/local-path";

const schema = () => z.object({ intent: z.enum(["verify", "resend"]).default("verify"), code: z.string().max(40).optional(), next: z.string().max(2000).optional() });

export const handle = { title: "auth:staff.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request);
  const { searchParams } = new URL(request.url);
  const next = searchParams.get("next");
  const waiting = readPendingChallenge(request, "staff_login");
  const view: CodeView | null = waiting && { sentTo: waiting.pending.sentTo, wait: secondsToResend(waiting.pending), again: searchParams.has("again") };
  return data({ view, next: next === null ? "" : localPath(next, "") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { intent, code: typed, next: asked } = submission.value;
  return withSession(request, async () => {
    if (intent === "resend") {
      const next = asked ? localPath(asked) : (readPendingChallenge(request, "staff_login")?.pending.next ?? null);
      return beginStaffLogin({ request, ip: context.ip, token, next }).then((headers) => redirect("/login/staff?again", { headers }), notSentAgain);
    }
    try {
      const code = readCode(typed ?? "");
      if (code === null) return refuseWith(submission, "code", "code_shape");
      const answer = await checkStaffCode({ request, token, code });
      if (answer.outcome === "lost") return refuseWith(submission, "", "code_lost");
      if (answer.outcome !== "signed_in") {
        const fault = codeFault(answer);
        return refuseWith(submission, "code", fault.code, fault.params);
      }
      const headers = new Headers({ "Set-Cookie": sessionCookie(answer.token) });
      headers.append("Set-Cookie", endedChallengeCookie());
      return redirect(afterSignIn("staff", answer.next), { headers });
    } catch (error) {
      return refuseWithRetry(submission, error);
    }
  });
}

export default function StaffCode() {
  const { view, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("auth");
  return (
    <Page width="form">
      <PageHeader title={t("staff.title")} lead={<span className="wrap-anywhere">{view ? t("staff.lead", { email: view.sentTo }) : t("staff.leadUnsent")}</span>} />
      {view ? (
        <CodeForm view={view} answer={answer} action="/login/staff" />
      ) : (
        <Card>
          <NotSent answer={answer} />
          <Form action="/login/staff">
            {next ? <Hidden name="next" value={next} /> : null}
            <SubmitButton name="intent" value="resend">
              {t("staff.send")}
            </SubmitButton>
          </Form>
        </Card>
      )}
    </Page>
  );
}
