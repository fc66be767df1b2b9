/** Says that withheld tax was paid over to the authority; somebody else approves it in the queue, and it is booked. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { readQuery } from "~/components/admin/query.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { depositSchema } from "~/components/admin/tax/deposit-form.server";
import { quarterOf } from "~/tax/quarter";
import { quarterIn } from "~/tax/quarters.server";
import { isMoreThan, isNoAmount } from "~/components/admin/treasury/treasury-form.server";
import { MethodChoice, NoteField } from "~/components/admin/treasury/treasury-fields";
import { Card, ChoiceLinks, DateText, DescriptionList, EmptyState, LinkButton, Money, Page, PageHeader } from "~/components/ui";
import { staffTaxDeposit, staffTaxRegister } from "~/db/tax.server";
import { AmountField, Field, Hidden } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { languageOf } from "~/i18n/i18n.server";
import { isZero } from "~/money/format";

export const handle = { title: "admin:tax.deposit" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => {
    await requirePermission(token, "treasury.write");
    const { from_on, until_on, today, sums, methods } = await staffTaxRegister(token, quarterIn(query.text("quarter", 8)));
    const open = sums.filter(({ left }) => !isZero(left));
    const asked = query.text("of", 60);
    const sum = open.find(({ rule, currency }) => `${rule} ${currency}` === asked) ?? open[0] ?? null;
    return data({ from_on, until_on, today, open, sum, methods: methods.filter(({ currency }) => currency === sum?.currency), key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, depositSchema(languageOf(request)), {
    may: "treasury.write",
    look: async ({ quarter_on, rule, amount, currency }, token) => {
      const left = (await staffTaxRegister(token, quarter_on)).sums.find((sum) => sum.rule === rule && sum.currency === currency)?.left ?? null;
      if (isNoAmount(amount, left)) return { field: "amount", code: "invalid_amount" };
      return isMoreThan(amount, left) ? { field: "amount", code: "exceeds_tax", params: { left: left ?? "0", currency } } : null;
    },
    confirm: async ({ quarter_on: quarterOn, paid_on: paidOn, ...deposit }, token) => saidPath(`/admin/requests/${(await staffTaxDeposit(token, { ...deposit, quarterOn, paidOn })).request}`, "asked"),
    refusal: refuseReason,
  });
}

export default function DepositTax() {
  const { t } = useTranslation("admin");
  const { from_on, until_on, today, open, sum, methods, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const quarter = quarterOf(from_on);
  const name = ({ regime, currency, form, code }: (typeof open)[number]) => [t(`tax.regimes.${regime}`), currency, form, code].filter(Boolean).join(", ");
  return (
    <Page width="form">
      <PageHeader title={t("tax.deposit")} lead={t("tax.depositLead")} crumbs={[{ label: t("tax.register"), to: `/admin/tax?quarter=${quarter}` }, { label: t("tax.deposit") }]} />
      {sum === null ? (
        <Card padded={false}>
          <EmptyState title={t("tax.nothingLeft", { quarter })} action={<LinkButton to="/admin/tax" look="secondary">{t("tax.register")}</LinkButton>}>
            {t("tax.nothingLeftText")}
          </EmptyState>
        </Card>
      ) : (
        <CheckedForm
          answer={answer}
          requestKey={key}
          above={
            open.length > 1 ? (
              <ChoiceLinks
                label={t("tax.sums")}
                choices={open.map((one) => ({ to: `?quarter=${quarter}&of=${encodeURIComponent(`${one.rule} ${one.currency}`)}`, label: name(one), chosen: one === sum }))}
              />
            ) : null
          }
          title={name(sum)}
          before={
            <div className="mb-5 border-b border-line pb-5">
              <DescriptionList
                items={[
                  { term: t("tax.quarter"), value: quarter, note: <><DateText value={from_on} /> – <DateText value={until_on} /></> },
                  { term: t("tax.withheld"), value: <Money amount={sum.tax} currency={sum.currency} /> },
                  { term: t("tax.deposited"), value: <Money amount={sum.deposited} currency={sum.currency} /> },
                  { term: t("tax.left"), value: <Money amount={sum.left} currency={sum.currency} /> },
                ]}
              />
            </div>
          }
          defaults={{ amount: sum.left, paid_on: today, method: methods.length === 1 ? methods[0]?.id : undefined }}
          items={(values) => [
            { term: t("requests.amount"), value: <Money amount={values.amount ?? ""} currency={values.currency ?? ""} /> },
            { term: t("tax.quarter"), value: quarter, note: name(sum) },
            { term: t("tax.reference"), value: values.reference ?? "" },
            { term: t("tax.paidOn"), value: <DateText value={values.paid_on ?? ""} /> },
            { term: t("tax.paidFrom"), value: methods.find(({ id }) => id === values.method)?.name ?? "" },
            values.note ? { term: t("treasury.note"), value: values.note } : null,
          ]}
          next={t("tax.depositNext")}
          confirm={t("treasury.ask")}
        >
          <Hidden name="quarter_on" value={from_on} />
          <Hidden name="rule" value={sum.rule} />
          <Hidden name="currency" value={sum.currency} />
          <AmountField name="amount" label={t("requests.amount")} currency={sum.currency} />
          <MethodChoice name="method" label={t("tax.paidFrom")} methods={methods} currency={sum.currency} />
          <Field name="reference" label={t("tax.reference")} hint={t("tax.referenceHint")} autoComplete="off" maxLength={80} />
          <Field name="paid_on" type="date" label={t("tax.paidOn")} hint={t("tax.paidOnHint")} className="max-w-[14rem]" />
          <NoteField />
        </CheckedForm>
      )}
    </Page>
  );
}
