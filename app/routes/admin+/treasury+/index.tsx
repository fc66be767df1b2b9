/** The operator's money that pays returns, commissions and promotions: what is free, and what waits for more. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { RequestTable } from "~/components/admin/request-table";
import { AwaitingItems } from "~/components/admin/treasury/awaiting-items";
import { TreasuryTable } from "~/components/admin/treasury/treasury-table";
import { useMay } from "~/components/admin/use-staff";
import { Card, DataTable, EmptyState, LinkButton, Money, Page, PageHeader, TimeText } from "~/components/ui";
import { staffTreasury } from "~/db/treasury.server";

export const handle = { title: "admin:treasury.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => data(await staffTreasury(token)));
}

export default function Treasury() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { treasuries, awaiting, methods, requests, deployed, own } = useLoaderData<typeof loader>();
  const actions = may("treasury.write") ? (
    <>
      <LinkButton to="/admin/treasury/fund">{t("treasury.fund")}</LinkButton>
      <LinkButton to="/admin/treasury/return" look="secondary">
        {t("treasury.return")}
      </LinkButton>
      <LinkButton to="/admin/treasury/move" look="secondary">
        {t("treasury.move")}
      </LinkButton>
      <LinkButton to="/admin/treasury/sweep" look="secondary">
        {t("sweep.link")}
      </LinkButton>
    </>
  ) : null;
  return (
    <Page>
      <PageHeader title={t("treasury.title")} lead={t("treasury.lead")} actions={actions} />
      <Card title={t("treasury.treasuries")} padded={false}>
        <TreasuryTable treasuries={treasuries} />
      </Card>
      <Card title={t("treasury.awaiting")} padded={false}>
        <AwaitingItems items={awaiting} />
      </Card>
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Card title={t("treasury.methods")} padded={false}>
          <DataTable
            caption={t("treasury.methods")}
            rows={methods}
            rowKey={({ id }) => id}
            rowLink={({ id }) => (may("methods.read") ? `/admin/methods/${id}` : undefined)}
            columns={[
              { key: "name", label: t("method.name"), kind: "title", cell: (row) => row.name },
              { key: "balance", label: t("methods.cash"), kind: "amount", cell: (row) => <Money amount={row.balance} currency={row.currency} /> },
            ]}
            empty={<EmptyState title={t("methods.none")}>{t("methods.noneText")}</EmptyState>}
          />
        </Card>
        <Card title={t("treasury.deployed")} padded={false}>
          <DataTable
            caption={t("treasury.deployed")}
            rows={deployed}
            rowKey={({ currency }) => currency}
            columns={[
              { key: "currency", label: t("home.currency"), kind: "title", cell: (row) => <span className="font-strong">{row.currency}</span> },
              { key: "balance", label: t("treasury.atWork"), kind: "number", cell: (row) => <Money amount={row.balance} currency={row.currency} /> },
              { key: "limit", label: t("treasury.limit"), kind: "number", cell: (row) => <Money amount={row.limit} currency={row.currency} /> },
            ]}
            empty={<EmptyState title={t("treasury.nothingDeployed")}>{t("treasury.nothingDeployedText")}</EmptyState>}
          />
        </Card>
      </div>
      <Card title={t("sweep.card")} padded={false}>
        <DataTable
          caption={t("sweep.card")}
          rows={own}
          rowKey={({ currency }) => currency}
          columns={[
            { key: "currency", label: t("home.currency"), kind: "title", cell: (row) => <span className="font-strong">{row.currency}</span> },
            { key: "held", label: t("sweep.held"), kind: "number", cell: (row) => <Money amount={row.held} currency={row.currency} /> },
            { key: "own", label: t("sweep.own"), kind: "number", cell: (row) => <Money amount={row.own} currency={row.currency} /> },
            { key: "swept", label: t("sweep.swept"), kind: "number", cell: (row) => <Money amount={row.swept} currency={row.currency} /> },
            { key: "last", label: t("sweep.lastAt"), cell: (row) => (row.last_at === null ? "–" : <TimeText value={row.last_at} />) },
          ]}
          empty={<EmptyState title={t("methods.none")}>{t("methods.noneText")}</EmptyState>}
        />
      </Card>
      {may("requests.read") ? (
        <Card title={t("treasury.requests")} padded={false}>
          <RequestTable caption={t("treasury.requests")} requests={requests} empty={<EmptyState title={t("treasury.noRequests")}>{t("treasury.noRequestsText")}</EmptyState>} />
        </Card>
      ) : null}
    </Page>
  );
}
