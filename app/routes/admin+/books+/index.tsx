/** The trial balance: debits equal credits in every currency, and the accounts that make them up. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { BooksTabs } from "~/components/admin/books/books-tabs";
import { useAccountName } from "~/components/admin/use-account-name";
import { useLabel } from "~/components/admin/use-label";
import { Badge, Card, DataTable, EmptyState, Money, Notice, Page, PageHeader } from "~/components/ui";
import { staffMethods } from "~/db/funding.server";
import { staffTrialBalance } from "~/db/ledger.server";
import { isZero } from "~/money/format";

export const handle = { title: "admin:books.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  return withSession(request, async () => {
    const [books, { methods }] = await Promise.all([staffTrialBalance(token), staffMethods(token)]);
    return data({ ...books, methodNames: Object.fromEntries(methods.map(({ account, name }) => [account, name])) });
  });
}

export default function Books() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { currencies, accounts, methodNames } = useLoaderData<typeof loader>();
  const accountName = useAccountName(methodNames);
  const off = currencies.filter(({ difference }) => !isZero(difference));
  return (
    <Page>
      <PageHeader title={t("books.title")} lead={t("books.lead")} />
      <BooksTabs />
      {off.length > 0 ? (
        <Notice tone="danger" title={t("books.offTitle")}>
          {t("books.offText")}
        </Notice>
      ) : null}
      <Card title={t("books.sums")} padded={false}>
        <DataTable
          caption={t("books.sums")}
          rows={currencies}
          rowKey={({ currency }) => currency}
          columns={[
            { key: "currency", label: t("books.currency"), kind: "title", cell: (row) => <span className="font-strong">{row.currency}</span> },
            { key: "debit", label: t("books.debit"), kind: "number", cell: (row) => <Money amount={row.debit} currency={row.currency} /> },
            { key: "credit", label: t("books.credit"), kind: "number", cell: (row) => <Money amount={row.credit} currency={row.currency} /> },
            { key: "difference", label: t("books.difference"), kind: "number", cell: (row) => <Money amount={row.difference} currency={row.currency} /> },
            {
              key: "verdict",
              label: t("books.verdict"),
              cell: (row) => (isZero(row.difference) ? <Badge tone="success">{t("books.balanced")}</Badge> : <Badge tone="danger">{t("books.off")}</Badge>),
            },
          ]}
          empty={<EmptyState title={t("books.nothing")}>{t("books.nothingText")}</EmptyState>}
        />
      </Card>
      {currencies.map(({ currency }) => (
        <Card key={currency} title={t("books.accounts", { currency })} padded={false}>
          <DataTable
            caption={t("books.accounts", { currency })}
            rows={accounts.filter((account) => account.currency === currency)}
            rowKey={({ name }) => name}
            columns={[
              { key: "name", label: t("books.account"), kind: "title", cell: (row) => accountName(row.name) },
              { key: "side", label: t("books.side"), cell: (row) => label("side", row.side) },
              { key: "balance", label: t("books.balance"), kind: "amount", cell: (row) => <Money amount={row.balance} currency={row.currency} /> },
            ]}
          />
        </Card>
      ))}
    </Page>
  );
}
