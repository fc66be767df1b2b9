/** Asks for client money to be moved between two methods of one currency; a second person approves it in the queue. */
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
import { isMoreThan, isNoAmount, moveSchema, treasuryChoices } from "~/components/admin/treasury/treasury-form.server";
import { Card, EmptyState, LinkButton, Money } from "~/components/ui";
import { staffBankTransfer, staffTreasury } from "~/db/treasury.server";
import { AmountField, Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, refuseWith } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:move.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const [, choices] = await Promise.all([requirePermission(token, "treasury.write"), treasuryChoices(token, readQuery(request).text("currency", 5))]);
    return data({ choices, key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, moveSchema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  const { intent, ...move } = submission.value;
  if (intent === "edit") return backToForm(submission);
  if (move.from === move.to) return refuseWith(submission, "to", "same_method");
  return withSession(request, async () => {
    try {
      if (intent === "check") {
        const from = (await staffTreasury(token)).methods.find(({ id }) => id === move.from);
        if (isNoAmount(move.amount, from?.balance ?? null)) return refuseWith(submission, "amount", "invalid_amount");
        if (isMoreThan(move.amount, from?.balance ?? null)) return refuseWith(submission, "amount", "method_short_of", { available: from?.balance ?? "0", currency: from?.currency ?? "" });
        return showAgain(submission);
      }
      const { request: opened } = await staffBankTransfer(token, move);
      return redirect(saidPath(`/admin/requests/${opened}`, "asked"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function MoveMoney() {
  const { t } = useTranslation("admin");
  const { choices, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, currencies, methods } = choices;
  const nameOf = (id: string | undefined) => methods.find((method) => method.id === id)?.name ?? "";
  return (
    <MoneyPage title={t("move.title")} lead={t("move.lead")} currencies={currencies} currency={currency} choosing={!isChecked(answer)}>
      {isChecked(answer) ? (
        <CheckAnswers
          answer={answer}
          title={t("check.title")}
          items={[
            { term: t("requests.amount"), value: <Money amount={answer.values.amount ?? ""} currency={currency} /> },
            { term: t("move.from"), value: nameOf(answer.values.from) },
            { term: t("move.to"), value: nameOf(answer.values.to) },
            answer.values.note ? { term: t("treasury.note"), value: answer.values.note } : null,
          ]}
          next={t("move.next")}
          confirm={t("treasury.ask")}
        />
      ) : methods.length < 2 ? (
        <Card padded={false}>
          <EmptyState title={t("move.onlyOne", { currency })} action={<LinkButton to="/admin/methods/new">{t("methods.new")}</LinkButton>}>
            {t("move.onlyOneText")}
          </EmptyState>
        </Card>
      ) : (
        <Card>
          <Form answer={answer}>
            <MethodChoice name="from" label={t("move.from")} methods={methods} currency={currency} />
            <MethodChoice name="to" label={t("move.to")} methods={methods} currency={currency} />
            <AmountField name="amount" label={t("requests.amount")} currency={currency} />
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
