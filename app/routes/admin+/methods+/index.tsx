/** The ways money comes in and leaves, with the cash each holds. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { SaidNotice } from "~/components/admin/said";
import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, EmptyState, LinkButton, Money, Page, PageHeader, StateBadge } from "~/components/ui";
import { staffMethods } from "~/db/funding.server";

export const handle = { title: "admin:methods.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffMethods(token)));
}

export default function Methods() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const may = useMay();
  const { methods } = useLoaderData<typeof loader>();
  const create = may("methods.write") ? <LinkButton to="/admin/methods/new">{t("methods.new")}</LinkButton> : null;
  return (
    <Page>
      <PageHeader title={t("methods.title")} lead={t("methods.lead")} actions={create} />
      <SaidNotice />
      <Card padded={false}>
        <DataTable
          caption={t("methods.title")}
          rows={methods}
          rowKey={({ id }) => id}
          rowLink={({ id }) => `/admin/methods/${id}`}
          columns={[
            { key: "name", label: t("method.name"), kind: "title", cell: (method) => method.name },
            { key: "type", label: t("methods.type"), cell: (method) => label("methodType", method.type) },
            { key: "open", label: t("methods.open"), kind: "number", cell: (method) => method.deposits_open },
            { key: "cash", label: t("methods.cash"), kind: "amount", cell: (method) => <Money amount={method.ledger_balance} currency={method.currency} /> },
            { key: "state", label: t("requests.state"), cell: (method) => <StateBadge state={method.active ? "active" : "inactive"} /> },
          ]}
          empty={
            <EmptyState title={t("methods.none")} action={create}>
              {t("methods.noneText")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
