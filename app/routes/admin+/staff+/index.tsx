/** Everybody who works here or did: role, last sign-in, what proves them. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { StaffTabs } from "~/components/admin/staff/staff-tabs";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, LinkButton, Notice, Page, PageHeader, StateBadge, TimeText } from "~/components/ui";
import { staffTeam } from "~/db/staff.server";

export const handle = { title: "admin:staff.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffTeam(token)));
}

export default function Team() {
  const { t } = useTranslation(["admin", "common"]);
  const may = useMay();
  const { people, approvers, givers } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("admin:staff.title")} lead={t("admin:staff.lead")} actions={may("roles.write") ? <LinkButton to="/admin/staff/new">{t("admin:staff.add")}</LinkButton> : null} />
      <StaffTabs />
      {approvers <= 2 || givers <= 1 ? (
        <Notice title={t("admin:staff.few")}>
          {t("admin:staff.approvers", { count: approvers })} {t("admin:staff.givers", { count: givers })}
        </Notice>
      ) : null}
      <Card padded={false}>
        <DataTable
          caption={t("admin:staff.title")}
          rows={people}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/staff/${id}`}
          columns={[
            { key: "name", label: t("admin:staff.name"), kind: "title", cell: ({ name, email, me }) => <span>{me ? t("admin:staff.you", { name }) : name}<span className="block text-xs break-all text-quiet">{email}</span></span> },
            { key: "role", label: t("admin:staff.role"), cell: ({ role }) => t(`common:role.${role}`) },
            { key: "state", label: t("admin:staff.state"), cell: ({ active, request }) => <StateBadge state={request ? "pending" : active ? "active" : "inactive"} /> },
            { key: "signedIn", label: t("admin:staff.signedIn"), cell: ({ signed_in_at: at }) => (at ? <TimeText value={at} /> : t("admin:staff.never")) },
            { key: "authenticator", label: t("admin:staff.authenticator"), cell: ({ authenticator }) => (authenticator ? t("admin:staff.inUse") : t("admin:staff.none")) },
            { key: "member", label: t("admin:staff.member"), cell: ({ member }) => member?.name ?? t("admin:staff.none") },
          ]}
        />
      </Card>
    </Page>
  );
}
