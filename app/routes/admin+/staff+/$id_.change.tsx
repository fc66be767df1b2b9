/** Asks for another role, for work or no work, or for the member a person is: fill in, check, send for approval. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { CheckedForm } from "~/components/admin/checked-form";
import { checkedForm } from "~/components/admin/checked-form.server";
import { paramId } from "~/components/admin/param-id.server";
import { requirePermission } from "~/components/admin/require-permission.server";
import { saidPath } from "~/components/admin/said";
import { RoleField } from "~/components/admin/staff/role-field";
import { changeSchema, refuseStaff } from "~/components/admin/staff/staff-form.server";
import { Page, PageHeader } from "~/components/ui";
import { staffColleague, staffColleagueChange, type StaffRole } from "~/db/staff.server";
import { Field, RadioField, TextareaField } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";

export const handle = { title: "admin:staff.changeTitle" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    await requirePermission(token, "roles.write");
    const { person } = await staffColleague(token, paramId(params));
    return data({ person, key: newRequestKey() });
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return checkedForm(request, changeSchema(), {
    may: "roles.write",
    confirm: async ({ role, active, member, reason, key }, token) => {
      const { request: asked } = await staffColleagueChange(token, { staff: paramId(params), role, active: active === "yes", member, reason, key });
      return saidPath(`/admin/requests/${asked}`, "asked");
    },
    refusal: refuseStaff,
  });
}

export default function ChangeColleague() {
  const { t } = useTranslation(["admin", "common"]);
  const { person, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const here = `/admin/staff/${person.id}`;
  const work = (active: boolean) => (active ? t("admin:staff.works") : t("admin:staff.worksNot"));
  const changed = (now: string, before: string) => (now === before ? now : t("admin:staff.was", { now, before }));
  return (
    <Page width="form">
      <PageHeader title={t("admin:staff.changeOf", { name: person.name })} lead={t("admin:staff.changeLead")} crumbs={[{ label: t("admin:staff.title"), to: "/admin/staff" }, { label: person.name, to: here }, { label: t("admin:staff.changeTitle") }]} />
      <CheckedForm
        answer={answer}
        requestKey={key}
        defaults={{ role: person.role, active: person.active ? "yes" : "no", member: person.member?.email ?? "" }}
        items={(values) => [
          { term: t("admin:staff.role"), value: changed(t(`common:role.${values.role as StaffRole}`), t(`common:role.${person.role}`)) },
          { term: t("admin:staff.work"), value: changed(work(values.active === "yes"), work(person.active)) },
          { term: t("admin:staff.member"), value: <span className="break-all">{changed(values.member || t("admin:staff.none"), person.member?.email ?? t("admin:staff.none"))}</span> },
          { term: t("admin:staff.reason"), value: values.reason ?? "" },
        ]}
        next={t("admin:staff.changeNext")}
        confirm={t("admin:staff.ask")}
      >
        <RoleField />
        <RadioField name="active" label={t("admin:staff.work")} options={[{ value: "yes", label: t("admin:staff.works") }, { value: "no", label: t("admin:staff.worksNot"), hint: t("admin:staff.worksNotHint") }]} />
        <Field name="member" type="email" label={t("admin:staff.memberEmail")} hint={t("admin:staff.memberHint")} optional autoComplete="off" />
        <TextareaField name="reason" label={t("admin:staff.reason")} hint={t("admin:staff.reasonHint")} rows={2} maxLength={1000} />
      </CheckedForm>
    </Page>
  );
}
