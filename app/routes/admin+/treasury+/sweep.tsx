/** Asks for the operator's own money to leave the client account; a second person approves it in the queue. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { isChecked } from "~/components/admin/check-answers";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { saidPath } from "~/components/admin/said";
import { MoneyPage } from "~/components/admin/treasury/money-page";
import { MethodChoice, NoteField } from "~/components/admin/treasury/treasury-fields";
import { isMoreThan, sweepSchema, treasuryChoices } from "~/components/admin/treasury/treasury-form.server";
import { treasuryLoader } from "~/components/admin/treasury/treasury-loader.server";
import { Card, EmptyState, Money } from "~/components/ui";
import { staffSweep } from "~/db/treasury.server";
import { AmountField, Hidden } from "~/forms";
import { languageOf } from "~/i18n/i18n.server";
import { addAmounts } from "~/money/decimal";
import { decimalsIn, isZero } from "~/money/format";

export const handle = { title: "admin:sweep.title" };

export function loader({ request }: LoaderFunctionArgs) {
  return treasuryLoader(request);
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, sweepSchema(languageOf(request)), {
    look: async ({ currency, ...sweep }, token) => {
      const there = (await treasuryChoices(token, currency)).own;
      for (const field of ["held", "own"] as const) {
        if (decimalsIn(sweep[field]) > decimalsIn(there?.[field] ?? "0")) return { field, code: "invalid_amount" };
        if (isMoreThan(sweep[field], there?.[field] ?? null)) return { field, code: "exceeds_sweepable", params: { available: there?.[field] ?? "0", currency } };
      }
      return isZero(sweep.held) && isZero(sweep.own) ? { field: "held", code: "invalid_amount" } : null;
    },
    confirm: async (sweep, token) => saidPath(`/admin/requests/${(await staffSweep(token, sweep)).request}`, "asked"),
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
      {!isChecked(answer) && (own === null || (isZero(own.held) && isZero(own.own))) ? (
        <Card padded={false}>
          <EmptyState title={t("sweep.nothing")}>{t("sweep.nothingText")}</EmptyState>
        </Card>
      ) : (
        <CheckedForm
          answer={answer}
          requestKey={key}
          defaults={{ held: own?.held, own: own?.own, method: methods.length === 1 ? methods[0]?.id : undefined }}
          items={(values) => [
            { term: t("sweep.held"), value: <Money amount={values.held ?? ""} currency={currency} /> },
            { term: t("sweep.own"), value: <Money amount={values.own ?? ""} currency={currency} /> },
            { term: t("requests.amount"), value: <Money amount={addAmounts(values.held ?? "0", values.own ?? "0")} currency={currency} /> },
            { term: t("sweep.method"), value: methods.find(({ id }) => id === values.method)?.name ?? "" },
            values.note ? { term: t("treasury.note"), value: values.note } : null,
          ]}
          next={t("sweep.next")}
          confirm={t("treasury.ask")}
        >
          <Hidden name="currency" value={currency} />
          <AmountField name="held" label={t("sweep.held")} hint={<>{there(own?.held ?? "0")}. {t("sweep.heldHint")}</>} currency={currency} />
          <AmountField name="own" label={t("sweep.own")} hint={<>{there(own?.own ?? "0")}. {t("sweep.ownHint")}</>} currency={currency} />
          <MethodChoice name="method" label={t("sweep.method")} methods={methods} currency={currency} />
          <NoteField />
        </CheckedForm>
      )}
    </MoneyPage>
  );
}
