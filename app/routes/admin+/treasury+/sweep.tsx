/** Asks for the operator's own money to leave the client account; a second person approves it in the queue. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckAnswers, isChecked } from "~/components/admin/check-answers";
import { backToForm, showAgain } from "~/components/admin/check-answers.server";
import { readQuery } from "~/components/admin/query.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { MoneyPage } from "~/components/admin/treasury/money-page";
import { MethodChoice, NoteField } from "~/components/admin/treasury/treasury-fields";
import { isMoreThan, sweepSchema, treasuryChoices } from "~/components/admin/treasury/treasury-form.server";
import { Card, EmptyState, Money } from "~/components/ui";
import { staffSweep } from "~/db/treasury.server";
import { AmountField, Form, GoneForm, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import { addAmounts } from "~/money/decimal";
import { decimalsIn, isZero } from "~/money/format";

export const handle = { title: "admin:sweep.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const [, choices] = await Promise.all([requirePermission(token, "treasury.write"), treasuryChoices(token, readQuery(request).text("currency", 5))]);
    return data({ choices, key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, sweepSchema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  const { intent, ...sweep } = submission.value;
  if (intent === "edit") return backToForm(submission);
  return withSession(request, async () => {
    try {
      if (intent === "check") {
        // Said now rather than by whoever has to approve it; the database looks again when it is carried out.
        const there = (await treasuryChoices(token, sweep.currency)).own;
        for (const part of ["held", "own"] as const) {
          if (decimalsIn(sweep[part]) > decimalsIn(there?.[part] ?? "0")) return refuseWith(submission, part, "invalid_amount");
          if (isMoreThan(sweep[part], there?.[part] ?? null)) return refuseWith(submission, part, "exceeds_sweepable", { available: there?.[part] ?? "0", currency: sweep.currency });
        }
        if (isZero(sweep.held) && isZero(sweep.own)) return refuseWith(submission, "held", "invalid_amount");
        return showAgain(submission);
      }
      const { request: opened } = await staffSweep(token, sweep);
      return redirect(saidPath(`/admin/requests/${opened}`, "asked"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function Sweep() {
  const { t } = useTranslation("admin");
  const { choices, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, currencies, methods, own } = choices;
  const there = (amount: string) => <>{t("sweep.there")} <Money amount={amount} currency={currency} /></>;
  return (
    <MoneyPage title={t("sweep.title")} lead={t("sweep.lead")} currencies={currencies} currency={currency} choosing={!isChecked(answer)}>
      {isChecked(answer) ? (
        <CheckAnswers
          answer={answer}
          title={t("check.title")}
          items={[
            { term: t("sweep.held"), value: <Money amount={answer.values.held ?? ""} currency={currency} /> },
            { term: t("sweep.own"), value: <Money amount={answer.values.own ?? ""} currency={currency} /> },
            { term: t("requests.amount"), value: <Money amount={addAmounts(answer.values.held ?? "0", answer.values.own ?? "0")} currency={currency} /> },
            { term: t("sweep.method"), value: methods.find(({ id }) => id === answer.values.method)?.name ?? "" },
            answer.values.note ? { term: t("treasury.note"), value: answer.values.note } : null,
          ]}
          next={t("sweep.next")}
          confirm={t("treasury.ask")}
        />
      ) : own === null || (isZero(own.held) && isZero(own.own)) ? (
        <>
          <GoneForm answer={answer} />
          <Card padded={false}>
            <EmptyState title={t("sweep.nothing")}>{t("sweep.nothingText")}</EmptyState>
          </Card>
        </>
      ) : (
        <Card>
          <Form answer={answer} defaults={{ held: own.held, own: own.own, method: methods.length === 1 ? methods[0]?.id : undefined }}>
            <Hidden name="currency" value={currency} />
            <AmountField name="held" label={t("sweep.held")} hint={<>{there(own.held)}. {t("sweep.heldHint")}</>} currency={currency} />
            <AmountField name="own" label={t("sweep.own")} hint={<>{there(own.own)}. {t("sweep.ownHint")}</>} currency={currency} />
            <MethodChoice name="method" label={t("sweep.method")} methods={methods} currency={currency} />
            <NoteField />
            <RequestKey value={key} />
            <SubmitButton name="intent" value="check">
              {t("check.look")}
            </SubmitButton>
          </Form>
        </Card>
      )}
    </MoneyPage>
  );
}
