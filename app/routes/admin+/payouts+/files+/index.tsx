/** Files for the bank: what waits for the next one in each currency, and those that were made. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { PayoutTabs } from "~/components/admin/payouts/payout-tabs";
import { readQuery } from "~/components/admin/query.server";
import { useMay } from "~/components/admin/use-staff";
import { Card, Count, DataTable, EmptyState, LinkButton, Money, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { staffBankFiles } from "~/db/payout.server";

export const handle = { title: "admin:bankFiles.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  return withSession(request, async () => data(await staffBankFiles(token, { cursor: query.cursor() })));
}

export default function BankFiles() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { items, waiting, next } = useLoaderData<typeof loader>();
  const sends = may("payouts.send");
  return (
    <Page>
      <PageHeader title={t("bankFiles.title")} lead={t("bankFiles.lead")} />
      <PayoutTabs />
      <Card title={t("bankFiles.waiting")} padded={false}>
        <DataTable
          caption={t("bankFiles.waiting")}
          rows={waiting}
          rowKey={({ currency }) => currency}
          rowLink={({ currency }) => (sends ? `/admin/payouts/files/new?currency=${currency}` : undefined)}
          columns={[
            { key: "currency", label: t("bankFiles.next"), kind: "title", cell: ({ currency }) => t("bankFiles.nextIn", { currency }) },
            { key: "lines", label: t("bankFiles.lines"), kind: "number", cell: ({ lines }) => <Count value={lines} /> },
            { key: "sum", label: t("bankFiles.sum"), kind: "amount", cell: ({ sum, currency }) => <Money amount={sum} currency={currency} /> },
          ]}
          empty={<EmptyState title={t("bankFiles.nothing")} action={<LinkButton to="/admin/requests?state=pending&kind=payout" look="secondary">{t("payouts.toApprove")}</LinkButton>}>{t("bankFiles.nothingText")}</EmptyState>}
        />
      </Card>
      <Card title={t("bankFiles.made")} padded={false}>
        <DataTable
          caption={t("bankFiles.made")}
          rows={items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => (sends ? `/admin/payouts/files/${id}` : undefined)}
          columns={[
            { key: "reference", label: t("payout.reference"), kind: "title", cell: ({ reference }) => reference },
            { key: "at", label: t("bankFiles.at"), cell: ({ made_at }) => <TimeText value={made_at} /> },
            { key: "method", label: t("bankFiles.from"), cell: ({ method }) => method },
            { key: "open", label: t("bankFiles.open"), kind: "number", cell: ({ open }) => <Count value={open} /> },
            { key: "paid", label: t("bankFiles.paid"), kind: "number", cell: ({ paid }) => <Count value={paid} /> },
            { key: "returned", label: t("bankFiles.returned"), kind: "number", cell: ({ returned }) => <Count value={returned} /> },
            { key: "sum", label: t("bankFiles.sum"), kind: "amount", cell: ({ sum, currency }) => <Money amount={sum} currency={currency} /> },
          ]}
          empty={<EmptyState title={t("bankFiles.none")}>{t("bankFiles.noneText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
