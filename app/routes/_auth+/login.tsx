/** First step of signing in and of joining, which are the same: an email address. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { refuseWithRetry } from "~/auth/limits.server";
import { readPendingChallenge } from "~/auth/challenge.server";
import { normalEmail, sendLoginCode } from "~/auth/login.server";
import { Card, Notice, Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { publicReferrer } from "~/db/public.server";
import { Field, Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse } from "~/forms/submission.server";
import { answerProblems } from "~/http/answer-problems.server";
import { localPath } from "~/http/local-path";
import { languageOf } from "~/i18n/i18n.server";

const reasons = ["signed_out", "goodbye", "lost", "closed"] as const;
type Reason = (typeof reasons)[number];

const schema = () =>
  z.object({
    email: z.string().transform(normalEmail).pipe(z.email().max(254)),
    ref: z.string().max(40).optional(),
    next: z.string().max(2000).optional(),
  });

export const handle = { title: "auth:login.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const ref = (searchParams.get("ref") ?? "").trim().slice(0, 40);
  const next = searchParams.get("next");
  const why = searchParams.get("why");
  const referrer = ref === "" ? null : await answerProblems(() => publicReferrer(ref));
  return data({
    ref,
    referrer,
    next: next === null ? "" : localPath(next, ""),
    why: reasons.find((reason): reason is Reason => reason === why) ?? null,
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { email, ref, next } = submission.value;
  return answerProblems(async () => {
    try {
      const headers = await sendLoginCode({
        request,
        ip: context.ip,
        language: languageOf(request),
        email,
        referral: ref ?? null,
        next: next === undefined ? null : localPath(next),
      });
      return redirect("/login/code", { headers });
    } catch (error) {
      // A second press of the button: the code of the first one is on its way to the same address, so go and type it.
      const waiting = isProblem(error) && error.code === "resend_too_soon" ? readPendingChallenge(request, "login") : null;
      if (waiting?.pending.sentTo === email) return redirect("/login/code");
      return refuseWithRetry(submission, error);
    }
  });
}

export default function Login() {
  const { ref, referrer, next, why } = useLoaderData<typeof loader>();
  const { t } = useTranslation("auth");
  const invited = referrer?.valid === true;
  return (
    <Page width="form">
      <PageHeader title={invited ? t("login.titleInvited") : t("login.title")} lead={t("login.lead")} />
      {why ? (
        <Notice tone={why === "goodbye" ? "success" : "info"} live>
          {t(`login.why.${why}`)}
        </Notice>
      ) : null}
      {invited ? <Notice tone="success">{referrer.name ? t("login.invitedBy", { name: referrer.name, code: ref }) : t("login.invited", { code: ref })}</Notice> : null}
      {referrer?.valid === false ? <Notice tone="warning">{t("login.unknownReferral", { code: ref })}</Notice> : null}
      <Card>
        <Form answer={useActionData<typeof action>()} defaults={{ email: "" }} action="/login">
          <Field name="email" type="email" label={t("login.email")} hint={t("login.emailHint")} autoComplete="email" inputMode="email" spellCheck={false} autoCapitalize="none" maxLength={254} />
          {invited ? <Hidden name="ref" value={ref} /> : null}
          {next ? <Hidden name="next" value={next} /> : null}
          <SubmitButton>{t("login.send")}</SubmitButton>
        </Form>
      </Card>
      <p className="text-sm text-quiet">{t("login.noPassword")}</p>
    </Page>
  );
}
