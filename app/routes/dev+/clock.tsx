import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import type { RouteHandle } from "~/components/page-title";
import { Badge, Card, DescriptionList, LinkButton, Notice, Page, PageHeader, TimeText } from "~/components/ui";
import { useLookAgain } from "~/components/use-look-again";
import { sandboxClock } from "~/db/sandbox.server";
import { moveClock } from "~/dev/clock.server";
import { readClockStep } from "~/dev/clock-step";
import { sandboxOnly } from "~/dev/sandbox-only.server";
import { Field, Form, SubmitButton } from "~/forms";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";
import { answerProblems } from "~/http/answer-problems.server";

export const handle: RouteHandle = { title: "mail:clock.title" };

const schema = () => z.object({ step: z.string().trim().min(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  sandboxOnly();
  const clock = await answerProblems(() => sandboxClock());
  return data({ clock, moved: new URL(request.url).searchParams.has("moved") });
}

export async function action({ request }: ActionFunctionArgs) {
  sandboxOnly();
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  const step = readClockStep(submission.value.step);
  if (!step) return refuseWith(submission, "step", "invalid_input");
  try {
    await moveClock(step);
  } catch (error) {
    return refuseProblem(submission, error, { rename: { at: "step", by: "step" } });
  }
  return redirect("/dev/clock?moved");
}

const steps = [
  ["+1h", "hour"],
  ["+1d", "day"],
  ["+7d", "week"],
  ["+30d", "month"],
] as const;

const lookAgainMs = 1_000;

export default function Clock() {
  const { t } = useTranslation("mail");
  const { clock, moved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useLookAgain(!clock.idle, lookAgainMs);
  return (
    <Page width="form">
      <PageHeader title={t("clock.title")} lead={t("clock.lead")} />
      {moved && !answer ? (
        <Notice tone="success" live>
          {t("clock.moved")}
        </Notice>
      ) : null}
      <Card>
        <DescriptionList
          items={[
            { term: t("clock.now"), value: <TimeText value={clock.business_now} /> },
            { term: t("clock.work"), value: <Badge tone={clock.idle ? "success" : "warning"}>{clock.idle ? t("clock.idle") : t("clock.busy")}</Badge> },
          ]}
        />
        {clock.idle ? null : (
          <div className="mt-3">
            <LinkButton to="/dev/clock" look="secondary" compact>
              {t("clock.again")}
            </LinkButton>
          </div>
        )}
      </Card>
      <Card title={t("clock.move")}>
        <Form summary={false} id="step">
          <div className="flex flex-wrap gap-3">
            {steps.map(([step, name]) => (
              <SubmitButton key={step} name="step" value={step} look="secondary">
                {t(`clock.step.${name}`)}
              </SubmitButton>
            ))}
          </div>
        </Form>
      </Card>
      <Card title={t("clock.to")}>
        <Form answer={answer} id="to">
          <Field name="step" label={t("clock.instant")} hint={t("clock.toHint")} autoComplete="off" spellCheck={false} />
          <SubmitButton>{t("clock.submit")}</SubmitButton>
        </Form>
      </Card>
    </Page>
  );
}
