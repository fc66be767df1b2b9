/**
 * The second step of every staff login, bound to the session that the first code opened: the code of their authenticator, or a second
 * mailed one where the operator lets them do without; or a passkey.
 */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { codeFault } from "~/auth/code-fault";
import { CodeForm, NotSent, type CodeView } from "~/auth/code-form";
import { AuthenticatorCode } from "~/auth/step-up";
import { endedChallengeCookie, sessionCookie } from "~/auth/cookies.server";
import { readPendingChallenge, secondsToResend } from "~/auth/challenge.server";
import { withSession } from "~/auth/guard.server";
import { afterSignIn } from "~/auth/home-path";
import { notSentAgain, refuseWithRetry } from "~/auth/limits.server";
import { PasskeyButton } from "~/auth/passkey-button";
import { offerTo, questionOf } from "~/auth/passkeys.server";
import { readCode, readRecoveryCode } from "~/auth/read-code";
import { requireStaff } from "~/auth/session.server";
import { beginStaffLogin, checkStaffCode } from "~/auth/staff-login.server";
import { Card, Page, PageHeader } from "~/components/ui";
import { authStepUpWay } from "~/db/identity-proof.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { localPath } from "~/http/local-path";

const schema = () => z.object({ intent: z.enum(["verify", "resend"]).default("verify"), code: z.string().max(40).optional(), passkey: z.string().max(20_000).optional(), next: z.string().max(2000).optional() });

export const handle = { title: "auth:staff.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const { must_set_up, passkeys } = await withSession(request, () => authStepUpWay(token));
  if (must_set_up) throw redirect("/login/authenticator");
  const { searchParams } = new URL(request.url);
  const next = searchParams.get("next");
  const waiting = readPendingChallenge(request, "staff_login");
  const view: CodeView | null = waiting && { sentTo: waiting.pending.sentTo, wait: secondsToResend(waiting.pending), again: searchParams.has("again") };
  const words = waiting?.pending.words ?? null;
  const question = words !== null && passkeys.length > 0 ? questionOf(offerTo(passkeys, words)) : null;
  return data({ view, app: Boolean(waiting?.pending.authenticator), question, next: next === null ? "" : localPath(next, "") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { intent, code: typed, passkey: signed = null, next: asked } = submission.value;
  return withSession(request, async () => {
    if (intent === "resend") {
      const next = asked ? localPath(asked) : (readPendingChallenge(request, "staff_login")?.pending.next ?? null);
      return beginStaffLogin({ request, ip: context.ip, token, next }).then((headers) => redirect("/login/staff?again", { headers }), notSentAgain);
    }
    try {
      const way = readPendingChallenge(request, "staff_login")?.pending.authenticator ? "authenticator" : "mail";
      // Not a code at all: told at once, without spending one of five attempts.
      if (signed === null && readCode(typed ?? "") === null && (way === "mail" || readRecoveryCode(typed ?? "") === null)) return refuseWith(submission, "code", way === "mail" ? "code_shape" : "app_code_shape");
      const answer = await checkStaffCode({ request, token, typed: typed ?? "", signed });
      if (answer.outcome === "lost") return refuseWith(submission, "", "code_lost");
      if (answer.outcome !== "signed_in") {
        const fault = codeFault(answer, signed === null ? way : "passkey");
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
  const { view, app, question, next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("auth");
  if (view && app) {
    return (
      <Page width="form">
        <PageHeader title={t("staff.title")} lead={t("staff.leadApp")} />
        <Card>
          <Form answer={answer} action="/login/staff" id="code">
            <AuthenticatorCode />
            {question ? <PasskeyButton question={question} intent="verify" /> : null}
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="verify">
                {t("code.confirm")}
              </SubmitButton>
              <SubmitButton name="intent" value="resend" look="quiet">
                {t("staff.again")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
        <p className="text-sm text-quiet">{t("staff.lost")}</p>
      </Page>
    );
  }
  return (
    <Page width="form">
      <PageHeader title={t("staff.title")} lead={<span className="wrap-anywhere">{view ? t("staff.lead", { email: view.sentTo }) : t("staff.leadUnsent")}</span>} />
      {view ? (
        <CodeForm view={view} answer={answer} action="/login/staff">
          {question ? <PasskeyButton question={question} intent="verify" /> : null}
        </CodeForm>
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
