/** What each role may do, as the database is asked by every function. Read-only: a role's permissions come with the release. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { roles } from "~/components/admin/staff/roles";
import { StaffTabs } from "~/components/admin/staff/staff-tabs";
import { useLabel } from "~/components/admin/use-label";
import { Card, DataTable, Page, PageHeader } from "~/components/ui";
import { staffPermissions } from "~/db/staff.server";

export const handle = { title: "admin:staff.permissions" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffPermissions(token)));
}

export default function Permissions() {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const { permissions } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("admin:staff.permissions")} lead={t("admin:staff.permissionsLead")} crumbs={[{ label: t("admin:staff.title"), to: "/admin/staff" }, { label: t("admin:staff.permissions") }]} />
      <StaffTabs />
      <Card padded={false}>
        <DataTable
          caption={t("admin:staff.permissions")}
          rows={permissions}
          rowKey={({ permission }) => permission}
          columns={[
            { key: "meaning", label: t("admin:staff.may"), kind: "title", cell: ({ permission }) => <span>{label("permission", permission)}<code className="block text-xs text-quiet">{permission}</code></span> },
            ...roles.map((role) => ({
              key: role,
              label: t(`common:role.${role}`),
              cell: ({ roles: held }: { roles: string[] }) => (held.includes(role) ? <span><Check aria-hidden="true" className="size-4 text-success" /><span className="sr-only">{t("admin:staff.yes")}</span></span> : <span className="text-quiet">{t("admin:staff.no")}</span>),
            })),
          ]}
        />
      </Card>
    </Page>
  );
}
