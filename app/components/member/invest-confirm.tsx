import { useTranslation } from "react-i18next";

import { Card, LinkButton, Money, Notice } from "~/components/ui";
import type { Plan, Quote } from "~/db/invest.server";
import { CheckField, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { formatMoney } from "~/money/format";

type Props = { plan: Plan; quote: Quote; wallet: string; available: string; short: boolean; barred: boolean; requestKey: string; answer: unknown };

/** The risk text, the tick and the button. Without the money or the identity check there is no button, but a way to get there. */
export function InvestConfirm({ plan, quote, wallet, available, short, barred, requestKey, answer }: Props) {
  const { t, i18n } = useTranslation("member");
  const name = t(wallet === "INTEREST" ? "walletInText.INTEREST" : "walletInText.DEPOSIT");
  if (short) {
    return (
      <Notice tone="warning" title={t("invest.short.title", { wallet: name })}>
        <p>
          {t("invest.short.text")} <Money amount={available} currency={plan.currency} />
        </p>
        <LinkButton to="/deposits/new" look="secondary" compact className="mt-3">
          {t("home.deposit")}
        </LinkButton>
      </Notice>
    );
  }
  return (
    <Card title={t("invest.confirmTitle")}>
      <h3 className="text-sm font-strong">{t("invest.risk")}</h3>
      <p className="mt-1 mb-5 text-sm whitespace-pre-line text-quiet">{plan.risk_text}</p>
      <Form answer={answer} preventScrollReset>
        <Hidden name="version" value={quote.version_id} />
        <Hidden name="amount" value={quote.amount} />
        <Hidden name="wallet" value={wallet} />
        <CheckField name="risk_accepted" label={t("invest.accept")} hint={t("invest.acceptHint")} />
        <p className="text-sm text-quiet">{t("invest.what", { wallet: name })}</p>
        <RequestKey value={requestKey} />
        {barred ? null : (
          <SubmitButton>
            {t("invest.confirm", { amount: formatMoney(quote.amount, quote.currency, i18n.language), currency: quote.currency })}
          </SubmitButton>
        )}
      </Form>
    </Card>
  );
}
