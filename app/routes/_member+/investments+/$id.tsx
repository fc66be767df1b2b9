/** One contract: its terms, how far it has come, what happens at its end, and every day that was recorded. Nothing of it is estimated. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { AccrualTable } from "~/components/member/accrual-table";
import { MaturityCard } from "~/components/member/maturity-card";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, CardGrid, DateText, DescriptionList, EmptyState, LinkButton, Money, Notice, Page, PageHeader, Pager, Percent, Progress, Stat, StateBadge } from "~/components/ui";
import { memberInvestment, memberMaturityChoose } from "~/db/invest.server";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey } from "~/forms/submission.server";
import { addAmounts, subtractAmounts } from "~/money/decimal";
import { isZero } from "~/money/format";

export const handle: MemberHandle<{ investment: { plan_name: string; reference: string } }> = {
  title: (loaded) => (loaded ? `${loaded.investment.plan_name} ${loaded.investment.reference}` : "member:investments.title"),
  place: "invest",
};

const schema = () => z.object({ choice: z.enum(["wallet", "renew"]), risk_accepted: z.boolean().default(false), key: requestKey() });

export function loader({ request, params }: LoaderFunctionArgs) {
  const cursor = new URL(request.url).searchParams.get("cursor");
  return withMember(request, async (token) => data({ ...(await memberInvestment(token, params.id ?? "", { cursor, limit: 14 })), key: newRequestKey() }));
}

export function action({ request, params }: ActionFunctionArgs) {
  const investment = params.id ?? "";
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema());
    if (submission.status !== "success") return refuse(submission);
    const { choice, risk_accepted: riskAccepted, key } = submission.value;
    try {
      await memberMaturityChoose(token, { investment, choice, riskAccepted, key });
      return redirect(`/investments/${investment}?chosen=1#ending`);
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["choice", "risk_accepted"], rename: { plan: "choice", amount: "choice" } });
    }
  });
}

export default function InvestmentPage() {
  const { t } = useTranslation("member");
  const { investment, accruals, maturity, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const wallet = t(investment.wallet === "INTEREST" ? "walletInText.INTEREST" : "walletInText.DEPOSIT");
  const { currency, amount, accrued, awaiting, total, days, days_done, state } = investment;
  const waits = !isZero(awaiting);
  return (
    <Page>
      <PageHeader
        title={investment.plan_name}
        aside={<StateBadge state={state} />}
        crumbs={[{ label: t("investments.title"), to: "/investments" }, { label: investment.reference }]}
        actions={
          <LinkButton to={`/resources/schedule/${investment.id}`} reloadDocument look="secondary" download>
            {t("schedule.download")}
          </LinkButton>
        }
      />
      {search.has("new") ? (
        <Receipt title={t("investment.done")} reference={investment.reference}>
          {t("investment.doneText")} <DateText value={investment.next_credit_on ?? investment.end_on} />.
        </Receipt>
      ) : null}
      {state === "matured" && (maturity.renewal === null || maturity.renewal.state === "returned") ? <Notice tone="success" title={t("investment.matured")}>{t("investment.maturedText")}</Notice> : null}
      {waits ? <Notice tone="warning" title={t("investment.awaiting")}>{t("investment.awaitingText")}</Notice> : null}
      <CardGrid columns={4}>
        <Stat label={t("investment.invested")} value={<Money amount={amount} currency={currency} />} note={t("investment.from", { wallet })} to="/wallet/movements?kind=investment" />
        <Stat label={t("investment.credited")} value={<Money amount={accrued} currency={currency} />} note={t("investment.creditedNote")} to="#days" />
        {waits ? <Stat label={t("investment.waiting")} value={<Money amount={awaiting} currency={currency} />} note={t("investment.waitingNote")} to="#days" /> : null}
        <Stat
          label={t("investment.toCome")}
          value={<Money amount={subtractAmounts(total, addAmounts(accrued, awaiting))} currency={currency} />}
          note={<>{t("investment.ofTotal")} <Money amount={total} currency={currency} /></>}
        />
        {waits ? null : <Stat label={t("investment.ends")} value={<DateText value={investment.end_on} />} note={t(maturity.choice === "renew" ? "maturity.endsAgain" : "investment.endsNote")} />}
      </CardGrid>
      <Card>
        <Progress value={days_done} max={days} label={t("investments.progressOf", { plan: investment.plan_name })}>
          {t("investments.daysOf", { done: days_done, days })}
          {investment.next_credit_on ? (
            <>
              {" "}· {t("investment.nextOn")} <DateText value={investment.next_credit_on} />
            </>
          ) : null}
        </Progress>
      </Card>
      <div className="grid items-start gap-6 md:grid-cols-[1.6fr_1fr]">
        {/* On a phone what can be chosen comes before the long list of days. */}
        <div className="flex min-w-0 flex-col gap-6 md:order-2">
          <div id="ending" className="scroll-mt-20">
            <MaturityCard investment={investment} maturity={maturity} saved={search.has("chosen")} requestKey={key} answer={answer} />
          </div>
          <Card title={t("investment.contract")}>
            <DescriptionList
              items={[
                { term: t("pending.reference"), value: investment.reference },
                maturity.renews && { term: t("maturity.renews"), value: <Link to={`/investments/${maturity.renews.id}`} className="link">{maturity.renews.reference}</Link> },
                { term: t("fact.version"), value: <span className="numeral">{investment.version}</span> },
                { term: t("fact.daily_rate"), value: <Percent rate={investment.daily_rate} /> },
                { term: t("fact.start_on"), value: <DateText value={investment.start_on} /> },
                { term: t("fact.end_on"), value: <DateText value={investment.end_on} /> },
                { term: t("investment.timezone"), value: investment.timezone },
                { term: t("investment.total"), value: <Money amount={total} currency={currency} /> },
                { term: t("fact.contract_hash"), value: <code className="font-mono text-xs break-all">{investment.hash}</code>, note: t("investment.hashNote") },
              ]}
            />
          </Card>
        </div>
        <div id="days" className="min-w-0 scroll-mt-20 md:order-1">
          <Card title={t("investment.days")} padded={false}>
            <AccrualTable accruals={accruals.items} currency={currency} empty={<EmptyState title={t("investment.noDays.title")}>{t("investment.noDays.text")}</EmptyState>} />
            <Pager next={accruals.next} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
