/** Asks for client money to be moved between two methods of one currency; a second person approves it in the queue. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { isChecked } from "~/components/admin/check-answers";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { saidPath } from "~/components/admin/said";
import { MoneyPage } from "~/components/admin/treasury/money-page";
import { MethodChoice, NoteField } from "~/components/admin/treasury/treasury-fields";
import { isMoreThan, isNoAmount, moveSchema } from "~/components/admin/treasury/treasury-form.server";
import { treasuryLoader } from "~/components/admin/treasury/treasury-loader.server";
import { Card, EmptyState, LinkButton, Money } from "~/components/ui";
import { staffBankTransfer, staffTreasury } from "~/db/treasury.server";
import { AmountField } from "~/forms";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:move.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return treasuryLoader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, moveSchema(languageOf(request)), {
    look: async ({ from, amount }, token) => {
      const method = (await staffTreasury(token)).methods.find(({ id }) => id === from);
      if (isNoAmount(amount, method?.balance ?? null)) return { field: "amount", code: "invalid_amount" };
      return isMoreThan(amount, method?.balance ?? null) ? { field: "amount", code: "method_short_of", params: { available: method?.balance ?? "0", currency: method?.currency ?? "" } } : null;
    },
    confirm: async (move, token) => saidPath(`/admin/requests/${(await staffBankTransfer(token, move)).request}`, "asked"),
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
      {!isChecked(answer) && methods.length < 2 ? (
        <Card padded={false}>
          <EmptyState title={t("move.onlyOne", { currency })} action={<LinkButton to="/admin/methods/new">{t("methods.new")}</LinkButton>}>
            {t("move.onlyOneText")}
          </EmptyState>
        </Card>
      ) : (
        <CheckedForm
          answer={answer}
          requestKey={key}
          items={(values) => [
            { term: t("requests.amount"), value: <Money amount={values.amount ?? ""} currency={currency} /> },
            { term: t("move.from"), value: nameOf(values.from) },
            { term: t("move.to"), value: nameOf(values.to) },
            values.note ? { term: t("treasury.note"), value: values.note } : null,
          ]}
          next={t("move.next")}
          confirm={t("treasury.ask")}
        >
          <MethodChoice name="from" label={t("move.from")} methods={methods} currency={currency} />
          <MethodChoice name="to" label={t("move.to")} methods={methods} currency={currency} />
          <AmountField name="amount" label={t("requests.amount")} currency={currency} />
          <NoteField />
        </CheckedForm>
      )}
    </MoneyPage>
  );
}
