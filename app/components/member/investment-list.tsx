import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { DateText, Money, Progress, StateBadge } from "~/components/ui";
import type { Investment } from "~/db/invest.server";

/** Investments with how far each has come; the bar counts recorded days, nothing estimated. */
export function InvestmentList({ investments }: { investments: Investment[] }) {
  return (
    <ul className="divide-y divide-line">
      {investments.map((investment) => (
        <li key={investment.id} className="relative px-4 py-4 hover:bg-sunken sm:px-5">
          <InvestmentRow investment={investment} />
        </li>
      ))}
    </ul>
  );
}

function InvestmentRow({ investment }: { investment: Investment }) {
  const { t } = useTranslation("member");
  const { id, plan_name, reference, amount, currency, accrued, awaiting, total, days, days_done, end_on, state } = investment;
  return (
    <div className="grid gap-x-8 gap-y-3 md:grid-cols-[1.2fr_1fr_1.4fr]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link to={`/investments/${id}`} className="font-strong underline decoration-line-strong underline-offset-4 after:absolute after:inset-0">
            {plan_name}
          </Link>
          {state === "active" ? null : <StateBadge state={state} />}
        </p>
        <p className="text-sm text-quiet">
          <Money amount={amount} currency={currency} /> · {reference}
        </p>
      </div>
      <div className="flex flex-wrap gap-x-8 gap-y-2 text-sm md:block">
        <p>
          <span className="text-quiet">{t("investments.credited")}</span> <Money amount={accrued} currency={currency} />
        </p>
        {/^0*(\.0*)?$/.test(awaiting) ? (
          <p className="text-quiet">
            {t("investments.ofProjected")} <Money amount={total} currency={currency} />
          </p>
        ) : (
          <p className="text-warning">
            {t("investments.waiting")} <Money amount={awaiting} currency={currency} />
          </p>
        )}
      </div>
      <Progress value={days_done} max={days} label={t("investments.progressOf", { plan: plan_name })}>
        {t("investments.daysOf", { done: days_done, days })} · {state === "matured" ? t("investments.ended") : t("investments.ends")} <DateText value={end_on} />
      </Progress>
    </div>
  );
}
