/** What waits, whether the money is covered, what moved today, whether mails and books are in order. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { AwaitingCard } from "~/components/admin/home/awaiting-card";
import { CoverageCard } from "~/components/admin/home/coverage-card";
import { FlowsCard } from "~/components/admin/home/flows-card";
import { HealthCard } from "~/components/admin/home/health-card";
import { WaitingCard } from "~/components/admin/home/waiting-card";
import { useStaff } from "~/components/admin/use-staff";
import { Page, PageHeader } from "~/components/ui";
import { staffHome } from "~/db/office.server";
import { formatTime } from "~/money/dates";

export const handle = { title: "admin:home.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffHome(token)));
}

export default function Overview() {
  const { t, i18n } = useTranslation("admin");
  const { business_now } = useStaff();
  const home = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("home.title")} lead={t("home.asOf", { time: formatTime(business_now, i18n.language) })} />
      <WaitingCard waiting={home.waiting} toSend={home.to_send} />
      <CoverageCard coverage={home.coverage} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <AwaitingCard awaiting={home.awaiting} />
        <FlowsCard flows={home.flows_today} />
      </div>
      <HealthCard members={home.members} jobs={home.jobs} trial={home.trial} reconciled={home.coverage.reconciled} />
    </Page>
  );
}
