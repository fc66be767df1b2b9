import { useTranslation } from "react-i18next";

import { Card, EmptyState, LinkButton, Page, PageHeader } from "~/components/ui";
import { CurrencyChoice } from "../currency-choice";

type MoneyPageProps = {
  title: string;
  lead: string;
  currencies: string[];
  currency: string;
  /** false while the answers are checked: the currency is settled then */
  choosing: boolean;
  children: React.ReactNode;
};

/** What the three treasury forms share: their place, the currency they are about, and what to do when there is no method yet. */
export function MoneyPage({ title, lead, currencies, currency, choosing, children }: MoneyPageProps) {
  const { t } = useTranslation("admin");
  return (
    <Page width="form">
      <PageHeader title={title} lead={lead} crumbs={[{ label: t("treasury.title"), to: "/admin/treasury" }, { label: title }]} />
      {currencies.length === 0 ? (
        <Card padded={false}>
          <EmptyState title={t("methods.none")} action={<LinkButton to="/admin/methods/new">{t("methods.new")}</LinkButton>}>
            {t("methods.noneText")}
          </EmptyState>
        </Card>
      ) : (
        <>
          {choosing ? <CurrencyChoice currencies={currencies} chosen={currency} /> : null}
          {children}
        </>
      )}
    </Page>
  );
}
