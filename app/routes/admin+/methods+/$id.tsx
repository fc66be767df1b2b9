/** One method: what members see of it, the cash it holds, and its fields for those who may change them. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { MethodFields } from "~/components/admin/methods/method-fields";
import { methodSchema, saveOf } from "~/components/admin/methods/method-form.server";
import { paramId } from "~/components/admin/param-id.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { SaidNotice, saidPath } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Card, CardGrid, CopyValue, DescriptionList, Money, Page, PageHeader, Stat, StateBadge } from "~/components/ui";
import { Problem } from "~/db/db-error.server";
import { staffMethods, staffMethodSave } from "~/db/funding.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: (loaded: { method: { name: string } } | undefined) => loaded?.method.name ?? "admin:methods.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const id = paramId(params);
    const method = (await staffMethods(token)).methods.find((one) => one.id === id);
    if (!method) throw new Problem("not_found");
    return data({ method, key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, methodSchema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    const id = paramId(params);
    try {
      await staffMethodSave(token, saveOf(id, submission.value));
      return redirect(saidPath(`/admin/methods/${id}`, "saved"));
    } catch (error) {
      return refuseReason(submission, error);
    }
  });
}

export default function Method() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const { method, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { details } = method;
  const shown = (value: string | null | undefined, term: string) => (value ? { term, value: <CopyValue value={value} label={term} /> } : null);
  return (
    <Page width={may("methods.write") ? "form" : "content"}>
      <PageHeader title={method.name} crumbs={[{ label: t("methods.title"), to: "/admin/methods" }, { label: method.name }]} aside={<StateBadge state={method.active ? "active" : "inactive"} />} />
      <SaidNotice />
      <CardGrid columns={2}>
        <Stat label={t("methods.cash")} value={<Money amount={method.ledger_balance} currency={method.currency} />} note={label("methodType", method.type)} />
        <Stat label={t("methods.open")} value={method.deposits_open} to={may("requests.read") ? "/admin/requests?state=pending&kind=deposit" : undefined} />
      </CardGrid>
      {may("methods.write") ? (
        <Card title={t("methods.edit")}>
          <Form
            answer={answer}
            key={key}
            defaults={{
              name: method.name,
              address: method.address ?? "",
              account_name: details?.account_name ?? "",
              account_number: details?.account_number ?? "",
              bank_name: details?.bank_name ?? "",
              ifsc: details?.ifsc ?? "",
              upi_id: details?.upi_id ?? "",
              instructions: method.instructions ?? "",
              minimum: method.minimum ?? "",
              active: method.active,
            }}
          >
            <Hidden name="type" value={method.type} />
            <Hidden name="currency" value={method.currency} />
            <MethodFields type={method.type} currency={method.currency} />
            <RequestKey value={key} />
            <SubmitButton>{t("methods.save")}</SubmitButton>
          </Form>
        </Card>
      ) : (
        <Card title={t("methods.shown")}>
          <DescriptionList
            items={[
              shown(method.address, t("method.address")),
              shown(details?.account_name, t("method.accountName")),
              shown(details?.account_number, t("method.accountNumber")),
              shown(details?.bank_name, t("method.bankName")),
              shown(details?.ifsc, t("method.ifsc")),
              shown(details?.upi_id, t("method.upi")),
              method.minimum ? { term: t("method.minimum"), value: <Money amount={method.minimum} currency={method.currency} /> } : null,
              { term: t("method.instructions"), value: <span className="whitespace-pre-line">{method.instructions}</span> },
            ]}
          />
        </Card>
      )}
    </Page>
  );
}
