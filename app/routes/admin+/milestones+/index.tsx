/** Every milestone with what was granted for it. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { MilestoneTable } from "~/components/admin/milestones/milestone-table";
import { useMay } from "~/components/admin/use-staff";
import { Card, LinkButton, Page, PageHeader } from "~/components/ui";
import { staffMilestones } from "~/db/milestone.server";

export const handle = { title: "admin:milestones.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffMilestones(token)));
}

export default function Milestones() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { milestones } = useLoaderData<typeof loader>();
  const create = may("milestones.write") ? <LinkButton to="/admin/milestones/new">{t("milestones.new")}</LinkButton> : null;
  return (
    <Page>
      <PageHeader title={t("milestones.title")} lead={t("milestones.lead")} actions={create} />
      <Card padded={false}>
        <MilestoneTable milestones={milestones} create={create} />
      </Card>
    </Page>
  );
}
