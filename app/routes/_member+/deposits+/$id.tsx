/** One deposit: where it stands, what was said about it, and the receipt right after it was submitted. */
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";

import { withMember } from "~/auth/with-member.server";
import { cancelAction } from "~/components/member/cancel-action.server";
import { DangerAction } from "~/components/member/danger-action";
import type { MemberHandle } from "~/components/member/place";
import { Receipt } from "~/components/member/receipt";
import { Card, DescriptionList, Money, Notice, Page, PageHeader, StateBadge, TimeText, Tracker } from "~/components/ui";
import { memberDeposit, memberDepositCancel } from "~/db/funding.server";
import { newRequestKey } from "~/forms/request-key.server";
import { compareAmounts } from "~/money/decimal";

export const handle: MemberHandle = { title: "member:deposit.one", place: "wallet" };

export function loader({ request, params }: LoaderFunctionArgs) {
  return withMember(request, async (token) => data({ ...(await memberDeposit(token, params.id ?? "")), key: newRequestKey() }));
}

export function action(args: ActionFunctionArgs) {
  return cancelAction(args, "/deposits", memberDepositCancel);
}

export default function DepositPage() {
  const { t } = useTranslation("member");
  const { deposit, tracker, movement, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { amount, received, currency, state } = deposit;
  const differs = received !== null && compareAmounts(received, amount) !== 0;
  return (
    <Page width="form">
      <PageHeader
        title={t("deposit.of", { reference: deposit.reference })}
        aside={<StateBadge state={state} />}
        crumbs={[{ label: t("deposits.title"), to: "/deposits" }, { label: deposit.reference }]}
      />
      {search.has("new") && state === "pending" ? (
        <Receipt title={t("deposit.submitted")} reference={deposit.reference}>
          {t("deposit.submittedText")}
        </Receipt>
      ) : null}
      {deposit.reason ? <Notice tone={state === "rejected" ? "danger" : "info"} title={t("deposit.reason")}>{deposit.reason}</Notice> : null}
      {differs ? <Notice tone="warning">{t("deposit.differs")}</Notice> : null}
      <Card title={t("deposit.progress")}>
        <Tracker steps={tracker} />
      </Card>
      <Card title={t("deposit.details")}>
        <DescriptionList
          items={[
            { term: t("deposit.amountSent"), value: <Money amount={amount} currency={currency} /> },
            received ? { term: t("deposit.received"), value: <Money amount={received} currency={currency} /> } : null,
            { term: t("deposit.method"), value: deposit.method_name },
            { term: t("deposit.reference"), value: deposit.reference },
            { term: t("deposit.transactionReference"), value: <span className="break-all">{deposit.transaction_reference}</span> },
            {
              term: t("deposit.proof"),
              value: deposit.file ? (
                <a href={`/resources/files/${deposit.file}`} className="link" download>
                  {t("deposit.download")}
                </a>
              ) : (
                t("deposit.noProof")
              ),
            },
            { term: t("deposit.submittedAt"), value: <TimeText value={deposit.submitted_at} /> },
          ]}
        />
      </Card>
      {movement ? (
        <p>
          <Link to={`/wallet/movements/${movement.id}`} className="link">
            {t("deposit.openMovement")}
          </Link>
        </p>
      ) : null}
      {state === "pending" ? (
        <DangerAction summary={t("deposit.cancel.summary")} label={t("deposit.cancel.button")} intent="cancel" requestKey={key} answer={answer}>
          {t("deposit.cancel.text")}
        </DangerAction>
      ) : null}
    </Page>
  );
}
