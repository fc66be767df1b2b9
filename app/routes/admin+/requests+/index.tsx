/** The one queue of everything that needs a person. */
import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { batchKinds, requestKinds, requestStates } from "~/components/admin/request-kinds";
import { RequestTable } from "~/components/admin/request-table";
import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Button, Card, EmptyState, FilterBar, LinkButton, Page, PageHeader, Pager, RowKeys } from "~/components/ui";
import { staffRequests } from "~/db/approval.server";

export const handle = { title: "admin:requests.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  // The queue opens on what waits, and its address says so, so that the filter shows it and "All" can be chosen.
  if (!query.has("state") && !query.has("kind") && !query.has("search")) return redirect("/admin/requests?state=pending");
  return withSession(request, async () => {
    const filter = { state: query.oneOf("state", requestStates), kind: query.oneOf("kind", requestKinds), search: query.text("search") };
    return data({ ...(await staffRequests(token, filter, { cursor: query.cursor() })), onlyPending: filter.state === "pending", kind: filter.kind, narrowed: filter.kind !== null || filter.search !== null });
  });
}

export default function Requests() {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const may = useMay();
  const { items, next, onlyPending, kind, narrowed } = useLoaderData<typeof loader>();
  // Of one kind that is approved together, some may be chosen for it.
  const chooses = onlyPending && may("requests.decide") && batchKinds.some((one) => one === kind) && items.some((request) => request.may_decide);
  const table = (
    <RequestTable
      caption={t("admin:requests.title")}
      requests={items}
      chooses={chooses}
      empty={
        <EmptyState title={onlyPending && !narrowed ? t("admin:requests.nothingWaits") : t("admin:requests.nothingFound")}>
          {onlyPending && !narrowed ? t("admin:requests.nothingWaitsText") : t("admin:requests.nothingFoundText")}
        </EmptyState>
      }
    />
  );
  return (
    <Page>
      <PageHeader
        title={t("admin:requests.title")}
        lead={t("admin:requests.lead")}
        actions={
          may("requests.decide") ? (
            <LinkButton to="/admin/requests/batch" look="secondary">
              {t("admin:batch.title")}
            </LinkButton>
          ) : null
        }
      />
      <FilterBar
        filters={[
          { name: "state", label: t("admin:requests.state"), type: "select", options: requestStates.map((value) => ({ value, label: t(`common:state.${value}`) })) },
          { name: "kind", label: t("admin:requests.kind"), type: "select", options: requestKinds.map((value) => ({ value, label: label("kind", value) })) },
          { name: "search", label: t("common:search"), type: "search", placeholder: t("admin:requests.searchHint") },
        ]}
      />
      <Card padded={false}>
        {items.length === 0 ? table : chooses ? (
          <Form method="get" action="/admin/requests/batch">
            <input type="hidden" name="kind" value={kind ?? ""} />
            <RowKeys chooses>{table}</RowKeys>
            <div className="border-t border-line px-4 py-3 sm:px-5">
              <Button type="submit" look="secondary">
                {t("admin:requests.together")}
              </Button>
            </div>
          </Form>
        ) : (
          <RowKeys>{table}</RowKeys>
        )}
        <Pager next={next} />
      </Card>
    </Page>
  );
}
