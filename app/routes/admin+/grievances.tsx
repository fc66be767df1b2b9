/** Open grievances, the clock that runs out first on top. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { ThreadTable } from "~/components/admin/messages/thread-table";
import { readQuery } from "~/components/admin/query.server";
import { Card, EmptyState, LinkButton, Notice, Page, PageHeader, Pager } from "~/components/ui";
import { staffGrievances } from "~/db/messaging-staff.server";

export const handle = { title: "admin:grievances.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => data(await staffGrievances(token, { cursor: query.cursor() })));
}

export default function Grievances() {
  const { t } = useTranslation("admin");
  const { items, next, late } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title={t("grievances.title")}
        lead={t("grievances.lead")}
        actions={
          <LinkButton to="/grievances" look="secondary">
            {t("grievances.figures")}
          </LinkButton>
        }
      />
      {late > 0 ? <Notice tone="danger" title={t("grievances.late", { count: late })}>{t("grievances.lateText")}</Notice> : null}
      <Card padded={false}>
        <ThreadTable due threads={items} caption={t("grievances.title")} empty={<EmptyState title={t("grievances.none")}>{t("grievances.noneText")}</EmptyState>} />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
