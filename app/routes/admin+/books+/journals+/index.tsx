/** Journals: every movement of money, by kind, account, day, number or what caused it. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { BooksTabs } from "~/components/admin/books/books-tabs";
import { journalKinds } from "~/components/admin/books/journal-kinds";
import { PeriodNotice } from "~/components/admin/period-notice";
import { periodStatus, readPeriod } from "~/components/admin/period.server";
import { readQuery } from "~/components/admin/query.server";
import { useLabel } from "~/components/admin/use-label";
import { useMay } from "~/components/admin/use-staff";
import { Badge, Card, DataTable, DateText, EmptyState, FilterBar, LinkButton, Money, Page, PageHeader, Pager, TimeText } from "~/components/ui";
import { staffJournals } from "~/db/journal.server";

export const handle = { title: "admin:journals.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const query = readQuery(request);
  const period = readPeriod(query);
  const account = query.text("account", 19);
  const filter = { kind: query.oneOf("kind", journalKinds), account: account !== null && /^\d{1,19}$/.test(account) && BigInt(account) < 2n ** 63n ? account : null, search: query.text("search", 80), from: period.from, until: period.until };
  return withSession(request, async () => {
    // Who asks is found out first, whatever the days are.
    const found = await staffJournals(token, period.fault === null ? filter : { ...filter, from: null, until: null }, { cursor: query.numberedCursor() });
    return data({ ...(period.fault === null ? found : { items: [], next: null }), fault: period.fault, account: filter.account }, periodStatus(period));
  });
}

export default function Journals() {
  const { t } = useTranslation(["admin", "common"]);
  const label = useLabel();
  const may = useMay();
  const { items, next, fault, account } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader
        title={t("admin:journals.title")}
        lead={t("admin:journals.lead")}
        actions={
          may("journals.write") ? (
            <LinkButton to="/admin/books/journals/new" look="secondary">
              {t("admin:journals.write")}
            </LinkButton>
          ) : null
        }
      />
      <BooksTabs />
      <FilterBar
        filters={[
          { name: "kind", label: t("admin:journals.kind"), type: "select", options: journalKinds.map((value) => ({ value, label: label("journal", value) })) },
          { name: "from", label: t("admin:period.from"), type: "date" },
          { name: "until", label: t("admin:period.until"), type: "date" },
          { name: "search", label: t("common:search"), type: "search", placeholder: t("admin:journals.searchHint") },
        ]}
      />
      <PeriodNotice fault={fault} />
      {account ? (
        <p className="text-sm text-quiet">
          {t("admin:journals.ofAccount", { account })} <Link to="/admin/books/journals" className="link inline-block py-1">{t("admin:journals.all")}</Link>
        </p>
      ) : null}
      <Card padded={false}>
        <DataTable
          caption={t("admin:journals.title")}
          rows={items}
          rowKey={({ number }) => number}
          rowLink={({ number }) => `/admin/books/journals/${number}`}
          columns={[
            {
              key: "amounts",
              label: t("admin:requests.amount"),
              kind: "amount",
              cell: ({ amounts }) => (
                <span className="flex flex-col items-end">
                  {amounts.map((one) => (
                    <Money key={one.currency} amount={one.amount} currency={one.currency} />
                  ))}
                </span>
              ),
            },
            { key: "number", label: t("admin:journals.number"), kind: "title", cell: ({ number }) => <span className="tabular-nums">{number}</span> },
            {
              key: "kind",
              label: t("admin:journals.kind"),
              cell: ({ kind, reversed_by }) => (
                <span className="flex flex-wrap items-center gap-2">
                  {label("journal", kind)}
                  {reversed_by ? <Badge tone="neutral">{t("admin:journals.isReversed")}</Badge> : null}
                </span>
              ),
            },
            { key: "value", label: t("admin:journals.valueOn"), cell: ({ value_on }) => <DateText value={value_on} /> },
            { key: "posted", label: t("admin:journals.postedAt"), cell: ({ posted_at }) => <TimeText value={posted_at} /> },
            { key: "request", label: t("admin:journals.request"), cell: ({ request }) => request?.reference ?? "" },
          ]}
          empty={<EmptyState title={t("admin:journals.nothing")}>{t(next ? "admin:journals.goOn" : "admin:journals.nothingText")}</EmptyState>}
        />
        <Pager next={next} />
      </Card>
    </Page>
  );
}
