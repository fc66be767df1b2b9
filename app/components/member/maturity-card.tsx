import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { Card, Notice, TimeText } from "~/components/ui";
import type { InvestmentDetail } from "~/db/invest.server";
import { CheckField, Form, RadioField, RequestKey, SubmitButton } from "~/forms";
import { formatDate } from "~/money/dates";
import { formatMoney, formatPercent } from "~/money/format";

type Props = Pick<InvestmentDetail, "investment" | "maturity"> & { saved: boolean; requestKey: string; answer: unknown };

/** What happens with the principal at the end of a term: what was chosen, the choice while it can be made, its history and what became of it. */
export function MaturityCard({ investment, maturity, saved, requestKey, answer }: Props) {
  const { t, i18n } = useTranslation("member");
  const { t: common } = useTranslation();
  const { choice, changes, renewal, may_change, again } = maturity;
  const facts = { amount: `${formatMoney(investment.amount, investment.currency, i18n.language)}\u00a0${investment.currency}`, date: formatDate(investment.end_on, i18n.language), plan: investment.plan_name };
  const obstacle = again?.obstacle ? common(`notRenewed.${again.obstacle}`) : null;
  return (
    <Card title={t("maturity.title")}>
      <div className="flex flex-col gap-5">
        {saved ? <Notice tone="success" live>{t("maturity.saved")}</Notice> : null}
        {investment.state === "active" ? (
          <div className="flex flex-col gap-1 text-sm">
            <p>{t(choice === "renew" ? "maturity.again" : "maturity.toWallet", facts)}</p>
            {choice === "renew" ? <p className="text-quiet">{t("maturity.fallback")}</p> : null}
            {may_change ? null : <p className="text-quiet">{t("maturity.over", { date: formatDate(maturity.change_until, i18n.language) })}</p>}
          </div>
        ) : null}
        {choice === "renew" && obstacle ? <Notice tone="warning" title={t("maturity.atRisk")}>{obstacle}</Notice> : null}
        {renewal?.state === "due" ? <p className="text-sm">{t("maturity.due")}</p> : null}
        {renewal?.into ? (
          <p className="text-sm">
            {t("maturity.renewed")}{" "}
            <Link to={`/investments/${renewal.into.id}`} className="link">
              {renewal.into.reference}
            </Link>
          </p>
        ) : null}
        {renewal?.reason ? <Notice tone="warning" title={t("maturity.returned")}>{common(`notRenewed.${renewal.reason}`)}</Notice> : null}
        {may_change ? (
          <Form answer={answer} defaults={{ choice }} preventScrollReset>
            <RadioField
              name="choice"
              label={t("maturity.question")}
              hint={t("maturity.until", { date: formatDate(maturity.change_until, i18n.language), zone: investment.timezone })}
              options={[
                { value: "wallet", label: t("maturity.wallet"), hint: t("maturity.walletHint", facts) },
                { value: "renew", label: t("maturity.renew", facts), hint: obstacle ? t("maturity.notNow", { reason: obstacle }) : <RenewHint maturity={maturity} currency={investment.currency} date={facts.date} />, disabled: obstacle !== null && choice !== "renew" },
              ]}
            />
            {again?.terms ? (
              <>
                <details className="text-sm">
                  <summary className="min-h-6 text-accent underline underline-offset-4">{t("invest.risk")}</summary>
                  <p className="mt-2 whitespace-pre-line text-quiet">{again.terms.risk_text}</p>
                </details>
                <CheckField name="risk_accepted" label={t("invest.accept")} hint={t("maturity.riskHint")} />
              </>
            ) : null}
            <RequestKey value={requestKey} />
            <SubmitButton>{t("maturity.save")}</SubmitButton>
          </Form>
        ) : null}
        {changes.length > 0 ? (
          <div>
            <h3 className="mb-2 text-sm font-strong">{t("maturity.history")}</h3>
            <ol className="divide-y divide-line text-sm">
              {changes.map((change) => (
                <li key={change.at} className="flex flex-wrap justify-between gap-x-6 py-2 first:pt-0 last:pb-0">
                  <span>{t(`maturity.chose.${change.choice}`)}</span>
                  <span className="text-quiet">
                    <TimeText value={change.at} />
                  </span>
                </li>
              ))}
            </ol>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

function RenewHint({ maturity, currency, date }: { maturity: Props["maturity"]; currency: string; date: string }) {
  const { t, i18n } = useTranslation("member");
  const terms = maturity.again?.terms;
  if (!terms) return null;
  return t("maturity.renewHint", {
    date,
    rate: formatPercent(terms.daily_rate, i18n.language),
    end: formatDate(terms.end_on, i18n.language),
    total: `${formatMoney(terms.total, currency, i18n.language)}\u00a0${currency}`,
  });
}
