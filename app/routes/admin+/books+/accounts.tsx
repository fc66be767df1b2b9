/** The chart of accounts: every kind there is, its natural side, who may write it by hand, what stands on it and what moved in a period. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { BooksTabs } from "~/components/admin/books/books-tabs";
import { PeriodNotice } from "~/components/admin/period-notice";
import { periodStatus, readPeriod } from "~/components/admin/period.server";
import { readQuery } from "~/components/admin/query.server";
import { useAccountName } from "~/components/admin/use-account-name";
import { useLabel } from "~/components/admin/use-label";
import { Card, Count, DataTable, EmptyState, FilterBar, Money, Page, PageHeader } from "~/components/ui";
import { staffMethods } from "~/db/funding.server";
import { staffAccounts, type ChartAccount } from "~/db/ledger.server";

export const handle = { title: "admin:chart.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const period = readPeriod(readQuery(request));
  return withSession(request, async () => {
    const [accounts, { methods }] = await Promise.all([staffAccounts(token, period.fault === null ? period : { from: null, until: null }), staffMethods(token)]);
    return data({ accounts: period.fault === null ? accounts : [], fault: period.fault, methodNames: Object.fromEntries(methods.map(({ account, name }) => [account, name])) }, periodStatus(period));
  });
}

export default function Accounts() {
  const { t } = useTranslation("admin");
  const label = useLabel();
  const { accounts, fault, methodNames } = useLoaderData<typeof loader>();
  const accountName = useAccountName(methodNames);
  const name = ({ name: code, account, accounts: there }: ChartAccount) => (
    <span className="flex min-w-0 flex-col lg:min-w-56">
      {account && there === 1 ? <Link to={`/admin/books/journals?account=${account}`} className="link inline-block py-1">{accountName(code)}</Link> : <span>{accountName(code)}</span>}
      <code className="font-mono text-xs break-all text-quiet">{code}</code>
    </span>
  );
  const whose = ({ of, accounts: there, side }: ChartAccount) => (
    <span>
      {of === "members" ? t("chart.members", { count: there }) : t("chart.operator")}
      <span className="block text-xs text-quiet">{label("side", side)}</span>
    </span>
  );
  return (
    <Page>
      <PageHeader title={t("chart.title")} lead={t("chart.lead")} />
      <BooksTabs />
      <FilterBar filters={[{ name: "from", label: t("period.from"), type: "date" }, { name: "until", label: t("period.until"), type: "date" }]} />
      <PeriodNotice fault={fault} />
      {accounts.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("books.nothing")}>{t("books.nothingText")}</EmptyState>
        </Card>
      ) : null}
      {[...new Set(accounts.map(({ currency }) => currency))].map((currency) => (
        <Card key={currency} title={t("books.accounts", { currency })} padded={false}>
          <DataTable
            caption={t("books.accounts", { currency })}
            rows={accounts.filter((account) => account.currency === currency)}
            rowKey={({ name: code, of }) => `${of} ${code}`}
            columns={[
              { key: "name", label: t("books.account"), kind: "title", cell: name },
              { key: "of", label: t("chart.whose"), cell: whose },
              { key: "hand", label: t("chart.byHand"), cell: ({ by_hand }) => (by_hand.length > 0 ? by_hand.map((kind) => label("journal", kind)).join(", ") : t("chart.never")) },
              { key: "lines", label: t("chart.lines"), kind: "number", cell: ({ lines }) => <Count value={lines} /> },
              { key: "debit", label: t("books.debit"), kind: "number", cell: ({ debit }) => <Money amount={debit} currency={currency} /> },
              { key: "credit", label: t("books.credit"), kind: "number", cell: ({ credit }) => <Money amount={credit} currency={currency} /> },
              { key: "balance", label: t("books.balance"), kind: "amount", cell: ({ balance }) => <Money amount={balance} currency={currency} /> },
            ]}
          />
        </Card>
      ))}
    </Page>
  );
}
