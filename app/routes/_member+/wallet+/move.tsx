/** From the interest wallet to the deposit wallet: fill in, check, confirm; the receipt is the movement itself. */
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";

import { withMember } from "~/auth/with-member.server";
import { CheckAnswers } from "~/components/member/check-answers";
import { ConfirmForm } from "~/components/member/confirm-form";
import { CurrencyTabs } from "~/components/member/currency-tabs";
import { useWalletName } from "~/components/member/names";
import type { MemberHandle } from "~/components/member/place";
import { Card, EmptyState, LinkButton, Money, Page, PageHeader } from "~/components/ui";
import { memberTransfer, memberTransferCheck, memberWallets } from "~/db/ledger.server";
import { AmountField, Form, Hidden, RequestKey, SubmitButton } from "~/forms";
import { newRequestKey } from "~/forms/request-key.server";
import { readForm, refuse, refuseProblem, requestKey, typedAmount } from "~/forms/submission.server";
import { languageOf } from "~/i18n/i18n.server";
import type { Language } from "~/i18n/languages";
import { isZero } from "~/money/format";

export const handle: MemberHandle = { title: "member:move.title" };

const schema = (language: Language) =>
  z.object({ intent: z.enum(["check", "confirm", "change"]), currency: z.string().min(1).max(10), amount: typedAmount(language), key: requestKey() });

export function loader({ request }: LoaderFunctionArgs) {
  return withMember(request, async (token) => {
    const { wallets } = await memberWallets(token);
    return data({ wallets: wallets.filter(({ kind }) => kind === "INTEREST"), key: newRequestKey() });
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withMember(request, async (token) => {
    const submission = await readForm(request, schema(languageOf(request)));
    if (submission.status !== "success") return refuse(submission);
    const { intent, key, ...transfer } = submission.value;
    if (intent === "change") return data({ result: submission.reply() });
    try {
      if (intent === "check") return data({ check: await memberTransferCheck(token, transfer), key });
      const { movement } = await memberTransfer(token, { ...transfer, key });
      return redirect(`/wallet/movements/${movement.id}?new=1`);
    } catch (error) {
      return refuseProblem(submission, error);
    }
  });
}

export default function Move() {
  const { t } = useTranslation("member");
  const walletName = useWalletName();
  const { wallets, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const check = answer && "check" in answer ? answer.check : undefined;
  return (
    <Page width="form">
      <PageHeader
        title={check ? t("check.title") : t("move.title")}
        lead={check ? t("check.lead") : t("move.lead")}
        crumbs={[{ label: t("wallet.title"), to: "/wallet" }, { label: t("move.title") }]}
      />
      {check && answer && "key" in answer ? (
        <CheckAnswers
          title={t("move.title")}
          answers={[
            { term: t("move.amount"), value: <Money {...check} /> },
            { term: t("move.from"), value: walletName("INTEREST"), note: <>{t("move.after")} <Money amount={check.interest_after} currency={check.currency} /></> },
            { term: t("move.to"), value: walletName("DEPOSIT"), note: <>{t("move.after")} <Money amount={check.deposit_after} currency={check.currency} /></> },
            { term: t("move.fee"), value: t("move.noFee") },
          ]}
          next={[t("move.next.now"), t("move.next.receipt")]}
        >
          <ConfirmForm values={{ currency: check.currency, amount: check.amount }} requestKey={answer.key} label={t("move.confirm")} />
        </CheckAnswers>
      ) : (
        <MoveForm wallets={wallets} requestKey={key} answer={answer} />
      )}
    </Page>
  );
}

type FormProps = { wallets: { currency: string; available: string }[]; requestKey: string; answer: unknown };

function MoveForm({ wallets, requestKey: key, answer }: FormProps) {
  const { t } = useTranslation("member");
  return (
    <CurrencyTabs currencies={wallets.map(({ currency }) => currency)}>
      {(currency) => {
        const available = wallets.find((wallet) => wallet.currency === currency)?.available ?? "0";
        return isZero(available) ? (
          <Card padded={false}>
            <EmptyState title={t("move.empty.title")} action={<LinkButton to="/invest" look="secondary">{t("home.noInvestments.action")}</LinkButton>}>
              {t("move.empty.text")}
            </EmptyState>
          </Card>
        ) : (
          <Card>
            <Form answer={answer} defaults={{ amount: "" }}>
              <AmountField
                name="amount"
                label={t("move.amount")}
                currency={currency}
                hint={<>{t("move.available")} <Money amount={available} currency={currency} /></>}
              />
              <Hidden name="currency" value={currency} />
              <RequestKey value={key} />
              <SubmitButton name="intent" value="check">
                {t("check.continue")}
              </SubmitButton>
            </Form>
          </Card>
        );
      }}
    </CurrencyTabs>
  );
}
