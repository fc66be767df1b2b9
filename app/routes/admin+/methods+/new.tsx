/** A new method: first its type, then the fields that type needs. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { currencies } from "~/components/admin/currencies";
import { CurrencyChoice } from "~/components/admin/currency-choice";
import { MethodFields } from "~/components/admin/methods/method-fields";
import { methodSchema, saveOf } from "~/components/admin/methods/method-form.server";
import { TypeChoice } from "~/components/admin/methods/type-choice";
import { readQuery } from "~/components/admin/query.server";
import { refuseReason } from "~/components/admin/refuse-reason.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { Card, Page, PageHeader } from "~/components/ui";
import { methodTypes } from "~/db/funding-shapes.server";
import { staffMethodSave } from "~/db/funding.server";
import { Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";

export const handle = { title: "admin:methodNew.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => {
    await requirePermission(token, "methods.write");
    return data({ key: newRequestKey(), types: methodTypes, type: query.oneOf("type", methodTypes), currency: query.oneOf("currency", currencies) ?? currencies[0] });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  const token = await requireStaff(request);
  const submission = await readForm(request, methodSchema(languageOf(request)));
  if (submission.status !== "success") return refuse(submission);
  return withSession(request, async () => {
    try {
      await staffMethodSave(token, saveOf(null, submission.value));
      return redirect(saidPath("/admin/methods", "created"));
    } catch (error) {
      return refuseReason(submission, error);
    }
  });
}

export default function NewMethod() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { key, types, type, currency } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const crumbs = [{ label: t("methods.title"), to: "/admin/methods" }, { label: t("methodNew.title") }];
  return (
    <Page width="form">
      <PageHeader title={type ? t("methodNew.titleOf", { type: label("methodType", type) }) : t("methodNew.title")} lead={type ? undefined : t("methodNew.lead")} crumbs={crumbs} />
      {type === null ? (
        <TypeChoice types={types} />
      ) : (
        <>
          <div className="flex flex-col gap-2">
            <p className="text-sm text-quiet">{t("methodNew.currency")}</p>
            <CurrencyChoice currencies={[...currencies]} chosen={currency} />
          </div>
          <Card>
            <Form answer={answer} defaults={{ active: true }}>
              <Hidden name="type" value={type} />
              <Hidden name="currency" value={currency} />
              <MethodFields type={type} currency={currency} />
              <RequestKey value={key} />
              <SubmitButton>{t("methodNew.save")}</SubmitButton>
            </Form>
          </Card>
        </>
      )}
    </Page>
  );
}
