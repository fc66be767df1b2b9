/** Asks for a treasury to be funded from the operator's own cash; a second person approves it in the queue. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckAnswers, isChecked } from "~/components/admin/check-answers";
import { checkedForm } from "~/components/admin/checked-form.server";
import { readQuery } from "~/components/admin/query.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { MoneyPage } from "~/components/admin/treasury/money-page";
import { TreasuryFields } from "~/components/admin/treasury/treasury-fields";
import { isNoAmount, treasuryChoices, treasurySchema } from "~/components/admin/treasury/treasury-form.server";
import { useLabel } from "~/components/admin/use-label";
import { Card, Money } from "~/components/ui";
import { staffTreasuryFund } from "~/db/treasury.server";
import { Form, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:fund.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => {
    const [, choices] = await Promise.all([requirePermission(token, "treasury.write"), treasuryChoices(token, query.text("currency", 5))]);
    return data({ choices, chosen: query.text("treasury", 20) ?? undefined, key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, treasurySchema(languageOf(request)), {
    look: async ({ currency, amount }, token) => {
      const { methods } = await treasuryChoices(token, currency);
      return isNoAmount(amount, methods[0]?.balance ?? null) ? { field: "amount", code: "invalid_amount" } : null;
    },
    confirm: async (move, token) => saidPath(`/admin/requests/${(await staffTreasuryFund(token, move)).request}`, "asked"),
  });
}

export default function FundTreasury() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { choices, chosen, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { currency, currencies, methods } = choices;
  return (
    <MoneyPage title={t("fund.title")} lead={t("fund.lead")} currencies={currencies} currency={currency} choosing={!isChecked(answer)}>
      {isChecked(answer) ? (
        <CheckAnswers
          answer={answer}
          title={t("check.title")}
          items={[
            { term: t("requests.amount"), value: <Money amount={answer.values.amount ?? ""} currency={currency} /> },
            { term: t("fund.method"), value: methods.find(({ id }) => id === answer.values.method)?.name ?? "" },
            { term: t("fund.treasury"), value: label("treasury", answer.values.treasury ?? "") },
            answer.values.note ? { term: t("treasury.note"), value: answer.values.note } : null,
          ]}
          next={t("fund.next")}
          confirm={t("treasury.ask")}
        />
      ) : (
        <Card>
          <Form answer={answer} defaults={{ treasury: chosen, method: methods.length === 1 ? methods[0]?.id : undefined }}>
            <TreasuryFields choices={choices} methodLabel={t("fund.method")} />
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
