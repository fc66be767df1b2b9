/** What was withheld from the member's earnings, by quarter and by financial year. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { quarterOf } from "~/tax/quarter";
import type { MemberHandle } from "~/components/member/place";
import { Card, Count, DataTable, DateText, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Percent } from "~/components/ui";
import { memberTax } from "~/db/tax.server";

export const handle: MemberHandle = { title: "payout:taxes.title", place: "network" };

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data(await memberTax(token)));
}

const ways = { SEED: "atPayout", IN: "atCredit", NONE: "not" } as const;

export default function Tax() {
  const { t } = useTranslation("payout");
  const { regime, pan_known, quarters, years } = useLoaderData<typeof loader>();
  return (
    <Page>
      <PageHeader title={t("taxes.title")} lead={<>{t("taxes.lead")} {t(`taxes.${ways[regime]}`)}</>} crumbs={[{ label: t("list.title"), to: "/payouts" }, { label: t("taxes.title") }]} />
      {regime === "IN" && !pan_known ? (
        <Notice tone="warning" title={t("taxes.noPan")}>
          <Link to="/kyc" className="link">{t("taxes.handIn")}</Link>
        </Notice>
      ) : null}
      <Card title={t("taxes.quarters")} padded={false}>
        <DataTable
          caption={t("taxes.quarters")}
          rows={quarters}
          rowKey={({ from_on, currency, regime, rate, code }) => `${from_on} ${currency} ${regime} ${rate} ${code}`}
          empty={<EmptyState title={t("taxes.empty.title")} action={<LinkButton to="/payouts" look="secondary">{t("list.title")}</LinkButton>}>{t("taxes.empty.text")}</EmptyState>}
          columns={[
            { key: "quarter", label: t("taxes.quarter"), kind: "title", cell: ({ from_on, until_on }) => <><DateText value={from_on} /> – <DateText value={until_on} /></> },
            { key: "rule", label: t("taxes.rule"), cell: ({ regime, rate }) => <>{t(`taxes.regimes.${regime}`)} · <Percent rate={rate} /></> },
            { key: "form", label: t("taxes.form"), cell: ({ form, code }) => <span>{form}{code === null ? null : <span className="block text-xs text-quiet">{code}</span>}</span> },
            { key: "count", label: t("taxes.count"), kind: "number", cell: ({ count }) => <Count value={count} /> },
            { key: "gross", label: t("taxes.gross"), kind: "number", cell: ({ gross, currency }) => <Money amount={gross} currency={currency} /> },
            { key: "certificate", label: t("taxes.certificate"), cell: ({ from_on }) => <CertificateLink quarter={quarterOf(from_on)} /> },
            { key: "tax", label: t("taxes.withheld"), kind: "amount", cell: ({ tax, currency }) => <Money amount={tax} currency={currency} /> },
          ]}
        />
      </Card>
      {years.length > 0 ? (
        <Card title={t("taxes.years")} padded={false}>
          <DataTable
            caption={t("taxes.years")}
            rows={years}
            rowKey={({ year_on, currency }) => `${year_on} ${currency}`}
            columns={[
              { key: "year", label: t("taxes.year"), kind: "title", cell: ({ year_on }) => <DateText value={year_on} /> },
              { key: "total", label: t("taxes.total"), kind: "number", cell: ({ total, currency }) => <Money amount={total} currency={currency} /> },
              { key: "carried", label: t("taxes.carried"), kind: "number", cell: ({ carried, currency }) => <Money amount={carried} currency={currency} /> },
              { key: "taken", label: t("taxes.withheld"), kind: "amount", cell: ({ taken, currency }) => <Money amount={taken} currency={currency} /> },
            ]}
          />
        </Card>
      ) : null}
      {quarters.length > 0 ? <p className="text-sm text-quiet">{t("taxes.verify")}</p> : null}
    </Page>
  );
}

/** One file for all of a quarter's rows. */
function CertificateLink({ quarter }: { quarter: string }) {
  const { t } = useTranslation("payout");
  return (
    <a href={`/resources/tax-certificate/${quarter}`} download className="link inline-flex min-h-6 items-center">
      {t("taxes.save")}
      <span className="sr-only"> {quarter}</span>
    </a>
  );
}
