/** One plan: amount and wallet give a quote, the quote and a tick give a contract. The quote is an ordinary address, so it can be kept. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { InvestConfirm } from "~/components/member/invest-confirm";
import type { MemberHandle } from "~/components/member/place";
import { PlanFacts } from "~/components/member/plan-card";
import { QuoteForm } from "~/components/member/quote-form";
import { QuoteResult } from "~/components/member/quote-result";
import { Badge, Card, Notice, Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { memberInvest, memberPlan, memberQuote, type Plan, type Quote } from "~/db/invest.server";
import { newRequestKey } from "~/forms/request-key.server";
import { problemToSubmission, readForm, refuse, refuseProblem, requestKey, typedAmount, type FormResult } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { compareAmounts } from "~/money/decimal";

export const handle: MemberHandle<{ plan: { name: string } }> = { title: (loaded) => loaded?.plan.name ?? "member:invest.title" };

const wallet = () => z.enum(["DEPOSIT", "INTEREST"], { error: "choose_wallet" });
const quoteSchema = (language: Language) => z.object({ wallet: wallet(), amount: typedAmount(language) });
const investSchema = (language: Language) => z.object({ version: z.uuid(), wallet: wallet(), amount: typedAmount(language), risk_accepted: z.literal(true, { error: "risk_not_accepted" }), key: requestKey() });

/** A quote, or why there is none: at the field, with the status that a refused form has. */
async function quoteFrom(search: URLSearchParams, token: string, plan: string, language: Language): Promise<{ quote: Quote | null; result: FormResult | null; status: number }> {
  if (!search.has("amount")) return { quote: null, result: null, status: 200 };
  const form = new FormData();
  for (const name of ["amount", "wallet"]) form.set(name, search.get(name) ?? "");
  const submission = await readForm(form, quoteSchema(language));
  if (submission.status !== "success") return { quote: null, result: submission.reply(), status: 422 };
  try {
    return { quote: await memberQuote(token, { plan, ...submission.value }), result: submission.reply(), status: 200 };
  } catch (error) {
    if (!isProblem(error) || error.status !== 422) throw error;
    return { quote: null, result: problemToSubmission(submission, error), status: error.status };
  }
}

export function loader({ request, params }: LoaderFunctionArgs) {
  const planId = params.planId ?? "";
  const { searchParams } = new URL(request.url);
  return withMember(request, async (token) => {
    const [facts, { status, ...answer }] = await Promise.all([memberPlan(token, planId), quoteFrom(searchParams, token, planId, languageOf(request))]);
    return data({ ...facts, ...answer, wallet: searchParams.get("wallet") ?? "DEPOSIT", key: newRequestKey() }, { status });
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, investSchema(languageOf(request)));
    if (submission.status !== "success") return refuse(submission);
    const { risk_accepted: riskAccepted, ...contract } = submission.value;
    try {
      const { investment } = await memberInvest(token, { plan: params.planId ?? "", ...contract, riskAccepted });
      return redirect(`/investments/${investment}?new=1`);
    } catch (error) {
      return refuseProblem(submission, error, { fields: ["risk_accepted"] });
    }
  });
}

export default function PlanPage() {
  const { t } = useTranslation("member");
  const { plan, wallets, kyc_required, kyc_ok, quote, result, wallet: chosen, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const source = wallets.find(({ kind }) => kind === chosen);
  const short = quote !== null && compareAmounts(source?.available ?? "0", quote.amount) < 0;
  const barred = kyc_required && !kyc_ok;
  return (
    <Page>
      <PageHeader
        title={plan.name}
        lead={plan.description}
        aside={plan.above_rail ? <Badge tone="warning">{t("invest.aboveRail")}</Badge> : undefined}
        crumbs={[{ label: t("invest.title"), to: "/invest" }, { label: plan.name }]}
      />
      {barred ? <Notice tone="warning" title={t("invest.kyc.title")}>{t("invest.kyc.text")}</Notice> : null}
      <div className="grid items-start gap-6 md:grid-cols-[1.4fr_1fr]">
        {/* The quote comes first on a phone: it is what was asked for. */}
        <div className="flex min-w-0 flex-col gap-6">
          {quote ? (
            <>
              <QuoteResult plan={plan} quote={quote} wallet={chosen} />
              <InvestConfirm plan={plan} quote={quote} wallet={chosen} available={source?.available ?? "0"} short={short} barred={barred} requestKey={key} answer={answer} />
            </>
          ) : (
            <>
              <Terms plan={plan} />
              <Card title={t("invest.risk")}>
                <p className="text-sm whitespace-pre-line">{plan.risk_text}</p>
              </Card>
            </>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t("quote.title")}>
            {quote ? null : <p className="mb-4 text-sm text-quiet">{t("quote.before")}</p>}
            <QuoteForm plan={plan} wallets={wallets} wallet={chosen} result={result} />
          </Card>
          {quote ? <Terms plan={plan} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Terms({ plan }: { plan: Plan }) {
  const { t } = useTranslation("member");
  return (
    <Card title={t("invest.terms")}>
      <PlanFacts plan={plan} rate />
      {plan.above_rail ? <p className="mt-3 text-sm text-quiet">{t("invest.aboveRailText")}</p> : null}
    </Card>
  );
}
