/** Third step, once in a lifetime: who somebody is whose email we know and nothing else. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { sessionCookie } from "~/auth/cookies.server";
import { problemResponse, withSession } from "~/auth/guard.server";
import { afterSignIn } from "~/auth/home-path";
import { requireMember } from "~/auth/session.server";
import { signUpSchema } from "~/auth/sign-up-form";
import { successorToken } from "~/auth/successor.server";
import { Card, Notice, Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { authSignUp, authSignUpForm } from "~/db/identity.server";
import { memberFrame } from "~/db/ledger.server";
import { CheckField, Field, Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse, refuseProblem } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { loader as frameLoader } from "./_layout";

export const handle = { title: "auth:signUp.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireMember(request);
  return withSession(request, async () => data(await authSignUpForm(token)));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireMember(request);
  const submission = await readForm(request, signUpSchema());
  if (submission.status !== "success") return refuse(submission);
  const person = submission.value;
  const newToken = successorToken(token);
  const enter = () => redirect(afterSignIn("member", null), { headers: { "Set-Cookie": sessionCookie(newToken) } });
  return withSession(request, async () => {
    try {
      await authSignUp(token, newToken, {
        firstName: person.first_name,
        lastName: person.last_name,
        mobile: person.mobile,
        username: person.username,
        referral: person.referral,
        ofAge: true,
        termsVersion: person.terms_version,
        language: languageOf(request),
        timezone: person.timezone,
      });
      return enter();
    } catch (error) {
      if (!isProblem(error) || error.code !== "signed_out") return refuseProblem(submission, error, { rename: { terms_version: "terms", p_referral: "referral" } });
      // Sent twice: the first one has ended this token and opened the next, whose cookie the browser may have missed.
      const already = await memberFrame(newToken).then(() => true, () => false);
      if (already) return enter();
      throw problemResponse(request, error);
    }
  });
}

export default function SignUp() {
  const { email, referral, terms_version } = useLoaderData<typeof loader>();
  const frame = useRouteLoaderData<typeof frameLoader>("routes/_auth+/_layout");
  const { t } = useTranslation("auth");
  const timezone = useTimezone();
  return (
    <Page width="form">
      <PageHeader title={t("signUp.title")} lead={<span className="wrap-anywhere">{t("signUp.lead", { email })}</span>} />
      {referral ? <Notice tone="success">{t("signUp.invited", { code: referral })}</Notice> : null}
      <Card>
        <Form answer={useActionData<typeof action>()} defaults={{ referral: referral ?? "" }} action="/sign-up">
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="first_name" label={t("signUp.firstName")} autoComplete="given-name" maxLength={80} />
            <Field name="last_name" label={t("signUp.lastName")} autoComplete="family-name" maxLength={80} />
          </div>
          <Field name="mobile" type="tel" label={t("signUp.mobile")} hint={t("signUp.mobileHint")} autoComplete="tel" inputMode="tel" maxLength={32} />
          <Field name="username" label={t("signUp.username")} hint={t("signUp.usernameHint")} optional autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={15} />
          <Field name="referral" label={t("signUp.referral")} hint={t("signUp.referralHint")} optional autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={40} />
          <CheckField name="of_age" label={t("signUp.ofAge", { years: frame?.minimum_age ?? 18 })} />
          <CheckField
            name="terms"
            label={
              <>
                {t("signUp.terms", { version: terms_version })}{" "}
                <Link to="/terms" target="_blank" className="link">
                  {t("signUp.termsLink")}
                </Link>
              </>
            }
          />
          <Hidden name="terms_version" value={terms_version} />
          <Hidden name="timezone" value={timezone} />
          <SubmitButton>{t("signUp.confirm")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}

/** Known to scripts only; the server renders nothing and takes UTC. */
function useTimezone(): string {
  const [zone, setZone] = useState("");
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  return zone;
}
