import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Card, DataTable, DateText, EmptyState, Money, Notice } from "~/components/ui";
import type { TaxRegister } from "~/db/tax.server";

type Props = Pick<TaxRegister, "deposits" | "waiting"> & { action: ReactNode };

/** What was paid over to the authority of a quarter, with the references it knows the payments by; each opens its request. */
export function DepositsCard({ deposits, waiting, action }: Props) {
  const { t } = useTranslation("admin");
  return (
    <Card title={t("tax.deposits")} action={action} padded={false}>
      {waiting.length > 0 ? (
        <div className="px-4 pt-4 sm:px-5">
          <Notice tone="info" title={t("tax.depositsWait", { count: waiting.length })}>
            <ul>
              {waiting.map(({ request, reference, amount, currency }) => (
                <li key={request}>
                  <Link to={`/admin/requests/${request}`} className="link">{reference}</Link> · <Money amount={amount} currency={currency} />
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <DataTable
        caption={t("tax.deposits")}
        rows={deposits}
        rowKey={({ id }) => id}
        rowLink={({ request }) => `/admin/requests/${request}`}
        columns={[
          { key: "reference", label: t("tax.reference"), kind: "title", cell: ({ reference }) => reference },
          { key: "paid_on", label: t("tax.paidOn"), cell: ({ paid_on }) => <DateText value={paid_on} /> },
          { key: "form", label: t("tax.form"), cell: ({ form, code }) => <FormName form={form} code={code} /> },
          { key: "method", label: t("tax.paidFrom"), cell: ({ method }) => method },
          { key: "amount", label: t("tax.deposited"), kind: "amount", cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
        ]}
        empty={<EmptyState title={t("tax.noDeposits")}>{t("tax.noDepositsText")}</EmptyState>}
      />
    </Card>
  );
}

/** A certificate's form, and below it the code under which its tax is paid over, where there is one. */
export function FormName({ form, code }: { form: string; code: string | null }) {
  const { t } = useTranslation("admin");
  return (
    <span>
      {form}
      {code === null ? null : <span className="block text-xs text-quiet">{t("tax.codeOf", { code })}</span>}
    </span>
  );
}
