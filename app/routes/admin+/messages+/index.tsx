/** Conversations with members: open ones at first, the last written on top. */
import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { ThreadTable } from "~/components/admin/messages/thread-table";
import { readQuery } from "~/components/admin/query.server";
import { Card, EmptyState, FilterBar, Page, PageHeader, Pager } from "~/components/ui";
import { staffThreads } from "~/db/messaging-staff.server";

const states = ["open", "closed"] as const;
const kinds = ["question", "grievance"] as const;
const assignments = ["mine", "nobody"] as const;

export const handle = { title: "admin:messages.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  if (!query.has("state")) return redirect("/admin/messages?state=open");
  return withSession(request, async () =>
    data(await staffThreads(token, { state: query.oneOf("state", states), kind: query.oneOf("kind", kinds), assigned: query.oneOf("assigned", assignments), search: query.text("search", 80) }, { cursor: query.cursor() })));
}

export default function Messages() {
  const { t } = useTranslation(["admin", "common"]);
  const { items, next } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("admin:messages.title")} lead={t("admin:messages.lead")} />
      <FilterBar
        filters={[
          { name: "search", label: t("admin:messages.search"), type: "search", placeholder: t("admin:messages.searchHint") },
          { name: "state", label: t("admin:requests.state"), type: "select", options: states.map((value) => ({ value, label: t(`common:state.${value}`) })) },
          { name: "kind", label: t("admin:messages.kind"), type: "select", options: kinds.map((value) => ({ value, label: t(`admin:messages.${value}`) })) },
          { name: "assigned", label: t("admin:messages.assignee"), type: "select", options: assignments.map((value) => ({ value, label: t(`admin:messages.${value}`) })) },
        ]}
      />
      <Card padded={false}>
        <ThreadTable threads={items} caption={t("admin:messages.title")} empty={<EmptyState title={t("admin:requests.nothingFound")}>{t("admin:messages.noneText")}</EmptyState>} />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
