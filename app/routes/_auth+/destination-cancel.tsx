/** Where the mail about a new destination takes it back. Looking cancels nothing: mail programs follow links. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { useDestinationType } from "~/components/member/names";
import { Card, DescriptionList, LinkButton, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { authDestinationCancel, authDestinationCancelLook } from "~/db/funding.server";
import { Form, Hidden, SubmitButton } from "~/forms";
import { readForm, refuse } from "~/forms/submission.server";
import { answerProblems } from "~/http/answer-problems.server";

const schema = () => z.object({ words: z.string().max(100) });

export const handle = { title: "auth:destinationCancel.title" };

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const words = searchParams.get("words") ?? "";
  const found = await answerProblems(() => authDestinationCancelLook(words, context.ip));
  return data({ words, found, done: searchParams.has("done") });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const { words } = submission.value;
  const { outcome } = await answerProblems(() => authDestinationCancel(words, context.ip));
  const query = new URLSearchParams({ words, ...(outcome === "cancelled" ? { done: "1" } : {}) });
  return redirect(`/destination-cancel?${query.toString()}`);
}

export default function DestinationCancel() {
  const { t } = useTranslation("auth");
  const { t: member } = useTranslation("member");
  const { words, found, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const type = useDestinationType();
  return (
    <Page width="form">
      <PageHeader title={t("destinationCancel.title")} />
      {found.state === "open" ? (
        <>
          <Card>
            <DescriptionList
              items={[
                { term: member("destinations.label"), value: <span className="wrap-anywhere">{found.label}</span> },
                { term: member("destinations.type"), value: type(found.type) },
                { term: member("destinations.account"), value: <span className="numeral">{found.tail}</span> },
                { term: member("destinations.usableFrom"), value: <TimeText value={found.usable_at} /> },
              ]}
            />
            <p className="mt-4 text-sm text-quiet">{t("destinationCancel.effect")}</p>
          </Card>
          <Form answer={answer}>
            <Hidden name="words" value={words} />
            <SubmitButton look="danger">{t("destinationCancel.button")}</SubmitButton>
          </Form>
        </>
      ) : done && found.state === "removed" ? (
        <Done />
      ) : (
        <Notice tone="warning">{t(`destinationCancel.${found.state}`)}</Notice>
      )}
    </Page>
  );
}

function Done() {
  const { t } = useTranslation("auth");
  return (
    <>
      <Notice tone="success" title={t("destinationCancel.done")} live>
        {t("destinationCancel.doneText")}
      </Notice>
      <LinkButton to="/login" className="self-start">
        {t("undo.signIn")}
      </LinkButton>
    </>
  );
}
