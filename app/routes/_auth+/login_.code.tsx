/** Second step: the code from the mail. Wrong, used, expired and locked codes are told apart; another one can be asked for. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { codeFault } from "~/auth/code-fault";
import { CodeForm, type CodeView } from "~/auth/code-form";
import { endedChallengeCookie, sessionCookie } from "~/auth/cookies.server";
import { readPendingChallenge, secondsToResend } from "~/auth/challenge.server";
import { afterSignIn } from "~/auth/home-path";
import { notSentAgain, refuseWithRetry } from "~/auth/limits.server";
import { checkLoginCode, sendLoginCode } from "~/auth/login.server";
import { readCode } from "~/auth/read-code";
import { beginStaffLogin } from "~/auth/staff-login.server";
import { Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { readForm, refuse, refuseWith } from "~/forms/submission.server";
import { answerProblems } from "~/http/answer-problems.server";
import { languageOf, ownLanguageCookie } from "~/i18n/i18n.server";

const schema = () => z.object({ intent: z.enum(["verify", "resend"]).default("verify"), code: z.string().max(40).optional() });

export const handle = { title: "auth:code.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const waiting = readPendingChallenge(request, "login");
  if (!waiting) throw redirect(startAgain);
  const view: CodeView = { sentTo: waiting.pending.sentTo, wait: secondsToResend(waiting.pending), again: new URL(request.url).searchParams.has("again") };
  return data(view);
}

export async function action({ request, context: { ip } }: ActionFunctionArgs) {
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { intent, code } = submission.value;
  return answerProblems(async () =>
    intent === "resend" ? resend(request, ip).catch(notSentAgain) : verify(request, ip, submission, code ?? "").catch((error: unknown) => refuseWithRetry(submission, error)),
  );
}

const startAgain = "/login?why=lost";

async function resend(request: Request, ip: string) {
  const waiting = readPendingChallenge(request, "login");
  if (!waiting) return redirect(startAgain);
  const { sentTo, referral, next } = waiting.pending;
  const headers = await sendLoginCode({ request, ip, language: languageOf(request), email: sentTo, referral, next });
  return redirect("/login/code?again", { headers });
}

async function verify(request: Request, ip: string, submission: Parameters<typeof refuseWith>[0], typed: string) {
  const code = readCode(typed);
  // Not a code at all: told at once, without spending one of five attempts.
  if (code === null) return refuseWith(submission, "code", "code_shape");
  const answer = await checkLoginCode({ request, ip, code });
  switch (answer.outcome) {
    case "lost":
      return redirect(startAgain);
    case "sign_up":
      return redirect("/sign-up", { headers: signedIn(answer.token) });
    case "signed_in":
      return answer.audience === "staff" ? secondCode(request, ip, answer.token, answer.next, ownLanguageCookie(request, answer.language)) : redirect(afterSignIn("member", answer.next), { headers: signedIn(answer.token, ownLanguageCookie(request, answer.language)) });
    case "claimed":
      return refuseWith(submission, "", "account_claimed", {}, 403);
    default: {
      const fault = codeFault(answer);
      return refuseWith(submission, "code", fault.code, fault.params);
    }
  }
}

function signedIn(token: string, languageCookie?: string): Headers {
  const headers = new Headers({ "Set-Cookie": sessionCookie(token) });
  headers.append("Set-Cookie", endedChallengeCookie());
  if (languageCookie) headers.append("Set-Cookie", languageCookie);
  return headers;
}

/** Staff are not in yet: their second step is opened at once. If it may not be, the next page offers it, or leads on to the authenticator they have to set up. */
async function secondCode(request: Request, ip: string, token: string, next: string | null, languageCookie: string | undefined) {
  const target = next === null ? "/login/staff" : `/login/staff?${new URLSearchParams({ next }).toString()}`;
  try {
    const headers = await beginStaffLogin({ request, ip, token, next });
    headers.append("Set-Cookie", sessionCookie(token));
    if (languageCookie) headers.append("Set-Cookie", languageCookie);
    return redirect(target, { headers });
  } catch (error) {
    if (!isProblem(error) || (error.status !== 429 && error.code !== "authenticator_required")) throw error;
    return redirect(target, { headers: signedIn(token, languageCookie) });
  }
}

export default function LoginCode() {
  const view = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  return (
    <Page width="form">
      <PageHeader title={t("code.title")} lead={<span className="wrap-anywhere">{t("code.lead", { email: view.sentTo })}</span>} />
      <CodeForm view={view} answer={useActionData<typeof action>()} action="/login/code" other={{ to: "/login", text: t("code.otherEmail") }} />
    </Page>
  );
}
