/** Where the new mailbox of a recovery proves itself. Looking proves nothing: mail programs follow links. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { Card, Notice, Page, PageHeader } from "~/components/ui";
import { authRecoveryLook, authRecoveryProve } from "~/db/recovery.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse } from "~/forms/submission.server";
import { answerProblems } from "~/http/answer-problems.server";

const schema = () => z.object({ words: z.string().max(100) });

export const handle = { title: "auth:recovery.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const words = new URL(request.url).searchParams.get("words") ?? "";
  return data({ words, recovery: await answerProblems(() => authRecoveryLook(words)) });
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { words } = submission.value;
  await answerProblems(() => authRecoveryProve(words));
  return redirect(`/recovery?${new URLSearchParams({ words }).toString()}`);
}

export default function Recovery() {
  const { t } = useTranslation("auth");
  const { words, recovery } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("recovery.title")} />
      {recovery.state === "open" ? (
        <>
          <Card>
            <p className="wrap-anywhere">{t("recovery.text", { email: recovery.email, reference: recovery.reference })}</p>
            <p className="mt-3 text-sm text-quiet">{t("recovery.effect")}</p>
          </Card>
          <Form answer={answer}>
            <Hidden name="words" value={words} />
            <SubmitButton>{t("recovery.button")}</SubmitButton>
          </Form>
        </>
      ) : recovery.state === "proven" ? (
        <Notice tone="success" title={t("recovery.proven")} live>
          {t("recovery.provenText")}
        </Notice>
      ) : (
        <Notice tone="warning">{t(`recovery.${recovery.state}`)}</Notice>
      )}
    </Page>
  );
}
