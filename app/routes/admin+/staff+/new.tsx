/** Asks for a new member of staff: fill in, check, send for approval. The invitation goes out once somebody else has agreed. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { RoleField } from "~/components/admin/staff/role-field";
import { newStaffSchema, refuseStaff } from "~/components/admin/staff/staff-form.server";
import { Page, PageHeader } from "~/components/ui";
import { staffColleagueAdd, type StaffRole } from "~/db/staff.server";
import { Field, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";

export const handle = { title: "admin:staff.add" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "roles.write");
    return data({ key: newRequestKey() });
  });
}

export async function action({ request }: ActionFunctionArgs) {
  return checkedForm(request, newStaffSchema(), {
    may: "roles.write",
    confirm: async ({ email, name, role, member, reason, key }, token) => {
      const { request: asked } = await staffColleagueAdd(token, { email, name, role, member, reason, key });
      return saidPath(`/admin/requests/${asked}`, "asked");
    },
    refusal: refuseStaff,
  });
}

export default function NewColleague() {
  const { t } = useTranslation(["admin", "common"]);
  const { key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page width="form">
      <PageHeader title={t("admin:staff.add")} lead={t("admin:staff.addLead")} crumbs={[{ label: t("admin:staff.title"), to: "/admin/staff" }, { label: t("admin:staff.add") }]} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        items={(values) => [
          { term: t("admin:staff.name"), value: values.name ?? "" },
          { term: t("admin:staff.email"), value: <span className="break-all">{values.email}</span> },
          { term: t("admin:staff.role"), value: t(`common:role.${values.role as StaffRole}`) },
          values.member ? { term: t("admin:staff.member"), value: <span className="break-all">{values.member}</span> } : null,
          { term: t("admin:staff.reason"), value: values.reason ?? "" },
        ]}
        next={t("admin:staff.addNext")}
        confirm={t("admin:staff.ask")}
      >
        <Field name="name" label={t("admin:staff.name")} autoComplete="off" maxLength={80} />
        <Field name="email" type="email" label={t("admin:staff.email")} hint={t("admin:staff.emailHint")} autoComplete="off" />
        <RoleField />
        <Field name="member" type="email" label={t("admin:staff.memberEmail")} hint={t("admin:staff.memberHint")} optional autoComplete="off" />
        <TextareaField name="reason" label={t("admin:staff.reason")} hint={t("admin:staff.reasonHint")} rows={2} maxLength={1000} />
      </CheckedForm>
    </Page>
  );
}
