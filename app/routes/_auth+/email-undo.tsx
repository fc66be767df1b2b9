/** Where the old address takes a change back. Looking undoes nothing: mail programs follow links. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { Card, LinkButton, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { authEmailUndo, authEmailUndoLook } from "~/db/identity-proof.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse } from "~/forms/submission.server";
import { answerProblems } from "~/http/answer-problems.server";

const schema = () => z.object({ words: z.string().max(100) });

export const handle = { title: "auth:undo.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const words = searchParams.get("words") ?? "";
  const undo = await answerProblems(() => authEmailUndoLook(words));
  return data({ words, undo, done: searchParams.has("done") });
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { words } = submission.value;
  const { outcome } = await answerProblems(() => authEmailUndo(words));
  const query = new URLSearchParams({ words, ...(outcome === "undone" || outcome === "stopped" ? { done: "1" } : {}) });
  return redirect(`/email-undo?${query.toString()}`);
}

export default function EmailUndo() {
  const { t } = useTranslation("auth");
  const { words, undo, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("undo.title")} />
      {undo.state === "open" ? (
        <>
          <Card>
            <p className="wrap-anywhere">{t("undo.text", { old: undo.old_email, now: undo.new_email })}</p>
            <p className="mt-3 text-sm text-quiet">{t("undo.effect")}</p>
            <p className="mt-3 text-sm text-quiet">
              {t("undo.until")} <TimeText value={undo.undo_until} />
            </p>
          </Card>
          <Form answer={answer}>
            <Hidden name="words" value={words} />
            <SubmitButton look="danger">{t("undo.button")}</SubmitButton>
          </Form>
        </>
      ) : undo.state === "asked" ? (
        <>
          <Card>
            <p className="wrap-anywhere">{t("undo.askedText", { old: undo.old_email, now: undo.new_email })}</p>
            <p className="mt-3 text-sm text-quiet">{t("undo.askedEffect")}</p>
          </Card>
          <Form answer={answer}>
            <Hidden name="words" value={words} />
            <SubmitButton look="danger">{t("undo.stop")}</SubmitButton>
          </Form>
        </>
      ) : done && undo.state === "used" ? (
        <Done />
      ) : done && undo.state === "stopped" ? (
        <Notice tone="success" live>{t("undo.stopped")}</Notice>
      ) : (
        <Notice tone="warning">{t(`undo.${undo.state}`)}</Notice>
      )}
    </Page>
  );
}

function Done() {
  const { t } = useTranslation("auth");
  return (
    <>
      <Notice tone="success" title={t("undo.done")} live>
        {t("undo.doneText")}
      </Notice>
      <LinkButton to="/login" className="self-start">
        {t("undo.signIn")}
      </LinkButton>
    </>
  );
}
