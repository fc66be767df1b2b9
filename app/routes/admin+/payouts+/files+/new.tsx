/** The next file in a currency: every payout and the sum first, then the account it is paid from. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { saidPath } from "~/components/admin/said";
import { Card, Count, DataTable, DescriptionList, EmptyState, LinkButton, Money, Notice, Page, PageHeader } from "~/components/ui";
import { staffBankFileDraft, staffBankFileMake } from "~/db/payout.server";
import { Form, RadioField, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { compareAmounts } from "~/money/decimal";

export const handle = { title: "admin:bankFiles.make" };

const schema = () => z.object({ method: z.uuid({ error: "method_missing" }), key: requestKey() });

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const currency = readQuery(request).text("currency", 10) ?? "";
  return withSession(request, async () => data({ ...(await staffBankFileDraft(token, currency)), key: newRequestKey() }));
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, schema());
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      const { file } = await staffBankFileMake(token, submission.value.method, submission.value.key);
      return redirect(saidPath(`/admin/payouts/files/${file}`, "fileMade"));
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function NewBankFile() {
  const { t } = useTranslation("admin");
  const { currency, lines, sum, methods, items, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const enough = (balance: string) => compareAmounts(balance, sum) >= 0;
  return (
    <Page>
      <PageHeader title={t("bankFiles.make")} lead={t("bankFiles.makeLead")} crumbs={[{ label: t("payouts.title"), to: "/admin/payouts" }, { label: t("bankFiles.title"), to: "/admin/payouts/files" }, { label: t("bankFiles.make") }]} />
      <div className="grid items-start gap-6 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <Card title={t("bankFiles.nextIn", { currency })}>
          <DescriptionList items={[{ term: t("bankFiles.lines"), value: <Count value={lines} /> }, { term: t("bankFiles.sum"), value: <span className="font-strong"><Money amount={sum} currency={currency} /></span> }]} />
          {lines > 0 ? (
            <div className="mt-5 flex flex-col gap-5 border-t border-line pt-5">
              {methods.some(({ balance }) => enough(balance)) ? null : <Notice tone="warning" title={t("send.short")}>{t("bankFiles.short")}</Notice>}
              <Form answer={answer} defaults={{ method: methods.find(({ balance }) => enough(balance))?.id }}>
                <RadioField
                  name="method"
                  label={t("bankFiles.from")}
                  options={methods.map(({ id, name, balance }) => ({ value: id, label: name, hint: <>{t("bankFiles.holds")} <Money amount={balance} currency={currency} /></>, disabled: !enough(balance) }))}
                />
                <p className="text-sm text-quiet">{t("bankFiles.makeText")}</p>
                <RequestKey value={key} />
                <SubmitButton>{t("bankFiles.makeNow")}</SubmitButton>
              </Form>
            </div>
          ) : null}
        </Card>
        <Card title={t("bankFiles.payouts")} padded={false}>
          <DataTable
            caption={t("bankFiles.payouts")}
            rows={items}
            rowKey={({ id }) => id}
            rowLink={({ id }) => `/admin/payouts/${id}`}
            columns={[
              { key: "reference", label: t("payout.reference"), kind: "title", cell: ({ reference }) => reference },
              { key: "name", label: t("withdrawals.member"), cell: ({ name }) => name },
              { key: "to", label: t("payouts.account"), cell: ({ destination }) => destination },
              { key: "bank", label: t("payout.bank"), kind: "amount", cell: ({ bank }) => <Money amount={bank} currency={currency} /> },
            ]}
            empty={<EmptyState title={t("bankFiles.nothing")} action={<LinkButton to="/admin/payouts/files" look="secondary">{t("bankFiles.title")}</LinkButton>}>{t("bankFiles.nothingText")}</EmptyState>}
          />
          {lines > items.length ? <p className="border-t border-line px-4 py-3 text-sm text-quiet sm:px-5">{t("bankFiles.more", { count: lines - items.length })}</p> : null}
        </Card>
      </div>
    </Page>
  );
}
