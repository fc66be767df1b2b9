import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import type { RouteHandle } from "~/components/page-title";
import { PlanCard } from "~/components/public/plan-card";
import { Projection } from "~/components/public/projection";
import { Card, EmptyState, Page, PageHeader } from "~/components/ui";
import { isProblem } from "~/db/db-error.server";
import { publicPlans, publicQuote, type PublicQuote } from "~/db/public.server";
import { AmountField, Form, SelectField, SubmitButton } from "~/forms";
import { encodeFault } from "~/forms/fault";
import { answerProblems } from "~/http/answer-problems.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { isAmbiguousAmount, readTypedAmount } from "~/money/amount";

export const handle: RouteHandle = { title: "public:plans.title" };

type Asked = { quote: PublicQuote | null; error: Record<string, string[]> };

/** A refused amount is an answer of this page, not a failure: the figures stay and the message stands at the field. */
async function project(plan: string, amount: string, language: Language): Promise<Asked> {
  if (isAmbiguousAmount(amount, language)) return { quote: null, error: { amount: ["ambiguous_amount"] } };
  try {
    return { quote: await publicQuote(plan, readTypedAmount(amount, language)), error: {} };
  } catch (error) {
    if (!isProblem(error) || error.status >= 500) throw error;
    const field = error.field === "amount" ? "amount" : "plan";
    return { quote: null, error: { [field]: [encodeFault(error.code, error.params)] } };
  }
}

export async function loader({ request }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  return answerProblems(async () => {
    const { plans } = await publicPlans();
    const [first] = plans;
    if (!first) return data({ plans, quote: null, answer: { initialValue: { plan: "", amount: "" }, error: {} as Record<string, string[]> } });
    const plan = search.get("plan") ?? first.id;
    const amount = search.get("amount") ?? first.minimum;
    const { quote, error } = await project(plan, amount, languageOf(request));
    return data({ plans, quote, answer: { initialValue: { plan, amount }, error } }, { status: quote ? 200 : 422 });
  });
}

export default function Plans() {
  const { t } = useTranslation("public");
  const { plans, quote, answer } = useLoaderData<typeof loader>();
  const asked = plans.find(({ id }) => id === answer.initialValue.plan) ?? plans[0];
  return (
    <Page>
      <PageHeader title={t("plans.title")} lead={t("plans.lead")} />
      {asked === undefined ? (
        <Card padded={false}>
          <EmptyState title={t("plans.emptyTitle")}>{t("plans.emptyText")}</EmptyState>
        </Card>
      ) : (
        <>
          <ul className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
            {plans.map((plan) => (
              <PlanCard key={plan.id} plan={plan} />
            ))}
          </ul>
          <Card title={t("plans.quote.title")}>
            <div className="grid gap-x-12 gap-y-6 md:grid-cols-[1fr_1.2fr]">
              <div className="flex flex-col gap-5">
                <p className="text-sm text-quiet">{t("plans.quote.lead")}</p>
                <Form method="get" id="quote" answer={answer} preventScrollReset>
                  <SelectField name="plan" label={t("plans.quote.plan")} options={plans.map(({ id, name }) => ({ value: id, label: name }))} />
                  <AmountField name="amount" label={t("plans.quote.amount")} currency={asked.currency} />
                  <SubmitButton look="secondary">{t("plans.quote.show")}</SubmitButton>
                </Form>
              </div>
              {quote ? <Projection quote={quote} /> : null}
            </div>
          </Card>
        </>
      )}
    </Page>
  );
}
