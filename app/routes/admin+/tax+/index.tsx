/** The tax register of a quarter: what was withheld from whom, and the sums the authority is owed. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withSession } from "~/auth/guard.server";
import { requireStaff } from "~/auth/session.server";
import { readQuery } from "~/components/admin/query.server";
import { DepositsCard, FormName } from "~/components/admin/tax/deposits";
import { quarterBefore, quarterOf } from "~/tax/quarter";
import { quarterIn } from "~/tax/quarters.server";
import { TaxTabs } from "~/components/admin/tax/tax-tabs";
import { useMay } from "~/components/admin/use-staff";
import { Card, ChoiceLinks, Count, DataTable, DateText, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Percent } from "~/components/ui";
import { staffTaxRegister } from "~/db/tax.server";
import { isZero } from "~/money/format";

export const handle = { title: "admin:tax.register" };

export async function loader({ request }: LoaderFunctionArgs) {
  const token = await requireStaff(request);
  const on = quarterIn(readQuery(request).text("quarter", 8));
  return withSession(request, async () => data(await staffTaxRegister(token, on)));
}

export default function Register() {
  const { t } = useTranslation("admin");
  const may = useMay();
  const { from_on, until_on, over, items, sums, deposits, waiting, payable } = useLoaderData<typeof loader>();
  const quarter = quarterOf(from_on);
  const choices = [2, 1, 0, ...(over ? [-1] : [])].map((back) => quarterBefore(from_on, back));
  return (
    <Page>
      <PageHeader
        title={t("tax.register")}
        lead={t("tax.lead")}
        actions={
          <LinkButton to={`/admin/tax/register/${quarter}`} look="secondary" reloadDocument download>
            {t("tax.csv")}
          </LinkButton>
        }
      />
      <TaxTabs />
      <ChoiceLinks label={t("tax.quarter")} choices={choices.map((one) => ({ to: `?quarter=${one}`, label: one, chosen: one === quarter }))} />
      <p className="text-sm text-quiet">
        {t("tax.valueDates")} <DateText value={from_on} /> – <DateText value={until_on} />{over ? null : <>. {t("tax.running")}</>}
      </p>
      <Card title={t("tax.sums")} padded={false}>
        <DataTable
          caption={t("tax.sums")}
          rows={sums}
          rowKey={({ currency, rule }) => `${currency} ${rule}`}
          columns={[
            { key: "regime", label: t("tax.regime"), kind: "title", cell: ({ regime, currency }) => `${t(`tax.regimes.${regime}`)}, ${currency}` },
            { key: "form", label: t("tax.form"), cell: ({ form, code }) => <FormName form={form} code={code} /> },
            { key: "members", label: t("tax.members"), kind: "number", cell: ({ members }) => <Count value={members} /> },
            { key: "gross", label: t("tax.gross"), kind: "number", cell: ({ gross, currency }) => <Money amount={gross} currency={currency} /> },
            { key: "tax", label: t("tax.withheld"), kind: "number", cell: ({ tax, currency }) => <Money amount={tax} currency={currency} /> },
            { key: "deposited", label: t("tax.deposited"), kind: "number", cell: ({ deposited, currency }) => <Money amount={deposited} currency={currency} /> },
            { key: "left", label: t("tax.left"), kind: "amount", cell: ({ left, currency }) => <Money amount={left} currency={currency} /> },
          ]}
          empty={<EmptyState title={t("tax.none")}>{t("tax.noneText")}</EmptyState>}
        />
      </Card>
      <DepositsCard deposits={deposits} waiting={waiting} action={may("treasury.write") && sums.some(({ left }) => !isZero(left)) ? <LinkButton to={`/admin/tax/deposit?quarter=${quarter}`} look="secondary">{t("tax.deposit")}</LinkButton> : null} />
      {sums.length > 0 ? <Notice title={t("tax.verify")}>{t("tax.verifyText")}</Notice> : null}
      <Card title={t("tax.byMember")} padded={false}>
        <DataTable
          caption={t("tax.byMember")}
          rows={items}
          rowKey={({ member, currency, regime, rate, code }) => `${member.id} ${currency} ${regime} ${rate} ${code}`}
          rowLink={({ member }) => (may("members.read") ? `/admin/members/${member.id}` : undefined)}
          columns={[
            { key: "member", label: t("withdrawals.member"), kind: "title", cell: ({ member }) => member.name },
            { key: "pan", label: t("tax.pan"), cell: ({ pan }) => (pan ? t("tax.panKnown") : t("tax.panUnknown")) },
            { key: "regime", label: t("tax.regime"), cell: ({ regime, rate }) => <span>{t(`tax.regimes.${regime}`)} · <Percent rate={rate} /></span> },
            { key: "count", label: t("tax.count"), kind: "number", cell: ({ count }) => <Count value={count} /> },
            { key: "gross", label: t("tax.gross"), kind: "number", cell: ({ gross, currency }) => <Money amount={gross} currency={currency} /> },
            { key: "certificate", label: t("tax.certificate"), cell: ({ member }) => <a href={`/admin/tax/certificate/${quarter}/${member.id}`} download className="link inline-flex min-h-6 items-center">{t("tax.save")}<span className="sr-only">: {member.name}</span></a> },
            { key: "tax", label: t("tax.withheld"), kind: "amount", cell: ({ tax, currency }) => <Money amount={tax} currency={currency} /> },
          ]}
          empty={<EmptyState title={t("tax.none")}>{t("tax.noneText")}</EmptyState>}
        />
      </Card>
      <Card title={t("tax.payable")} padded={false}>
        <DataTable
          caption={t("tax.payable")}
          rows={payable}
          rowKey={({ currency }) => currency}
          columns={[
            { key: "currency", label: t("tax.currency"), kind: "title", cell: ({ currency }) => currency },
            { key: "amount", label: t("tax.withheld"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
          ]}
          empty={<EmptyState title={t("tax.nothingPayable")} />}
        />
      </Card>
    </Page>
  );
}
